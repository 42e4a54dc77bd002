using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>The rows of subscriptions, as people set them.</summary>
internal static class SubscriptionTable
{
    private const string ByIdentity = $"""
        select {SubscriptionRow.Columns} from subscription
        where channel = @Channel and tenant = @Tenant and place = @Place and personal = @Personal and queries = @Queries and watch = @watch
            and rhythm = @rhythm and day = @Day and minute = @minute and zone = @Zone
        limit 1
        """;

    private const string InsertRow = $"""
        insert into subscription (channel, tenant, place, personal, route, person, person_route, language, queries, watch, rhythm, day, minute, zone,
            state, since, next_due, after_change, created_at)
        values (@Channel, @Tenant, @Place, @Personal, @route, @person, @personRoute, @language, @Queries, @watch, @rhythm, @Day, @minute, @Zone,
            'active', @now, @due, (select coalesce(max(number), 0) from catalog_change), @now)
        returning {SubscriptionRow.Columns}
        """;

    private const string Count = "select count(*) from subscription where channel = @Channel and tenant = @Tenant and place = @Place and personal = @Personal";

    private const string ById = $"select {SubscriptionRow.Columns} from subscription where id = @Id limit 1";

    private const string ToState = """
        update subscription set state = @state, reason = null, told = 1, since = iif(state = @state, since, @now), next_due = @due, resume_at = @until
        where id = @Id
        """;

    private const string ToOther = """
        update subscription set queries = @Queries, watch = @watch, rhythm = @rhythm, day = @Day, minute = @minute, zone = @Zone
        where id = @Id
        """;

    private const string Ended = $"select {SubscriptionRow.Columns} from subscription where resume_at <= @now and state = 'paused' order by resume_at limit @most";

    private const string Delete = "delete from subscription where id = @Id";

    // Every change that was not told makes an at-once subscription due.
    private const string HasNews = "select count(*) from (select 1 from catalog_change where number > @after limit 1)";

    public static Subscription? Equal(StateTransaction transaction, SubscriptionIdentity identity) =>
        transaction.Query<SubscriptionRow>(ByIdentity, Parameters(identity)) is [var row] ? row.Record : null;

    public static Subscription? Find(StateTransaction transaction, long id) =>
        transaction.Query<SubscriptionRow>(ById, new { Id = id }) is [var row] ? row.Record : null;

    public static int CountIn(StateTransaction transaction, SubscriptionIdentity identity) => transaction.Scalar<int>(Count, Parameters(identity));

    public static Subscription Insert(StateTransaction transaction, SubscriptionIdentity identity, NewSubscription wanted, DateTimeOffset now)
    {
        var row = transaction.Query<SubscriptionRow>(InsertRow, new
        {
            identity.Channel,
            identity.Tenant,
            identity.Place,
            identity.Personal,
            route = (identity.Personal ? wanted.Follower.Asker.PersonRoute : wanted.Follower.Asker.PlaceRoute) ?? throw new ArgumentException("Nothing can be said there unasked.", nameof(wanted)),
            person = wanted.Follower.Asker.Person,
            personRoute = wanted.Follower.Asker.PersonRoute,
            language = (int)wanted.Language,
            identity.Queries,
            watch = (int)identity.Watch,
            rhythm = (int)identity.Cadence.Rhythm,
            identity.Cadence.Day,
            minute = MinuteOf(identity.Cadence),
            identity.Cadence.Zone,
            now = now.ToUnixTimeMilliseconds(),
            due = Schedule.Next(identity.Cadence, now)?.ToUnixTimeMilliseconds(),
        });
        return row[0].Record;
    }

    /// <summary>Active and due when its cadence says; at once when something changed meanwhile.</summary>
    public static void Activate(StateTransaction transaction, Subscription subscription, DateTimeOffset now)
    {
        var due = Schedule.Next(subscription.Cadence, now)
            ?? (transaction.Scalar<int>(HasNews, new { after = subscription.AfterChange }) > 0 ? now : (DateTimeOffset?)null);
        transaction.Execute(ToState, new { subscription.Id, state = "active", now = now.ToUnixTimeMilliseconds(), due = due?.ToUnixTimeMilliseconds(), until = (long?)null });
    }

    public static void Pause(StateTransaction transaction, long id, DateTimeOffset now, DateTimeOffset? until) =>
        transaction.Execute(ToState, new { Id = id, state = "paused", now = now.ToUnixTimeMilliseconds(), due = (long?)null, until = until?.ToUnixTimeMilliseconds() });

    /// <summary>Pauses that have ended. What was due since then is due at once, once.</summary>
    /// <returns>How many.</returns>
    public static int ResumeEnded(StateTransaction transaction, DateTimeOffset now, int most)
    {
        var ended = transaction.Query<SubscriptionRow>(Ended, new { now = now.ToUnixTimeMilliseconds(), most }).Select(row => row.Record).ToList();
        foreach (var subscription in ended)
        {
            Activate(transaction, subscription, subscription.ResumeAt!.Value);
        }

        return ended.Count;
    }

    public static void Become(StateTransaction transaction, long id, SubscriptionIdentity identity) => transaction.Execute(ToOther, new
    {
        Id = id,
        identity.Queries,
        watch = (int)identity.Watch,
        rhythm = (int)identity.Cadence.Rhythm,
        identity.Cadence.Day,
        minute = MinuteOf(identity.Cadence),
        identity.Cadence.Zone,
    });

    public static void Remove(StateTransaction transaction, long id) => transaction.Execute(Delete, new { Id = id });

    private static object Parameters(SubscriptionIdentity identity) => new
    {
        identity.Channel,
        identity.Tenant,
        identity.Place,
        identity.Personal,
        identity.Queries,
        watch = (int)identity.Watch,
        rhythm = (int)identity.Cadence.Rhythm,
        identity.Cadence.Day,
        minute = MinuteOf(identity.Cadence),
        identity.Cadence.Zone,
    };

    private static int MinuteOf(Cadence cadence) => (cadence.At.Hour * 60) + cadence.At.Minute;
}

/// <summary>What makes two subscriptions equal.</summary>
/// <param name="Queries">As they are stored.</param>
internal sealed record SubscriptionIdentity(string Channel, string Tenant, string Place, bool Personal, string Queries, Watch Watch, Cadence Cadence);
