using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>What a subscription would have said, before anybody sets it.</summary>
public sealed class DigestPreviews(BotDatabase database, CatalogStore catalog, CatalogFile file, TimeProvider time)
{
    private static readonly TimeSpan Month = TimeSpan.FromDays(30);

    private readonly ChangeLog log = new(database);

    private readonly DigestReader reader = new(catalog, file);

    /// <param name="queries">Canonical queries about commitments, resources, plans or posts.</param>
    /// <returns>Null when one of the queries cannot be followed.</returns>
    public Task<DigestPreview?> PreviewAsync(
        IReadOnlyCollection<string> queries, Watch watch, Cadence cadence, Language language, CancellationToken cancellationToken) =>
        PreviewAsync(queries, watch, cadence, language, Month, cancellationToken);

    /// <param name="back">How far to look back.</param>
    public async Task<DigestPreview?> PreviewAsync(
        IReadOnlyCollection<string> queries, Watch watch, Cadence cadence, Language language, TimeSpan back, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(cadence);
        if (await DigestQueries.ReadAsync(catalog, queries, cancellationToken) is not { } questions)
        {
            return null;
        }

        var now = time.GetUtcNow();
        var (before, known) = await log.BeforeAsync(now - back, cancellationToken);
        var changes = await log.ReadAsync(before, long.MaxValue, cancellationToken);
        var content = await reader.ReadAsync(questions, watch, changes, language, cancellationToken);
        var since = known is { } start && start > now - back ? start : now - back;
        return new DigestPreview(
            content.Total,
            [.. content.Groups.SelectMany(group => group.Items)],
            content.IsEmpty ? null : DigestWriter.Headline(content, questions, language),
            known is null ? now : since,
            DigestWriter.Followed(questions, language),
            Schedule.Next(cadence, now));
    }
}

/// <param name="Total">Records that it would have shown.</param>
/// <param name="Items">The first of them.</param>
/// <param name="Headline">What it would have said first; null when nothing.</param>
/// <param name="Since">The time looked at: a month, or less where less is known.</param>
/// <param name="Followed">The queries in words.</param>
/// <param name="FirstRun">When it would be due first; null for at once.</param>
public sealed record DigestPreview(int Total, IReadOnlyList<Item> Items, string? Headline, DateTimeOffset Since, string Followed, DateTimeOffset? FirstRun);
