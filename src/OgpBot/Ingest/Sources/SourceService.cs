using Cronos;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Digests;

namespace OgpBot.Ingest.Sources;

/// <summary>Imports the configured sources on their schedule; at the start those that were never looked at, or whose time passed while the host was down.</summary>
public sealed partial class SourceService(
    SourceImport import, SourceVisits visits, CatalogStore catalog, SourcesOptions options, TimeProvider time, ILogger<SourceService> log) : BackgroundService
{
    // A timer takes no longer waits than some weeks, and a clock may be set meanwhile.
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly CronExpression schedule = CronExpression.Parse(options.Schedule);
    private readonly TimeZoneInfo zone = Schedule.Zone(options.Zone)!;

    /// <summary>How each source did last, by its location without what may be secret in it.</summary>
    public IReadOnlyDictionary<string, SourceVisit> Visits => visits.All(options.Locations)
        .ToDictionary(visit => Download.TryAddress(visit.Key, out var address) ? Download.Name(address) : Path.GetFileName(Path.TrimEndingDirectorySeparator(visit.Key)), visit => visit.Value, StringComparer.Ordinal);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (options.Locations.Count == 0)
        {
            return;
        }

        import.DeleteLeftovers();
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookAsync(stoppingToken);
            var wait = (schedule.GetNextOccurrence(time.GetUtcNow(), zone) ?? DateTimeOffset.MaxValue) - time.GetUtcNow();
            await Task.Delay(wait < LongestWait ? wait : LongestWait, time, stoppingToken);
        }
    }

    /// <summary>Imports what is due.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        foreach (var (index, location) in options.Locations.Index().Where(source => IsDue(source.Item)))
        {
            await VisitAsync(index + 1, location, cancellationToken);
        }
    }

    private bool IsDue(string location) =>
        visits.Last(location) is not { } last || schedule.GetNextOccurrence(last.At, zone) is { } next && next <= time.GetUtcNow();

    private async Task VisitAsync(int number, string location, CancellationToken cancellationToken)
    {
        var last = visits.Last(location);
        SourceOutcome outcome;
        try
        {
            var known = last is { Failure: null } && await HoldsAsync(last, cancellationToken) ? last.Validators : null;
            outcome = await import.ImportAsync(location, known, TimeSpan.FromSeconds(options.DownloadSeconds), force: false, progress: null, cancellationToken);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // The others still have their turn, and this one the next time.
            outcome = new(null, null, reason.GetType().Name);
        }

        var failure = outcome.Failure ?? (outcome.Report is { Usable: false } ? "nothing in it could be used" : outcome.Report?.Refused);
        if (failure is null)
        {
            LogImported(log, number, outcome.Report?.Found ?? "not changed", outcome.Report?.Swapped ?? false, outcome.Report?.Rejected ?? 0);
        }
        else
        {
            LogFailed(log, number, failure);
        }

        await visits.KeepAsync(location, new(time.GetUtcNow(), outcome.Report?.Source ?? last?.Document, outcome.Validators ?? last?.Validators, failure), cancellationToken);
    }

    /// <summary>A catalog that was made anew holds nothing of what was imported into the old one.</summary>
    private async Task<bool> HoldsAsync(SourceVisit last, CancellationToken cancellationToken) =>
        (await catalog.VersionAsync(cancellationToken)).Documents.Contains(last.Document);

    [LoggerMessage(1, LogLevel.Information, "Source {Number}: {Found}; new catalog: {Swapped}; places not imported: {Rejected}")]
    private static partial void LogImported(ILogger logger, int number, string found, bool swapped, int rejected);

    [LoggerMessage(2, LogLevel.Warning, "Source {Number} could not be imported: {Reason}")]
    private static partial void LogFailed(ILogger logger, int number, string reason);
}
