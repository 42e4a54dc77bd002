using OgpBot.Delivery;
using OgpBot.Host.Slack;
using OgpBot.Storage;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackTokensTests
{
    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    private static readonly WireAnswer Renewed = WireAnswer.Ok("""
        "access_token":"xoxe.xoxb-new","refresh_token":"xoxe-2","expires_in":43200,"token_type":"bot","bot_user_id":"U1","app_id":"A1","team":{"id":"T1"}
        """);

    private static readonly WireAnswer Introduced = WireAnswer.Ok("\"team_id\":\"T1\",\"user_id\":\"UBOT\"");

    [Fact]
    public async Task A_token_is_renewed_ahead_of_its_end_once_for_all_who_need_it()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", "xoxe.xoxb-old", "xoxe-1", TimeSpan.FromHours(12));
        world.Wire.Answer = _ => Renewed;
        var tokens = world.Get<SlackTokens>();

        var before = await tokens.OfAsync("T1", Cancelled);
        world.Time.Advance(TimeSpan.FromHours(10) + TimeSpan.FromSeconds(1));
        var after = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => tokens.OfAsync("T1", Cancelled)));

        Assert.Equal("xoxe.xoxb-old", before.Body!.Token.Value);
        Assert.All(after, access => Assert.Equal("xoxe.xoxb-new", access.Body!.Token.Value));
        var request = Assert.Single(world.Wire.Requests);
        Assert.Equal(("/api/oauth.v2.access", "refresh_token", "xoxe-1"), (request.Path, request.Field("grant_type"), request.Field("refresh_token")));
        Assert.Equal($"Basic {Convert.ToBase64String("client.id:client-secret"u8)}", request.Authorization);
        Assert.DoesNotContain("client-secret", request.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_renewal_uses_the_new_refresh_token()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", "xoxe.xoxb-old", "xoxe-1", TimeSpan.FromHours(1));
        world.Wire.Answer = _ => Renewed;
        var tokens = world.Get<SlackTokens>();

        await tokens.OfAsync("T1", Cancelled);
        world.Time.Advance(TimeSpan.FromHours(11));
        await tokens.OfAsync("T1", Cancelled);

        Assert.Equal(["xoxe-1", "xoxe-2"], world.Wire.Requests.Select(request => request.Field("refresh_token")));
    }

    [Fact]
    public async Task While_it_cannot_be_renewed_a_token_serves_to_its_end_and_then_messages_wait()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", "xoxe.xoxb-old", "xoxe-1", TimeSpan.FromHours(1));
        world.Wire.Answer = _ => new WireAnswer(500, "");
        var tokens = world.Get<SlackTokens>();

        var before = await tokens.OfAsync("T1", Cancelled);
        world.Time.Advance(TimeSpan.FromHours(1));
        var after = await tokens.OfAsync("T1", Cancelled);
        world.Wire.Answer = _ => WireAnswer.Error("invalid_refresh_token");
        var never = await tokens.OfAsync("T1", Cancelled);

        Assert.Equal("xoxe.xoxb-old", before.Body!.Token.Value);
        Assert.IsType<Outcome.Later>(after.Trouble);
        Assert.Equal(new Outcome.Refused("invalid_refresh_token"), never.Trouble);
    }

    [Fact]
    public async Task A_token_that_Slack_calls_expired_is_renewed_and_the_message_goes_out()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", "xoxe.xoxb-old", "xoxe-1", TimeSpan.FromHours(12));
        world.Wire.Answer = request => request.Method == "oauth.v2.access" ? Renewed
            : request.Authorization == "Bearer xoxe.xoxb-new" ? WireAnswer.Ok("\"ts\":\"1.1\"")
            : WireAnswer.Error("token_expired");

        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1")), Cancelled);

        Assert.Equal(new Outcome.Sent("1.1"), outcome);
        Assert.Equal(["chat.postMessage", "oauth.v2.access", "chat.postMessage"], world.Wire.Requests.Select(request => request.Method));
    }

    [Fact]
    public async Task A_workspace_that_leaves_while_its_token_is_renewed_stays_away()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", "xoxe.xoxb-old", "xoxe-1", TimeSpan.FromHours(1));
        var gone = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        world.Wire.Answer = _ =>
        {
            asked.SetResult();
            return Renewed with { Wait = gone.Task };
        };

        var renewing = world.Get<SlackTokens>().OfAsync("T1", Cancelled);
        await asked.Task.WaitAsync(Cancelled);
        await world.Get<SlackPurge>().PurgeAsync("T1", null, Cancelled);
        gone.SetResult();
        await renewing;

        Assert.Null(await world.Get<SlackInstallations>().FindAsync("T1", Cancelled));
    }

    [Fact]
    public async Task What_the_database_holds_opens_for_its_own_workspace_alone()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        await world.InstallAsync("T2");

        await world.Get<StateWriter>().RecordAsync(
            transaction => transaction.Execute("update slack_installation set tokens = (select tokens from slack_installation where team = 'T1') where team = 'T2'"), Cancelled);

        Assert.Null(await world.Get<SlackInstallations>().FindAsync("T2", Cancelled));
        Assert.NotNull(await world.Get<SlackInstallations>().FindAsync("T1", Cancelled));
    }

    [Fact]
    public async Task While_Slack_refuses_the_token_of_the_settings_the_channel_is_red_and_says_why()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => WireAnswer.Error("invalid_auth");
        var tokens = world.Get<SlackTokens>();

        await tokens.OwnAsync(Cancelled);
        // The way in works, and has no say in this.
        world.Health.On();
        var (refused, ready) = (world.Health.State, world.Health.Ready);
        world.Wire.Answer = _ => new WireAnswer(500, "");
        await tokens.OwnAsync(Cancelled);
        var unreachable = world.Health.Ready;
        world.Wire.Answer = _ => Introduced;
        await tokens.OwnAsync(Cancelled);

        Assert.Equal(("failing: Slack refuses SLACK_BOT_TOKEN (invalid_auth)", false), (refused, ready));
        Assert.False(unreachable);
        Assert.Equal(("on", true), (world.Health.State, world.Health.Ready));
    }

    [Fact]
    public async Task A_token_that_Slack_stops_taking_turns_the_channel_red_until_it_takes_it_again_without_anybody_asking()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => Introduced;
        using var watch = new SlackTokenWatch(world.Get<SlackTokens>(), world.Time);
        await watch.StartAsync(Cancelled);
        await UntilAsync(world, () => world.Wire.Requests.Count == 1);

        world.Wire.Answer = _ => WireAnswer.Error("account_inactive");
        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1")), Cancelled);
        await UntilAsync(world, () => !world.Health.Ready);
        world.Wire.Answer = _ => Introduced;
        await UntilAsync(world, () => world.Health.Ready);
        await watch.StopAsync(Cancelled);

        Assert.Equal(new Outcome.Refused("account_inactive"), outcome);
        Assert.Equal(["auth.test", "chat.postMessage", "auth.test"], world.Wire.Requests.Select(request => request.Method).Distinct().Append(world.Wire.Requests.Last().Method));
    }

    [Fact]
    public async Task A_token_that_was_revoked_turns_the_channel_red()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => Introduced;
        await world.Get<SlackTokens>().OwnAsync(Cancelled);

        world.Get<SlackTokens>().Forget("T1");

        Assert.Equal(("failing: SLACK_BOT_TOKEN was revoked", false), (world.Health.State, world.Health.Ready));
    }

    private static async Task UntilAsync(SlackWorld world, Func<bool> isSo)
    {
        while (!isSo())
        {
            world.Time.Advance(SlackTokenWatch.Pause);
            await Task.Yield();
            Cancelled.ThrowIfCancellationRequested();
        }
    }
}
