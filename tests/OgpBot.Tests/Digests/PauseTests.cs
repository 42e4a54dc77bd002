using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Tests.Delivery;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

public sealed class PauseTests : IDisposable
{
    private static readonly Cadence AtOnce = new(Rhythm.AtOnce, 0, default, "America/Lima");

    private static readonly Cadence Mondays = new(Rhythm.Weekly, 1, new(9, 0), "America/Lima");

    private static readonly Follower Ann = new("platform", "tenant", new Asker("ann", "room"));

    private static readonly CatalogContent WithSecond = Sample.Content.With(Sample.Resource("Peru", "Second report"));

    private readonly TempFolder folder = new();
    private readonly WallClock clock = new(new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_paused_subscription_says_nothing_and_then_everything_that_it_missed()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", AtOnce);
        await digests.Subscriptions.PauseAsync(subscription.Id, Ann, until: null, Cancel);
        await digests.TellAsync(WithSecond);
        Assert.Equal(0, platform.Unread);

        await digests.Subscriptions.ResumeAsync(subscription.Id, Ann, Cancel);
        await digests.RoundAsync();

        Assert.Equal(1, (await platform.NextAsync()).Reply.Total);
    }

    [Fact]
    public async Task A_pause_that_was_to_end_on_a_day_ends_by_itself_and_then_tells_everything()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", AtOnce);
        await digests.Subscriptions.PauseAsync(subscription.Id, Ann, until: clock.Now.AddDays(2), Cancel);
        await digests.TellAsync(WithSecond);
        clock.Advance(TimeSpan.FromDays(1));
        await digests.RoundAsync();
        Assert.Equal(0, platform.Unread);

        clock.Advance(TimeSpan.FromDays(3));
        await digests.RoundAsync();

        Assert.Equal(1, (await platform.NextAsync()).Reply.Total);
        var now = await digests.NowAsync(subscription);
        Assert.Equal((SubscriptionState.Active, null), (now.State, now.ResumeAt));
    }

    [Fact]
    public async Task What_was_due_after_a_pause_ended_is_told_once_also_when_the_host_was_down()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        await digests.Subscriptions.PauseAsync(subscription.Id, Ann, until: clock.Now.AddDays(2), Cancel);
        await digests.TellAsync(WithSecond);

        clock.Advance(TimeSpan.FromDays(15));
        await digests.RoundAsync();
        await digests.RoundAsync();

        Assert.Equal(1, (await platform.NextAsync()).Reply.Total);
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task A_pause_without_a_day_does_not_end_by_itself()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        await digests.Subscriptions.PauseAsync(subscription.Id, Ann, until: clock.Now.AddDays(2), Cancel);
        await digests.Subscriptions.PauseAsync(subscription.Id, Ann, until: null, Cancel);

        clock.Advance(TimeSpan.FromDays(300));
        await digests.RoundAsync();

        Assert.Equal(SubscriptionState.Paused, (await digests.NowAsync(subscription)).State);
    }

    private Task<DigestsUnderTest> StartAsync() => DigestsUnderTest.StartAsync(folder.Data, clock, platform);
}
