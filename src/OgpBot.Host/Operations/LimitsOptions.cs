using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace OgpBot.Host.Operations;

/// <summary>The section <c>Limits</c>. Far above what a person needs: they bound memory and keep one address from starving the others.</summary>
internal sealed class LimitsOptions
{
    public const string Section = "Limits";

    /// <summary>Requests answered at the same time; as many again, times eight, wait for their turn.</summary>
    [Range(1, 10_000)]
    public int ConcurrentRequests { get; init; } = 64;

    /// <summary>From one address, lasting. Short bursts may be five times as fast.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerSecond { get; init; } = 1_000;

    /// <summary>After so many seconds a request is given up.</summary>
    [Range(1, 600)]
    public int RequestSeconds { get; init; } = 10;

    /// <summary>The largest body. Text is read up to the reader's own limit, which is lower.</summary>
    [Range(1_024, 16_777_216)]
    public int BodyBytes { get; init; } = 262_144;
}

[OptionsValidator]
internal sealed partial class LimitsOptionsValidator : IValidateOptions<LimitsOptions>;
