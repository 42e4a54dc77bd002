using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;
using OgpBot.Storage;

namespace OgpBot.Ingest;

/// <summary>Puts a source into the catalog: reads it, builds a new catalog file aside, checks it, and swaps it in.</summary>
public static class Importer
{
    // A new page that lacks so many of the records known before was probably cut.
    private const double MostLost = 0.2;

    // Of a kind with fewer records the loss of one would already be too much.
    private const int FewRecords = 10;

    /// <param name="path">OGP's export, a member's page, an exchange file, or a folder of exchange files; told apart by content.</param>
    /// <param name="force">Also swap when a fifth of the known records would be lost.</param>
    /// <exception cref="DatabaseRefusedException">catalog.db is foreign or newer; it is left as it was.</exception>
    /// <exception cref="TimeoutException">Another import is running.</exception>
    public static async Task<ImportReport> ImportAsync(
        string path, DataFolder folder, TimeProvider time, bool force, IProgress<ImportStep>? progress, CancellationToken cancellationToken)
    {
        var problems = new List<Problem>();
        progress?.Report(ImportStep.Reading);
        using var catalog = new CatalogFile(folder, time);
        // Opening the catalog takes as long as reading an export: both at once, when the source is known for one.
        var opening = new Lazy<Task<(CatalogContent Content, Edition Edition)>>(() => Task.Run(() => catalog.ReadAllAsync(cancellationToken), cancellationToken));
        Importable source;
        try
        {
            source = await Importable.ReadAsync(path, time.GetUtcNow(), () => _ = opening.Value, problems, cancellationToken);
        }
        finally
        {
            // What stands in the way of the catalog only matters to a source that goes into it.
            await (opening.IsValueCreated ? opening.Value : Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        var report = new ImportReport(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(path))), source.Found);
        if (source.Content is not null)
        {
            var opened = await opening.Value;
            using var taken = await CatalogLock.TakeAsync(folder, TimeSpan.FromSeconds(10), cancellationToken);
            progress?.Report(ImportStep.Comparing);
            // Another process may have replaced it before the lock was ours.
            var served = await (await catalog.CurrentAsync(cancellationToken)).VersionAsync(cancellationToken);
            var (old, edition) = served.Version == opened.Edition.Version ? opened : await catalog.ReadAllAsync(cancellationToken);
            report = await MergeAsync(report with { Usable = true }, source, old, edition, folder, time, force, problems, progress, cancellationToken);
        }

        progress?.Report(ImportStep.Done);
        return report with { Problems = [.. problems.Take(ImportReport.MostProblems)], MoreProblems = Math.Max(0, problems.Count - ImportReport.MostProblems) };
    }

    private static async Task<ImportReport> MergeAsync(
        ImportReport report, Importable source, CatalogContent old, Edition edition, DataFolder folder, TimeProvider time, bool force,
        List<Problem> problems, IProgress<ImportStep>? progress, CancellationToken cancellationToken)
    {
        var now = source.Into(old, problems);
        // Only the last row that is written needs it.
        var version = Task.Run(() => ContentVersion.Of(now), cancellationToken);
        report = report with
        {
            Kinds = [.. Kinds.All.Select(kind => kind.Compare(old, now))],
            VersionBefore = edition.Version,
            Version = edition.Version,
            Refused = WrongOwner(source, old) ?? (force ? null : TooMuchLost(source, old, now)),
        };
        // What says something else is another version; what says the same may have been read elsewhere.
        if (report.Refused is not null || (!report.HasChanges && await version == edition.Version))
        {
            return report;
        }

        progress?.Report(ImportStep.Building);
        await CatalogSwap.ServeAsync(folder, now, EditionAsync(), cancellationToken);
        return report with { Swapped = true, Version = await version };

        async Task<Edition> EditionAsync() => new(await version, time.GetUtcNow(), edition.Shipped, Imported: true);
    }

    private static string? WrongOwner(Importable source, CatalogContent old)
    {
        var prefix = source.Member is null ? "" : source.Content!.Members[0].Prefix;
        var owner = old.Members.FirstOrDefault(member => member.Prefix == prefix && prefix.Length > 0 && member.Name != source.Member);
        return owner is null ? null : $"the page calls itself {source.Member}, but IDs that begin with {prefix} belong to {owner.Name}";
    }

    private static string? TooMuchLost(Importable source, CatalogContent old, CatalogContent now)
    {
        var counts = source.Replaced
            .Select(kind => (kind.Name, Before: Count(kind, old), After: Count(kind, now)))
            .Append((Name: "records", Before: source.Replaced.Sum(kind => Count(kind, old)), After: source.Replaced.Sum(kind => Count(kind, now))))
            .Where(count => count.After < count.Before * (1 - MostLost) && (count.Before >= FewRecords || count.After == 0))
            .Select(count => $"{count.Before} {count.Name} would become {count.After}")
            .ToList();
        return counts.Count == 0 ? null : $"too much would be lost, the source may be cut: {string.Join(", ", counts)}";

        // What another source still has is not lost, and yet a source that is cut lacks it.
        int Count(Kind kind, CatalogContent content) =>
            source.Merge is not null && kind == Commitments.Kind ? source.Merge.Held(content)
            : source.Member is null ? kind.Count(content)
            : kind.CountOf(content, source.Member);
    }
}
