using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Delivery;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>Hands to the outbox what is due: one transaction moves a subscription on and stores its message, so that neither is without the other.</summary>
public sealed partial class DigestDispatch(
    BotDatabase database, StateWriter writer, CatalogStore catalog, CatalogFile file, OutboxWorker outbox, Leaseholder holder, DigestMetrics metrics, TimeProvider time,
    ILogger<DigestDispatch> log)
{
    private const int AtOnce = 100;

    // A query that this catalog cannot read may be readable after the next import.
    private static readonly TimeSpan Later = TimeSpan.FromHours(1);

    private readonly ChangeLog changeLog = new(database);

    private readonly DigestReader reader = new(catalog, file);

    /// <summary>Everything that is due, or as much as fits between two looks at whether the host stops.</summary>
    internal async Task DispatchAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<Subscription> due;
        do
        {
            due = await ReadAsync((connection, cancel) => DigestTable.DueAsync(connection, Now(), AtOnce, cancel), cancellationToken);
            if (due.Count > 0)
            {
                await DispatchAsync(due, cancellationToken);
            }
        }
        while (due.Count == AtOnce);
    }

    /// <summary>Tells who set a subscription that it is broken, once.</summary>
    internal async Task TellBrokenAsync(CancellationToken cancellationToken)
    {
        foreach (var broken in await ReadAsync((connection, cancel) => DigestTable.UntoldAsync(connection, AtOnce, cancel), cancellationToken))
        {
            LogBroken(log, broken.Id, broken.Place.Channel, broken.Reason ?? "");
            var vocabulary = await catalog.VocabularyAsync(cancellationToken);
            // Where even the person alone cannot be reached, the list of subscriptions tells.
            var draft = broken is { Personal: false, PersonRoute: { } route, Person.Length: > 0 }
                ? outbox.Draft(new(broken.Place with { Conversation = broken.Person }, route, BrokenNotice.Of(broken, DigestQueries.Read(broken.Queries, vocabulary) ?? []), MessageClass.Notice))
                : null;
            await HandOverAsync(draft, (transaction, _) => DigestTable.Tell(transaction, broken.Id), cancellationToken);
        }
    }

    private async Task DispatchAsync(IReadOnlyList<Subscription> due, CancellationToken cancellationToken)
    {
        var head = await changeLog.HeadAsync(cancellationToken);
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        // Most subscriptions were told up to the same change.
        Dictionary<long, IReadOnlyList<Change>> changes = [];
        List<Subscription> silent = [];
        foreach (var subscription in due)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (DigestQueries.Read(subscription.Queries, vocabulary) is not { } queries)
            {
                await DelayAsync(subscription, cancellationToken);
                continue;
            }

            if (!changes.TryGetValue(subscription.AfterChange, out var since))
            {
                since = await changeLog.ReadAsync(subscription.AfterChange, head, cancellationToken);
                changes.Add(subscription.AfterChange, since);
            }

            var content = since.Count == 0 ? null : await reader.ReadAsync(queries, subscription.Watch, since, subscription.Language, cancellationToken);
            if (content is null or { IsEmpty: true })
            {
                silent.Add(subscription);
                continue;
            }

            await PostAsync(subscription, queries, content, head, cancellationToken);
        }

        await PassAsync(silent, head, cancellationToken);
    }

    private async Task PostAsync(Subscription subscription, IReadOnlyList<Question> queries, DigestContent content, long head, CancellationToken cancellationToken)
    {
        var next = Schedule.Next(subscription.Cadence, time.GetUtcNow());
        var draft = outbox.Draft(new(subscription.Place, subscription.Route, DigestWriter.Write(subscription, queries, content, next), MessageClass.Digest));
        // The last run too: what did not arrive is told again from the same change on, and may be due at the same time when a clock was set back.
        var keys = DedupKeys.Of(
            subscription.Place.Channel,
            [$"digest {subscription.Id} {subscription.AfterChange} {subscription.NextDue?.ToUnixTimeMilliseconds()} {subscription.LastRun?.ToUnixTimeMilliseconds()}"]);
        var posted = await HandOverAsync(
            draft,
            (transaction, now) => DigestTable.Advance(transaction, subscription, head, next, draft.Message.Reference, now) && DedupKeys.Claim(transaction, keys, now),
            cancellationToken);
        if (posted)
        {
            metrics.Written(subscription.Place.Channel);
            LogPosted(log, subscription.Id, subscription.Place.Channel, draft.Message.Reference, content.Total);
        }
    }

    /// <summary>Nothing new: they are due the next time.</summary>
    private async Task PassAsync(List<Subscription> silent, long head, CancellationToken cancellationToken)
    {
        if (silent.Count == 0)
        {
            return;
        }

        var now = time.GetUtcNow();
        var next = silent.ConvertAll(subscription => Schedule.Next(subscription.Cadence, now));
        await writer.RecordAsync(
            transaction => silent.Where((subscription, index) => DigestTable.Advance(transaction, subscription, head, next[index], reference: null, now.ToUnixTimeMilliseconds())).Count(),
            cancellationToken);
        metrics.Silent(silent.Count);
    }

    private Task<bool> DelayAsync(Subscription subscription, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        return writer.RecordAsync(transaction => DigestTable.Delay(transaction, subscription, Schedule.Next(subscription.Cadence, now) ?? now + Later), cancellationToken);
    }

    /// <summary>The message is stored in the transaction that settles why.</summary>
    /// <returns>False when there was nothing to settle any more.</returns>
    private async Task<bool> HandOverAsync(OutboxDraft? draft, Func<StateTransaction, long, bool> settle, CancellationToken cancellationToken)
    {
        var (settled, stored) = await writer.RecordAsync(
            transaction =>
            {
                var now = Now();
                return !settle(transaction, now) ? (false, null)
                    : (true, draft is null ? null : OutboxTable.Insert(transaction, draft, outbox.Admits ? holder : null, now));
            },
            cancellationToken);
        if (stored is not null)
        {
            outbox.Take(stored);
        }

        return settled;
    }

    private async Task<T> ReadAsync<T>(Func<Microsoft.Data.Sqlite.SqliteConnection, CancellationToken, Task<T>> read, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return await read(connection, cancellationToken);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Information, "Digest of subscription {Id} on {Channel}: {Records} records, reference {Reference}")]
    private static partial void LogPosted(ILogger logger, long id, string channel, string reference, int records);

    [LoggerMessage(2, LogLevel.Warning, "Subscription {Id} on {Channel} is broken ({Reason}); it is tried again when it is due")]
    private static partial void LogBroken(ILogger logger, long id, string channel, string reason);
}
