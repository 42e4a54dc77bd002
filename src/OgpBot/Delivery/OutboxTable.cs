using OgpBot.Conversations;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>The rows of replies on their way: pending → sending → sent, failed or unknown; sending → pending when the platform certainly took nothing.</summary>
internal static class OutboxTable
{
    private const string InsertRow = """
        insert into outbox (reference, channel, tenant, conversation, place, route, replaces, class, state, attempt, due_at, owner, lease_until, created_at, kept, reply)
        values (@reference, @Channel, @Tenant, @Conversation, @place, @Route, @Replaces, @Class, @state, @attempt, @now, @owner, @until, @now, @Hash, @reply)
        """;

    private const string KeepReply = "insert into kept_reply (hash, reply) values (@Hash, @Json) on conflict do nothing";

    private const string BeginRow = """
        update outbox set state = 'sending', attempt = @Attempt, lease_until = @until
        where id = @Id and owner = @owner and state = 'pending'
        """;

    private const string PutOffRow = """
        update outbox set state = 'pending', due_at = @DueAt, reason = @reason
        where id = @Id and owner = @owner and attempt = @Attempt and state in ('pending', 'sending')
        """;

    // Only the attempt that holds the row settles it, and only once. What is flagged keeps its owner until the log has told of it.
    private const string EndRow = """
        update outbox set state = @state, message_id = @messageId, reason = @reason, owner = iif(@state = 'sent', null, owner), ended_at = @now,
            kept = iif(@state = 'sent', null, kept), reply = iif(@state = 'sent', '', reply)
        where id = @Id and owner = @owner and attempt = @Attempt and state in ('pending', 'sending')
        """;

    private const string TakeOver = $"""
        update outbox set owner = @owner, lease_until = @until
        where id in (select id from outbox where state in ('pending', 'sending') and owner is not @owner and (@all or owner is null or lease_until < @now)
            order by id limit @most)
        returning id as Id, reference as Reference, channel as Channel, tenant as Tenant, conversation as Conversation, place as Place, route as Route,
            replaces as Replaces, class as Class, {StoredReply.Column} as Reply, state as State, attempt as Attempt, due_at as DueAt, created_at as CreatedAt
        """;

    private const string TakeUntold = """
        update outbox set owner = @owner
        where id in (select id from outbox where state in ('failed', 'unknown') and owner is not null and owner <> @owner order by id limit @most)
        returning id as Id, reference as Reference, channel as Channel, state as State, reason as Reason, attempt as Attempt
        """;

    private const string SettleTold = "update outbox set owner = null where id in (select value from json_each(@ids)) and state in ('failed', 'unknown')";

    private const string Prolong = "update outbox set lease_until = @until where state in ('pending', 'sending') and owner = @owner";

    /// <param name="holder">Null: it waits on disk until there is room.</param>
    /// <param name="leaves">It leaves as soon as it is on disk: begun at once, so that the same transaction does for both.</param>
    public static OutboxItem Insert(StateTransaction transaction, OutboxDraft draft, Leaseholder? holder, long now, Turn? leaves = null)
    {
        var (stored, reply) = (draft.Message, draft.Reply);
        if (reply.Hash is not null)
        {
            transaction.Execute(KeepReply, reply);
        }

        var id = transaction.Insert(InsertRow, new
        {
            reference = stored.Reference,
            stored.Address.Channel,
            stored.Address.Tenant,
            stored.Address.Conversation,
            place = draft.Place,
            stored.Route,
            stored.Replaces,
            Class = (int)stored.Class,
            reply.Hash,
            reply = reply.Hash is null ? (object)reply.Json : "",
            state = leaves is null ? "pending" : "sending",
            attempt = leaves is null ? 0 : 1,
            now,
            owner = holder?.Name,
            until = Leaseholder.Until(now),
        });
        return new OutboxItem(id, stored, draft.Place, Attempt: 0, DueAt: now, CreatedAt: now) { IsLeft = holder is null, Leaves = leaves };
    }

    /// <summary>Before the message leaves. False when another process has taken the row over.</summary>
    public static bool Begin(StateTransaction transaction, OutboxItem item, Leaseholder holder, long now) =>
        transaction.Execute(BeginRow, new { item.Id, item.Attempt, owner = holder.Name, until = Leaseholder.Until(now) }) == 1;

    public static bool PutOff(StateTransaction transaction, OutboxItem item, string reason, Leaseholder holder) =>
        transaction.Execute(PutOffRow, new { item.Id, item.Attempt, item.DueAt, reason, owner = holder.Name }) == 1;

    public static bool End(StateTransaction transaction, OutboxItem item, OutboxEnd end, Leaseholder holder, long now) => transaction.Execute(EndRow, new
    {
        item.Id,
        item.Attempt,
        state = end.State,
        messageId = end.MessageId,
        reason = end.Reason,
        owner = holder.Name,
        now,
    }) == 1;

    /// <summary>The oldest rows that nobody works on.</summary>
    public static IReadOnlyList<OutboxItem> Recover(StateTransaction transaction, Leaseholder holder, bool all, int most, long now)
    {
        var rows = transaction.Query<Row>(TakeOver, new { owner = holder.Name, until = Leaseholder.Until(now), all, now, most });
        return [.. rows.OrderBy(row => row.Id).Select(row => row.ToItem())];
    }

    /// <summary>Flagged rows of former processes, which may have ended before their logs told of them.</summary>
    public static IReadOnlyList<FlaggedRow> Untold(StateTransaction transaction, Leaseholder holder, int most) =>
        transaction.Query<FlaggedRow>(TakeUntold, new { owner = holder.Name, most });

    public static int Told(StateTransaction transaction, IEnumerable<long> rows) =>
        transaction.Execute(SettleTold, new { ids = $"[{string.Join(',', rows)}]" });

    public static void ProlongLeases(StateTransaction transaction, Leaseholder holder, long now) =>
        transaction.Execute(Prolong, new { owner = holder.Name, until = Leaseholder.Until(now) });

    private sealed class Row
    {
        public long Id { get; init; }

        public string Reference { get; init; } = "";

        public string Channel { get; init; } = "";

        public string Tenant { get; init; } = "";

        public string Conversation { get; init; } = "";

        public string Place { get; init; } = "";

        public string Route { get; init; } = "";

        public string? Replaces { get; init; }

        public long Class { get; init; }

        public string Reply { get; init; } = "";

        public string State { get; init; } = "";

        public long Attempt { get; init; }

        public long DueAt { get; init; }

        public long CreatedAt { get; init; }

        public OutboxItem ToItem()
        {
            var message = new Outgoing(new Address(Channel, Tenant, Conversation), Route, StoredReply.Read(Reply), (MessageClass)Class, Replaces) { Reference = Reference };
            return new OutboxItem(Id, message, Place, (int)Attempt, DueAt, CreatedAt) { WasSending = State == "sending" };
        }
    }
}

/// <summary>What the log tells of a row that did not end well.</summary>
internal sealed class FlaggedRow
{
    public long Id { get; init; }

    public string Reference { get; init; } = "";

    public string Channel { get; init; } = "";

    public string State { get; init; } = "";

    public string? Reason { get; init; }

    public long Attempt { get; init; }
}

/// <summary>How a row ended.</summary>
internal sealed record OutboxEnd(string State, string? MessageId, string? Reason)
{
    /// <summary>Certainly not there.</summary>
    public const string FailedState = "failed";

    public static OutboxEnd Sent(string? messageId) => new("sent", messageId, null);

    public static OutboxEnd Failed(string reason) => new(FailedState, null, reason);

    public static OutboxEnd Unknown(string reason) => new("unknown", null, reason);
}
