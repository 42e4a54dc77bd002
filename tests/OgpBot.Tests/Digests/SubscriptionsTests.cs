using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Privacy;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

public sealed class SubscriptionsTests : IDisposable
{
    private static readonly Cadence Mondays = new(Rhythm.Weekly, 1, new(9, 0), "America/Lima");

    private readonly TempFolder folder = new();
    private readonly WallClock clock = new(new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
    private readonly OpenState state;
    private readonly Subscriptions subscriptions;

    public SubscriptionsTests()
    {
        state = new(folder.Data, clock);
        subscriptions = new(state.Database, state.Writer, clock);
    }

    public void Dispose()
    {
        state.Dispose();
        folder.Dispose();
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_channel_follows_something_and_sees_it_in_its_list()
    {
        var added = await AddAsync(Ann, "resources country:peru");

        Assert.Equal(SubscribedAs.Added, added.As);
        var listed = Assert.Single(await HereAsync());
        Assert.Equal(added.Subscription, listed);
        Assert.Equal(new DateTimeOffset(2026, 11, 30, 14, 0, 0, TimeSpan.Zero), listed.NextDue);
        Assert.Equal((SubscriptionState.Active, "ann", "room", false), (listed.State, listed.Person, listed.Place.Conversation, listed.Personal));
    }

    [Fact]
    public async Task Equal_subscriptions_of_a_channel_are_one_whoever_asks_and_in_whatever_order()
    {
        await AddAsync(Ann, "resources", "posts");

        var again = await AddAsync(Bob, "posts", "resources");

        Assert.Equal((SubscribedAs.AlreadyThere, 1), (again.As, (await HereAsync()).Count));
    }

    [Fact]
    public async Task Other_places_other_times_and_other_filters_are_other_subscriptions()
    {
        await AddAsync(Ann, "resources");
        await AddAsync(Ann, "posts");
        await AddAsync(Ann with { Asker = Ann.Asker with { Place = "other" } }, "resources");
        await AddAsync(Ann with { Tenant = "elsewhere" }, "resources");
        await subscriptions.AddAsync(new(Ann, true, Language.English, ["resources"], Watch.New, Mondays), Cancel);
        var daily = await subscriptions.AddAsync(new(Ann, false, Language.English, ["resources"], Watch.New, Mondays with { Rhythm = Rhythm.Daily, Day = 0 }), Cancel);

        Assert.Equal(SubscribedAs.Added, daily.As);
        Assert.Equal(3, (await HereAsync()).Count);
        Assert.Single(await subscriptions.OfPersonAsync("platform", "tenant", "ann", Cancel));
    }

    [Fact]
    public async Task A_paused_one_is_not_due_and_goes_on_when_it_is_resumed_or_asked_for_again()
    {
        var id = (await AddAsync(Ann, "resources")).Subscription!.Id;

        var paused = await subscriptions.PauseAsync(id, Bob, until: null, Cancel);
        Assert.Equal((SubscriptionState.Paused, null), (paused!.State, paused.NextDue));
        var resumed = await subscriptions.ResumeAsync(id, Bob, Cancel);
        Assert.Equal(SubscriptionState.Active, resumed!.State);
        Assert.NotNull(resumed.NextDue);
        await subscriptions.PauseAsync(id, Bob, until: null, Cancel);
        var asked = await AddAsync(Bob, "resources");

        Assert.Equal((SubscribedAs.Changed, id, SubscriptionState.Active), (asked.As, asked.Subscription!.Id, asked.Subscription.State));
    }

    [Fact]
    public async Task Anybody_in_the_channel_may_stop_what_the_channel_follows_and_nobody_elsewhere()
    {
        var id = (await AddAsync(Ann, "resources")).Subscription!.Id;
        var stranger = new Follower("platform", "tenant", new Asker("eve", "other room"));
        var foreigner = Bob with { Tenant = "other" };

        Assert.Null(await subscriptions.StopAsync(id, stranger, Cancel));
        Assert.Null(await subscriptions.PauseAsync(id, foreigner, until: null, Cancel));
        Assert.Null(await subscriptions.FindAsync(id, stranger, Cancel));
        Assert.Equal(SubscribedAs.NotFound, (await subscriptions.ChangeAsync(id, stranger, new(Mondays), Cancel)).As);
        Assert.NotNull(await subscriptions.StopAsync(id, Bob, Cancel));
        Assert.Null(await subscriptions.StopAsync(id, Bob, Cancel));
        Assert.Empty(await HereAsync());
    }

    [Fact]
    public async Task What_a_person_follows_alone_is_nobody_elses_business()
    {
        var own = (await subscriptions.AddAsync(new(Ann, true, Language.Spanish, ["resources"], Watch.New, Mondays), Cancel)).Subscription!;

        Assert.Null(await subscriptions.FindAsync(own.Id, Bob, Cancel));
        Assert.Null(await subscriptions.StopAsync(own.Id, Bob, Cancel));
        Assert.NotNull(await subscriptions.StopAsync(own.Id, Ann with { Asker = new Asker("ann", "another room") }, Cancel));
    }

    [Fact]
    public async Task Another_day_is_kept_and_one_that_becomes_equal_to_another_is_dropped()
    {
        var fridays = Mondays with { Day = 5 };
        var first = (await AddAsync(Ann, "resources")).Subscription!;
        var second = (await subscriptions.AddAsync(new(Ann, false, Language.English, ["resources"], Watch.New, fridays), Cancel)).Subscription!;

        var changed = await subscriptions.ChangeAsync(first.Id, Bob, new(Queries: ["posts"]), Cancel);
        Assert.Equal((SubscribedAs.Changed, "posts"), (changed.As, changed.Subscription!.Queries[0]));
        var merged = await subscriptions.ChangeAsync(first.Id, Bob, new(fridays, ["resources"]), Cancel);

        Assert.Equal((SubscribedAs.AlreadyThere, second.Id), (merged.As, merged.Subscription!.Id));
        Assert.Equal(second.Id, Assert.Single(await HereAsync()).Id);
    }

    [Fact]
    public async Task There_are_limits_and_each_is_told()
    {
        foreach (var number in Enumerable.Range(1, Subscriptions.MostPerPlace))
        {
            await AddAsync(Ann, $"resources year:{2000 + number}");
        }

        Assert.Equal(SubscribedAs.TooMany, (await AddAsync(Ann, "posts")).As);
        Assert.Equal(SubscribedAs.AlreadyThere, (await AddAsync(Ann, "resources year:2001")).As);
        Assert.Equal(SubscribedAs.TooLong, (await AddAsync(Ann, new string('x', Subscriptions.LongestQuery + 1))).As);
        Assert.Equal(SubscribedAs.TooLong, (await AddAsync(Ann, "1", "2", "3", "4", "5", "6")).As);
        Assert.Equal(SubscribedAs.UnknownZone, (await subscriptions.AddAsync(new(Ann, false, Language.English, ["posts"], Watch.New, Mondays with { Zone = "Mars/Base" }), Cancel)).As);
    }

    [Fact]
    public async Task Who_is_forgotten_leaves_no_trace_and_the_channels_keep_what_they_follow()
    {
        await AddAsync(Ann, "resources");
        await AddAsync(Bob, "posts");
        await subscriptions.AddAsync(new(Ann, true, Language.English, ["plans"], Watch.New, Mondays), Cancel);

        Assert.Equal(2, await state.Writer.RecordAsync(transaction => PersonalRows.Delete(transaction, new Person("platform", "tenant", "ann")), Cancel));

        Assert.Empty(await subscriptions.OfPersonAsync("platform", "tenant", "ann", Cancel));
        Assert.Equal(["", "bob"], (await HereAsync()).Select(subscription => subscription.Person));
        // Nobody is "nobody": an empty name opens nothing.
        Assert.Null(await subscriptions.FindAsync((await HereAsync())[0].Id, new Follower("platform", "tenant", new Asker("", "elsewhere")), Cancel));
    }

    private static Follower Ann => new("platform", "tenant", new Asker("ann", "room") { PlaceRoute = "{}", PersonRoute = "{}" });

    private static Follower Bob => Ann with { Asker = Ann.Asker with { Person = "bob" } };

    private Task<Subscribed> AddAsync(Follower origin, params string[] queries) =>
        subscriptions.AddAsync(new(origin, false, Language.English, queries, Watch.New, Mondays), Cancel);

    private Task<IReadOnlyList<Subscription>> HereAsync() => subscriptions.OfPlaceAsync("platform", "tenant", "room", Cancel);
}
