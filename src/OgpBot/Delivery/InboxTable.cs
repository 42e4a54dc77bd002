using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>The rows of accepted messages. A row leaves the state pending in the transaction that settles what becomes of it.</summary>
internal static class InboxTable
{
    private const string InsertRow = """
        insert into inbox (channel, tenant, conversation, text, preferred, asker, route, replaces, state, due_at, owner, lease_until, received_at)
        values (@Channel, @Tenant, @Conversation, @Text, @preferred, @asker, @Route, @Replaces, 'pending', @now, @owner, @until, @now)
        """;

    private const string InsertAnsweredRow = """
        insert into inbox (channel, tenant, conversation, text, preferred, route, replaces, state, due_at, lease_until, received_at, ended_at)
        values (@Channel, @Tenant, @Conversation, '', @preferred, @Route, @Replaces, 'done', @now, @now, @now, @now)
        """;

    // Only the holder of the row settles it, and only once. Nobody needs the words any more.
    private const string CloseRow = """
        update inbox set state = 'done', text = '', asker = null, owner = null, ended_at = @now
        where id = @id and owner = @owner and state = 'pending'
        """;

    private const string PutOffRow = "update inbox set tries = @Tries, due_at = @DueAt where id = @Id and owner = @owner and state = 'pending'";

    private const string BuryRow = """
        update inbox set state = 'dead', tries = @Tries, reason = @reason, reference = @reference, owner = null, ended_at = @now
        where id = @Id and owner = @owner and state = 'pending'
        """;

    // A dead or replaced process left these, or an operator asked for another try.
    private const string TakeOver = """
        update inbox set owner = @owner, lease_until = @until
        where id in (select id from inbox where state = 'pending' and owner is not @owner and (@all or owner is null or lease_until < @now) order by id limit @most)
        returning id as Id, channel as Channel, tenant as Tenant, conversation as Conversation, text as Text, preferred as Preferred, asker as Asker, route as Route,
            replaces as Replaces, tries as Tries, due_at as DueAt
        """;

    private const string Prolong = "update inbox set lease_until = @until where state = 'pending' and owner = @owner";

    /// <param name="holder">Null: it waits on disk for whoever has room.</param>
    public static InboxItem Insert(StateTransaction transaction, Incoming message, Leaseholder? holder, long now)
    {
        var (text, address, preferred) = message.Utterance;
        var id = transaction.Insert(InsertRow, new
        {
            address.Channel,
            address.Tenant,
            address.Conversation,
            Text = text,
            preferred = (int?)preferred,
            asker = message.Utterance.Asker is { } asker ? JsonSerializer.Serialize(asker, AskerJson.Default.Asker) : null,
            message.Route,
            message.Replaces,
            now,
            owner = holder?.Name,
            until = Leaseholder.Until(now),
        });
        return new InboxItem(id, message, Tries: 0, DueAt: now) { IsLeft = holder is null };
    }

    /// <summary>A message whose answer is stored in the same transaction.</summary>
    public static void InsertAnswered(StateTransaction transaction, Incoming message, long now)
    {
        var (_, address, preferred) = message.Utterance;
        transaction.Execute(InsertAnsweredRow, new { address.Channel, address.Tenant, address.Conversation, preferred = (int?)preferred, message.Route, message.Replaces, now });
    }

    public static bool Close(StateTransaction transaction, long id, Leaseholder holder, long now) =>
        transaction.Execute(CloseRow, new { id, owner = holder.Name, now }) == 1;

    public static bool PutOff(StateTransaction transaction, InboxItem item, Leaseholder holder) =>
        transaction.Execute(PutOffRow, new { item.Id, item.Tries, item.DueAt, owner = holder.Name }) == 1;

    public static bool Bury(StateTransaction transaction, InboxItem item, string reference, string reason, Leaseholder holder, long now) =>
        transaction.Execute(BuryRow, new { item.Id, item.Tries, reference, reason, owner = holder.Name, now }) == 1;

    /// <summary>The oldest rows that nobody works on. <paramref name="all"/>: this process is the only one, so that no other can be at work.</summary>
    public static IReadOnlyList<InboxItem> Recover(StateTransaction transaction, Leaseholder holder, bool all, int most, long now)
    {
        var rows = transaction.Query<Row>(TakeOver, new { owner = holder.Name, until = Leaseholder.Until(now), all, now, most });
        return [.. rows.OrderBy(row => row.Id).Select(row => row.ToItem())];
    }

    public static void ProlongLeases(StateTransaction transaction, Leaseholder holder, long now) =>
        transaction.Execute(Prolong, new { owner = holder.Name, until = Leaseholder.Until(now) });

    private sealed class Row
    {
        public long Id { get; init; }

        public string Channel { get; init; } = "";

        public string Tenant { get; init; } = "";

        public string Conversation { get; init; } = "";

        public string Text { get; init; } = "";

        public long? Preferred { get; init; }

        public string? Asker { get; init; }

        public string Route { get; init; } = "";

        public string? Replaces { get; init; }

        public long Tries { get; init; }

        public long DueAt { get; init; }

        public InboxItem ToItem() => new(
            Id,
            new Incoming(ToUtterance(), [], Route, Replaces),
            (int)Tries,
            DueAt);

        private Utterance ToUtterance() => new(Text, new Address(Channel, Tenant, Conversation), (Language?)Preferred)
        {
            Asker = Asker is null ? null : JsonSerializer.Deserialize(Asker, AskerJson.Default.Asker),
        };
    }
}
