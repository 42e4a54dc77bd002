using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Delivery;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>The rows of subscriptions, as digests move them on.</summary>
internal static class DigestTable
{
    /// <summary>When a broken at-once subscription is tried again; the others when they are due.</summary>
    public static readonly TimeSpan Retry = TimeSpan.FromHours(6);

    // A broken one is tried again when it is due. While its last digest is still on its way the next one waits.
    private const string SelectDue = $"""
        select {SubscriptionRow.Columns} from subscription s
        where state <> 'paused' and next_due <= @now
            and not exists (select 1 from outbox o where o.reference = s.digest and o.state in ('pending', 'sending'))
        order by next_due limit @most
        """;

    // What is new since an at-once subscription's last digest makes it due a little later, so that what changes together is told together.
    private const string Wake = """
        update subscription set next_due = @due
        where rhythm = @atOnce and state <> 'paused' and next_due is null and after_change < (select coalesce(max(number), 0) from catalog_change)
        """;

    // The guard: whatever was computed is about this subscription as it still is.
    private const string MoveOn = """
        update subscription set after_change = @head, next_due = @next, last_run = @now,
            digest = iif(@reference is null, digest, @reference), digest_after = iif(@reference is null, digest_after, after_change), digest_upto = iif(@reference is null, digest_upto, @head)
        where id = @Id and after_change = @AfterChange and next_due = @due and state <> 'paused'
        """;

    private const string EndedPause = "select 1 from subscription where resume_at <= @now limit 1";

    private const string PutOff = "update subscription set next_due = @next where id = @Id and next_due = @due and state <> 'paused'";

    // It may have arrived: never again. A later digest may have gone on from there.
    private const string Arrived = """
        update subscription set after_change = max(after_change, digest_upto), reason = null, told = 1,
            since = iif(state = 'broken', @now, since), state = iif(state = 'broken', 'active', state)
        where digest = @reference
        """;

    // It certainly did not: what it told is still to be told.
    private const string Failed = """
        update subscription set after_change = min(after_change, digest_after), reason = iif(state = 'paused', null, @Reason),
            told = iif(state = 'active', 0, told), since = iif(state = 'active', @now, since), state = iif(state = 'active', 'broken', state),
            next_due = iif(state = 'paused', null, coalesce(next_due, @retry))
        where digest = @reference
        """;

    private const string SelectUntold = $"select {SubscriptionRow.Columns} from subscription where told = 0 order by id limit @most";

    private const string MarkTold = "update subscription set told = 1 where id = @id and told = 0";

    private const string CountByState = "select state, count(*) from subscription group by state limit 3";

    private const string SelectWaiting = $"select {SubscriptionRow.Columns} from subscription where state <> 'paused' and next_due > @now and id > @after order by id limit @most";

    /// <summary>True when a pause has ended.</summary>
    public static async Task<bool> HasEndedPauseAsync(SqliteConnection connection, long now, CancellationToken cancellationToken) =>
        await connection.ExecuteScalarAsync<long?>(new CommandDefinition(EndedPause, new { now }, cancellationToken: cancellationToken)) is not null;

    public static Task<IReadOnlyList<Subscription>> DueAsync(SqliteConnection connection, long now, int most, CancellationToken cancellationToken) =>
        ReadAsync(connection, SelectDue, new { now, most }, cancellationToken);

    /// <summary>Those that are broken, and who set them does not know yet.</summary>
    public static Task<IReadOnlyList<Subscription>> UntoldAsync(SqliteConnection connection, int most, CancellationToken cancellationToken) =>
        ReadAsync(connection, SelectUntold, new { most }, cancellationToken);

    /// <summary>A page of those that are due in the future, by ID.</summary>
    public static Task<IReadOnlyList<Subscription>> WaitingAsync(SqliteConnection connection, long now, long after, int most, CancellationToken cancellationToken) =>
        ReadAsync(connection, SelectWaiting, new { now, after, most }, cancellationToken);

    public static async Task<IReadOnlyDictionary<SubscriptionState, int>> CountAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<(string State, long Count)>(new CommandDefinition(CountByState, cancellationToken: cancellationToken));
        return rows.ToDictionary(row => Enum.Parse<SubscriptionState>(row.State, ignoreCase: true), row => (int)row.Count);
    }

    /// <returns>How many are due soon.</returns>
    public static int WakeAtOnce(StateTransaction transaction, long due) => transaction.Execute(Wake, new { due, atOnce = (int)Rhythm.AtOnce });

    /// <summary>False when somebody changed it meanwhile: it is looked at again.</summary>
    /// <param name="reference">Of the digest that tells what is new; null when nothing is.</param>
    public static bool Advance(StateTransaction transaction, Subscription subscription, long head, DateTimeOffset? next, string? reference, long now) => transaction.Execute(MoveOn, new
    {
        subscription.Id,
        subscription.AfterChange,
        head,
        due = subscription.NextDue?.ToUnixTimeMilliseconds(),
        next = next?.ToUnixTimeMilliseconds(),
        reference,
        now,
    }) == 1;

    /// <summary>Due at another time, with everything that is new still to be told.</summary>
    public static bool Delay(StateTransaction transaction, Subscription subscription, DateTimeOffset next) => transaction.Execute(PutOff, new
    {
        subscription.Id,
        due = subscription.NextDue?.ToUnixTimeMilliseconds(),
        next = next.ToUnixTimeMilliseconds(),
    }) == 1;

    /// <summary>What became of a digest. What nobody knows about may have arrived, so it is never told again.</summary>
    public static void Ended(StateTransaction transaction, string reference, OutboxEnd end, long now)
    {
        if (end.State == OutboxEnd.FailedState)
        {
            transaction.Execute(Failed, new { reference, end.Reason, retry = now + (long)Retry.TotalMilliseconds, now });
        }
        else
        {
            transaction.Execute(Arrived, new { reference, now });
        }
    }

    /// <summary>False when who set it was told already.</summary>
    public static bool Tell(StateTransaction transaction, long id) => transaction.Execute(MarkTold, new { id }) == 1;

    private static async Task<IReadOnlyList<Subscription>> ReadAsync(SqliteConnection connection, string select, object parameters, CancellationToken cancellationToken) =>
        [.. (await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(select, parameters, cancellationToken: cancellationToken))).Select(row => row.Record)];
}
