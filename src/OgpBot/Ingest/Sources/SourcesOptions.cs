using System.ComponentModel.DataAnnotations;
using Cronos;

namespace OgpBot.Ingest.Sources;

/// <summary>The section <c>Sources</c>: what the host imports by itself.</summary>
public sealed class SourcesOptions
{
    public const string Section = "Sources";

    /// <summary>Files, folders, or https addresses; imported in this order.</summary>
    public IReadOnlyList<string> Locations { get; init; } = [];

    /// <summary>When they are looked at, as five cron fields.</summary>
    [Required]
    public string Schedule { get; init; } = "0 6 * * *";

    /// <summary>The schedule's time zone, by its IANA name.</summary>
    [Required]
    public string Zone { get; init; } = "UTC";

    /// <summary>A download that takes longer is given up.</summary>
    [Range(1, 3_600)]
    public int DownloadSeconds { get; init; } = 120;

    /// <summary>What is wrong beyond the limits above; null when nothing is.</summary>
    public string? Fault =>
        !CronExpression.TryParse(Schedule, out _) ? $"{Section}:{nameof(Schedule)} is no cron expression of five fields, such as “0 6 * * *”"
        : Digests.Schedule.Zone(Zone) is null ? $"{Section}:{nameof(Zone)} is no IANA time zone, such as “America/Lima”"
        : Locations.FirstOrDefault(location => location.Contains("://", StringComparison.Ordinal) && !Download.TryAddress(location, out _)) is not null
            ? $"{Section}:{nameof(Locations)} holds an address that is not https"
        : null;
}
