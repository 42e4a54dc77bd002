using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Tests.Delivery;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

public sealed class DigestTests : IDisposable
{
    private static readonly Cadence AtOnce = new(Rhythm.AtOnce, 0, default, "America/Lima");

    private static readonly Cadence Mondays = new(Rhythm.Weekly, 1, new(9, 0), "America/Lima");

    private static readonly CatalogContent WithSecond = Sample.Content.With(Sample.Resource("Peru", "Second report"));

    private readonly TempFolder folder = new();
    private readonly WallClock clock = new(new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_resource_is_told_at_once_where_it_is_followed_and_nowhere_else()
    {
        await using var digests = await StartAsync();
        await digests.FollowAsync("resources country:peru", AtOnce, "peru room");
        await digests.FollowAsync("resources country:chile", AtOnce, "chile room");
        await digests.FollowAsync("commitments country:peru", AtOnce, "commitment room");
        await digests.FollowAsync("resources type:\"irm report\"", AtOnce, "report room");
        await digests.FollowAsync("resources type:letter", AtOnce, "letter room");

        await digests.TellAsync(WithSecond);

        var told = await platform.NextAsync(2);
        Assert.Equal(["peru room", "report room"], told.Select(message => message.Address.Conversation).Order(StringComparer.Ordinal));
        Assert.All(told, message => Assert.Equal(("Second report", MessageClass.Digest), (Assert.Single(message.Reply.Items).Title, message.Class)));
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task Importing_twice_tells_nothing_twice_and_neither_does_a_restart()
    {
        await using (var digests = await StartAsync())
        {
            await digests.FollowAsync("resources", AtOnce);
            await digests.TellAsync(WithSecond);
            await platform.NextAsync();
            await digests.TellAsync(WithSecond);
            await digests.TellAsync(WithSecond.ReadAgain());
        }

        await using var again = new DigestsUnderTest(folder.Data, clock, platform);
        clock.Advance(TimeSpan.FromDays(30));
        await again.RoundAsync();

        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task What_was_there_before_somebody_subscribed_is_not_told()
    {
        await using var digests = await StartAsync();
        await digests.TellAsync(WithSecond);
        await digests.FollowAsync("resources", Mondays);

        clock.Advance(TimeSpan.FromDays(7));
        await digests.RoundAsync();

        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task A_weekly_digest_gathers_the_week_and_is_silent_when_nothing_is_new()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources country:peru", Mondays);
        await digests.TellAsync(WithSecond);
        await digests.TellAsync(WithSecond.With(Sample.Resource("Peru", "Third report")));
        Assert.Equal(0, platform.Unread);

        clock.Now = subscription.NextDue!.Value;
        await digests.RoundAsync();
        var digest = (await platform.NextAsync()).Reply;
        clock.Advance(TimeSpan.FromDays(7));
        await digests.RoundAsync();

        Assert.Equal("2 new resources: Peru", digest.Text);
        Assert.Equal(0, platform.Unread);
        Assert.Equal(new(2026, 12, 14, 14, 0, 0, TimeSpan.Zero), (await digests.NowAsync(subscription)).NextDue);
    }

    [Fact]
    public async Task A_host_that_was_down_for_weeks_catches_up_with_one_digest()
    {
        await using (var digests = await StartAsync())
        {
            await digests.FollowAsync("resources", Mondays);
            await digests.TellAsync(WithSecond);
        }

        clock.Advance(TimeSpan.FromDays(24));
        await using var later = new DigestsUnderTest(folder.Data, clock, platform);
        await later.ServeAsync(WithSecond.With(Sample.Resource("Chile", "Second letter")));
        await later.RoundAsync();
        await later.RoundAsync();

        Assert.Equal(2, (await platform.NextAsync()).Reply.Total);
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task An_hour_back_on_the_clock_tells_nothing_twice()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        await digests.TellAsync(WithSecond);
        clock.Now = subscription.NextDue!.Value.AddMinutes(1);
        await digests.RoundAsync();
        await platform.NextAsync();

        clock.Now -= TimeSpan.FromHours(1);
        await digests.TellAsync(WithSecond.With(Sample.Resource("Peru", "Third report")));
        clock.Now += TimeSpan.FromHours(1);
        await digests.RoundAsync();

        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task What_a_platform_refuses_is_told_when_it_takes_it_again_and_who_set_it_is_told_once()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        platform.OnSend = message => Task.FromResult<Outcome>(message.Class == MessageClass.Digest ? new Outcome.Refused("is_archived") : new Outcome.Sent("id"));
        await digests.TellAsync(WithSecond);
        await WeekAsync(digests);
        await WeekAsync(digests);

        var broken = await digests.NowAsync(subscription);
        Assert.Equal((SubscriptionState.Broken, "is_archived"), (broken.State, broken.Reason));
        var sent = await platform.NextAsync(3);
        Assert.Equal(["room", "ann", "room"], sent.Select(message => message.Address.Conversation));
        Assert.Contains("is_archived", sent[1].Reply.Text, StringComparison.Ordinal);
        Assert.Equal(1, digests.Metrics.Count(SubscriptionState.Broken));

        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));
        await WeekAsync(digests);

        Assert.Equal("Second report", Assert.Single((await platform.NextAsync()).Reply.Items).Title);
        Assert.Equal((SubscriptionState.Active, null), ((await digests.NowAsync(subscription)).State, (await digests.NowAsync(subscription)).Reason));
        await WeekAsync(digests);
        Assert.Equal(0, platform.Unread);
    }

    [Fact]
    public async Task What_did_not_arrive_is_told_again_also_when_the_clock_goes_back_to_the_time_when_it_was_due()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Refused("is_archived"));
        await digests.TellAsync(WithSecond);
        clock.Now = subscription.NextDue!.Value;
        await digests.RoundAsync();
        await digests.RoundAsync();
        await platform.NextAsync(2);

        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));
        await digests.WriteAsync($"update subscription set next_due = {subscription.NextDue.Value.ToUnixTimeMilliseconds()}");
        await digests.RoundAsync();

        Assert.Equal(MessageClass.Digest, (await platform.NextAsync()).Class);
    }

    [Fact]
    public async Task What_may_have_arrived_is_never_told_again()
    {
        await using var digests = await StartAsync();
        var subscription = await digests.FollowAsync("resources", Mondays);
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Unknown("timeout"));
        await digests.TellAsync(WithSecond);
        await WeekAsync(digests);
        await platform.NextAsync();

        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));
        await WeekAsync(digests);

        Assert.Equal(0, platform.Unread);
        Assert.Equal(SubscriptionState.Active, (await digests.NowAsync(subscription)).State);
    }

    [Fact]
    public async Task What_is_told_at_once_and_cannot_be_delivered_is_tried_again_after_hours()
    {
        await using var digests = await StartAsync();
        await digests.FollowAsync("resources", AtOnce);
        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Refused("403"));
        await digests.TellAsync(WithSecond);
        await platform.NextAsync();
        await digests.RoundAsync();
        await platform.NextAsync();

        platform.OnSend = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));
        clock.Advance(TimeSpan.FromHours(1));
        await digests.RoundAsync();
        Assert.Equal(0, platform.Unread);
        clock.Advance(TimeSpan.FromHours(6));
        await digests.RoundAsync();

        Assert.Equal(MessageClass.Digest, (await platform.NextAsync()).Class);
    }

    [Fact]
    public async Task Everybody_in_a_busy_hour_gets_theirs()
    {
        await using var digests = await StartAsync();
        foreach (var number in Enumerable.Range(1, 250))
        {
            await digests.FollowAsync("resources", Mondays, $"room {number}");
        }

        await digests.TellAsync(WithSecond);
        await WeekAsync(digests);

        Assert.Equal(250, (await platform.NextAsync(250)).Select(message => message.Address.Conversation).Distinct().Count());
    }

    [Fact]
    public async Task The_preview_shows_what_the_last_month_would_have_said()
    {
        await using var digests = await StartAsync();
        await digests.TellAsync(WithSecond);
        clock.Advance(TimeSpan.FromDays(40));
        await digests.TellAsync(WithSecond.With(Sample.Resource("Peru", "Third report"), Sample.Resource("Chile", "Second letter")));

        var preview = await digests.Previews.PreviewAsync(["resources country:peru"], Watch.New, Mondays, Language.English, Cancel);

        Assert.Equal((1, "Third report", "1 new resource: Peru", "resources (Peru)"), (preview!.Total, preview.Items[0].Title, preview.Headline, preview.Followed));
        Assert.Equal(clock.Now.AddDays(-30), preview.Since);
        Assert.Equal(Schedule.Next(Mondays, clock.Now), preview.FirstRun);
        Assert.Null(await digests.Previews.PreviewAsync(["glossary"], Watch.New, Mondays, Language.English, Cancel));
    }

    [Fact]
    public async Task The_preview_says_how_little_is_known_when_it_has_watched_for_less_than_a_month()
    {
        await using var digests = await StartAsync();
        var start = clock.Now;
        clock.Advance(TimeSpan.FromDays(3));

        var preview = await digests.Previews.PreviewAsync(["resources"], Watch.New, Mondays, Language.English, Cancel);

        Assert.Equal((0, null, start), (preview!.Total, preview.Headline, preview.Since));
    }

    private Task<DigestsUnderTest> StartAsync() => DigestsUnderTest.StartAsync(folder.Data, clock, platform);

    private async Task WeekAsync(DigestsUnderTest digests)
    {
        clock.Advance(TimeSpan.FromDays(7));
        await digests.RoundAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await digests.RoundAsync();
    }
}
