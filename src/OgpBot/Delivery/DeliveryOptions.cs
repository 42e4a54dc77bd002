using System.ComponentModel.DataAnnotations;

namespace OgpBot.Delivery;

/// <summary>The section <c>Delivery</c>.</summary>
public sealed class DeliveryOptions
{
    public const string Section = "Delivery";

    /// <summary>How often a message that makes the bot fail is tried before it becomes a dead letter.</summary>
    [Range(1, 20)]
    public int Tries { get; init; } = 5;

    /// <summary>An answer that could not be sent for so long is given up.</summary>
    [Range(1, 168)]
    public int GiveUpAfterHours { get; init; } = 24;

    /// <summary>How long ended messages, dead letters and the keys of duplicates are kept. Platforms hand over the same message for up to a day.</summary>
    [Range(1, 365)]
    public int RetentionDays { get; init; } = 7;

    /// <summary>Requests to one platform at the same time.</summary>
    [Range(1, 1_000)]
    public int ConcurrentSends { get; init; } = 64;
}
