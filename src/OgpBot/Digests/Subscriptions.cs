using Dapper;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>What is followed, in bot.db. Safe to share between threads.</summary>
/// <remarks>Whoever asks sees and changes what their place follows, what they follow alone and what they set elsewhere; anything else is not found.</remarks>
public sealed class Subscriptions(BotDatabase database, StateWriter writer, TimeProvider time)
{
    /// <summary>Of one place, or of one person alone.</summary>
    public const int MostPerPlace = 25;

    /// <summary>In one subscription.</summary>
    public const int MostQueries = 5;

    /// <summary>Characters of a query.</summary>
    public const int LongestQuery = 200;

    private const string Here = $"""
        select {SubscriptionRow.Columns} from subscription
        where channel = @channel and tenant = @tenant and place = @place and personal = @personal
        order by id limit @most
        """;

    private const string One = $"select {SubscriptionRow.Columns} from subscription where id = @id limit 1";

    private const string All = $"select {SubscriptionRow.Columns} from subscription order by state = 'broken' desc, id limit @most";

    /// <summary>Nothing that is older than this is ever told.</summary>
    public async Task<Subscribed> AddAsync(NewSubscription wanted, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        if (Refused(wanted.Queries, wanted.Cadence) is { } refused)
        {
            return refused;
        }

        var (origin, place) = (wanted.Follower, wanted.Personal ? wanted.Follower.Asker.Person : wanted.Follower.Asker.Place);
        var identity = new SubscriptionIdentity(
            origin.Channel, origin.Tenant, place, wanted.Personal, SubscriptionRow.WriteQueries(wanted.Queries), wanted.Watch, wanted.Cadence);
        return await writer.WriteAsync(transaction => Add(transaction, identity, wanted), cancellationToken);
    }

    /// <summary>What a channel or chat follows, oldest first: the order in which people number them.</summary>
    public Task<IReadOnlyList<Subscription>> OfPlaceAsync(string channel, string tenant, string place, CancellationToken cancellationToken) =>
        ListAsync(Here, new { channel, tenant, place, personal = false, most = MostPerPlace }, cancellationToken);

    /// <summary>What a person follows alone.</summary>
    public Task<IReadOnlyList<Subscription>> OfPersonAsync(string channel, string tenant, string person, CancellationToken cancellationToken) =>
        ListAsync(Here, new { channel, tenant, place = person, personal = true, most = MostPerPlace }, cancellationToken);

    /// <summary>For an operator: broken ones first.</summary>
    public Task<IReadOnlyList<Subscription>> AllAsync(int most, CancellationToken cancellationToken) => ListAsync(All, new { most }, cancellationToken);

    public async Task<Subscription?> FindAsync(long id, Follower origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        await using var connection = await database.ReadAsync(cancellationToken);
        var row = await connection.QuerySingleOrDefaultAsync<SubscriptionRow>(new CommandDefinition(One, new { id }, cancellationToken: cancellationToken));
        return row is not null && MayChange(origin, row.Record) ? row.Record : null;
    }

    /// <summary>Says nothing until it is resumed, and then goes on from where it was.</summary>
    /// <param name="until">When it goes on by itself; null: when somebody says so.</param>
    /// <returns>As it is now; null when there is none for whoever asks.</returns>
    public Task<Subscription?> PauseAsync(long id, Follower origin, DateTimeOffset? until, CancellationToken cancellationToken) =>
        WithAsync(id, origin, (transaction, _) => SubscriptionTable.Pause(transaction, id, time.GetUtcNow(), until), cancellationToken);

    /// <summary>Active again, also after it was broken.</summary>
    /// <returns>As it is now; null when there is none for whoever asks.</returns>
    public Task<Subscription?> ResumeAsync(long id, Follower origin, CancellationToken cancellationToken) =>
        WithAsync(id, origin, (transaction, found) => SubscriptionTable.Activate(transaction, found, time.GetUtcNow()), cancellationToken);

    /// <returns>What is followed no longer; null when there was none for whoever asks.</returns>
    public Task<Subscription?> StopAsync(long id, Follower origin, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return writer.WriteAsync(
            transaction =>
            {
                var found = SubscriptionTable.Find(transaction, id);
                if (found is null || !MayChange(origin, found))
                {
                    return null;
                }

                SubscriptionTable.Remove(transaction, id);
                return found;
            },
            cancellationToken);
    }

    /// <summary>Another time or other filters. One that becomes equal to another of its place is dropped in favour of that.</summary>
    public async Task<Subscribed> ChangeAsync(long id, Follower origin, SubscriptionChange change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        ArgumentNullException.ThrowIfNull(change);
        if (Refused(change.Queries, change.Cadence) is { } refused)
        {
            return refused;
        }

        return await writer.WriteAsync(
            transaction => SubscriptionTable.Find(transaction, id) is { } found && MayChange(origin, found) ? Change(transaction, found, change) : new(SubscribedAs.NotFound, null),
            cancellationToken);
    }

    private static bool MayChange(Follower origin, Subscription found) =>
        found.Place.Channel == origin.Channel && found.Place.Tenant == origin.Tenant
            && (found.Place.Conversation == (found.Personal ? origin.Asker.Person : origin.Asker.Place) || (found.Person.Length > 0 && found.Person == origin.Asker.Person));

    private static Subscribed? Refused(IReadOnlyCollection<string>? queries, Cadence? cadence) =>
        queries is not null && (queries.Count is 0 or > MostQueries || queries.Any(query => query.Length is 0 or > LongestQuery)) ? new(SubscribedAs.TooLong, null)
        : cadence is not null && Schedule.Zone(cadence.Zone) is null ? new(SubscribedAs.UnknownZone, null)
        : null;

    private Subscribed Add(StateTransaction transaction, SubscriptionIdentity identity, NewSubscription wanted)
    {
        var now = time.GetUtcNow();
        switch (SubscriptionTable.Equal(transaction, identity))
        {
            case { State: SubscriptionState.Active } equal:
                return new(SubscribedAs.AlreadyThere, equal);
            case { } equal:
                SubscriptionTable.Activate(transaction, equal, now);
                return new(SubscribedAs.Changed, SubscriptionTable.Find(transaction, equal.Id));
            case null when SubscriptionTable.CountIn(transaction, identity) >= MostPerPlace:
                return new(SubscribedAs.TooMany, null);
            default:
                return new(SubscribedAs.Added, SubscriptionTable.Insert(transaction, identity, wanted, now));
        }
    }

    private Subscribed Change(StateTransaction transaction, Subscription found, SubscriptionChange change)
    {
        var identity = new SubscriptionIdentity(
            found.Place.Channel, found.Place.Tenant, found.Place.Conversation, found.Personal,
            SubscriptionRow.WriteQueries(change.Queries ?? found.Queries), change.Watch ?? found.Watch, change.Cadence ?? found.Cadence);
        if (SubscriptionTable.Equal(transaction, identity) is { } equal && equal.Id != found.Id)
        {
            SubscriptionTable.Remove(transaction, found.Id);
            return new(SubscribedAs.AlreadyThere, equal);
        }

        SubscriptionTable.Become(transaction, found.Id, identity);
        SubscriptionTable.Activate(transaction, found with { Cadence = identity.Cadence }, time.GetUtcNow());
        return new(SubscribedAs.Changed, SubscriptionTable.Find(transaction, found.Id));
    }

    private Task<Subscription?> WithAsync(long id, Follower origin, Action<StateTransaction, Subscription> change, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(origin);
        return writer.WriteAsync(
            transaction =>
            {
                var found = SubscriptionTable.Find(transaction, id);
                if (found is null || !MayChange(origin, found))
                {
                    return null;
                }

                change(transaction, found);
                return SubscriptionTable.Find(transaction, id);
            },
            cancellationToken);
    }

    private async Task<IReadOnlyList<Subscription>> ListAsync(string select, object parameters, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<SubscriptionRow>(new CommandDefinition(select, parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(row => row.Record)];
    }
}
