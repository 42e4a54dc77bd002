using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>
/// Learns each version of the catalog that is served, once: what is new, changed and gone since the one before goes into bot.db. A catalog that
/// was lost and imported again, or that goes back to an earlier version, is no news.
/// </summary>
public sealed partial class CatalogChanges(BotDatabase database, StateWriter writer, CatalogFile catalog, TimeProvider time, ILogger<CatalogChanges> log)
{
    /// <summary>Changes are kept for so long: what was paused for longer goes on from there.</summary>
    public static readonly TimeSpan Kept = TimeSpan.FromDays(400);

    // Rows in one transaction: a few milliseconds, so that acknowledgements do not wait for a whole catalog.
    private const int RowsTogether = 250;

    private const int ForgottenAtOnce = 5_000;

    private const string Forget = "delete from catalog_change where number in (select number from catalog_change where at < @oldest order by at limit @most)";

    private const string ForgetGone = """
        delete from known_record where (kind, key) in (select kind, key from known_record where gone_at < @oldest order by gone_at limit @most)
        """;

    private string? learnt;

    /// <summary>Learns the catalog when none was learnt before.</summary>
    internal async Task LearnFirstAsync(CancellationToken cancellationToken)
    {
        if (await KnownAsync(cancellationToken) is null)
        {
            await LearnAsync(cancellationToken);
        }
    }

    /// <summary>Costs next to nothing while the same version is served.</summary>
    /// <returns>True when there may be news.</returns>
    public async Task<bool> LearnAsync(CancellationToken cancellationToken)
    {
        var served = (await (await catalog.CurrentAsync(cancellationToken)).VersionAsync(cancellationToken)).Version;
        if (served == learnt)
        {
            return false;
        }

        var known = await KnownAsync(cancellationToken);
        if (known?.Version == served && known.Scheme == Fingerprint.Scheme)
        {
            learnt = served;
            return false;
        }

        var changes = await LearnAsync(known, cancellationToken);
        return changes > 0;
    }

    /// <summary>Drops what is older than <see cref="Kept"/>, a little at a time.</summary>
    /// <returns>The number of rows that went.</returns>
    internal Task<int> TidyAsync(CancellationToken cancellationToken)
    {
        var oldest = (time.GetUtcNow() - Kept).ToUnixTimeMilliseconds();
        return writer.RecordAsync(
            transaction => transaction.Execute(Forget, new { oldest, most = ForgottenAtOnce }) + transaction.Execute(ForgetGone, new { oldest, most = ForgottenAtOnce }),
            cancellationToken);
    }

    /// <summary>Records are stored together with their changes, a piece at a time, and the version last: whatever dies in between, the rest is learnt at the next start.</summary>
    private async Task<int> LearnAsync(KnownCatalog? known, CancellationToken cancellationToken)
    {
        var (content, edition) = await catalog.ReadAllAsync(cancellationToken);
        var lessons = await LessonsAsync(content, known, cancellationToken);
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        foreach (var some in Together(lessons))
        {
            var rows = LessonRows.Of(some);
            if (!await writer.RecordAsync(transaction => Unchanged(transaction, known, () => KnowledgeTable.Learn(transaction, rows, edition.Version, now)), cancellationToken))
            {
                return 0;
            }
        }

        if (!await writer.RecordAsync(transaction => Unchanged(transaction, known, () => KnowledgeTable.Finish(transaction, edition.Version, Fingerprint.Scheme, now)), cancellationToken))
        {
            return 0;
        }

        learnt = edition.Version;
        var changes = lessons.Sum(lesson => lesson.Changes.Count);
        LogLearnt(log, edition.Version, lessons.Sum(lesson => lesson.Records.Count), changes);
        return changes;
    }

    private async Task<IReadOnlyList<Lesson>> LessonsAsync(CatalogContent content, KnownCatalog? known, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var records = await KnowledgeTable.RecordsAsync(connection, cancellationToken);
        return Lessons.Of(records, Fingerprint.Of(content), isFirst: known is null, isOtherScheme: known is not null && known.Scheme != Fingerprint.Scheme);
    }

    private async Task<KnownCatalog?> KnownAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return await KnowledgeTable.CatalogAsync(connection, cancellationToken);
    }

    /// <summary>False, and nothing is done, when another process has learnt meanwhile: what was computed is about another past.</summary>
    private static bool Unchanged(StateTransaction transaction, KnownCatalog? known, Action learn)
    {
        if (KnowledgeTable.Catalog(transaction) != known)
        {
            return false;
        }

        learn();
        return true;
    }

    private static IEnumerable<List<Lesson>> Together(IEnumerable<Lesson> lessons)
    {
        List<Lesson> some = [];
        var rows = 0;
        foreach (var lesson in lessons.SelectMany(lesson => lesson.InPieces(RowsTogether)))
        {
            if (rows > 0 && rows + lesson.Records.Count > RowsTogether)
            {
                yield return some;
                (some, rows) = ([], 0);
            }

            some.Add(lesson);
            rows += lesson.Records.Count;
        }

        if (rows > 0)
        {
            yield return some;
        }
    }

    [LoggerMessage(1, LogLevel.Information, "Catalog {Version} is learnt: {Records} records, {Changes} changes")]
    private static partial void LogLearnt(ILogger logger, string version, int records, int changes);
}
