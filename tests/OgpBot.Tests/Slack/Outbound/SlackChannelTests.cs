using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackChannelTests
{
    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    [Fact]
    public async Task A_reply_is_posted_in_its_thread_with_a_text_for_notifications_and_a_reference_and_without_previews()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Ok("\"ts\":\"17.5\"");

        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1") with { ThreadTs = "16.1" }, "<!channel> & <@U1>"), Cancelled);

        Assert.Equal(new Outcome.Sent("17.5"), outcome);
        var request = Assert.Single(world.Wire.Requests);
        Assert.Equal(("/api/chat.postMessage", "Bearer xoxb-of-T1"), (request.Path, request.Authorization));
        Assert.Equal(("C1", "16.1", "&lt;!channel&gt; &amp; &lt;@U1&gt;"), ((string?)request.Json["channel"], (string?)request.Json["thread_ts"], (string?)request.Json["text"]));
        Assert.Equal((false, false), ((bool?)request.Json["unfurl_links"], (bool?)request.Json["unfurl_media"]));
        Assert.Equal("0123456789", (string?)request.Json["metadata"]!["event_payload"]!["reference"]);
        Assert.NotEmpty(request.Json["blocks"]!.AsArray());
    }

    [Fact]
    public async Task A_long_reply_keeps_its_text_within_what_Slack_takes_in_one_message()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");

        await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1"), new string('x', 50_000)), Cancelled);

        Assert.InRange(((string)Assert.Single(world.Wire.Requests).Json["text"]!).Length, 1_000, 4_000);
    }

    [Fact]
    public async Task A_reply_takes_the_place_of_another_message()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");

        var outcome = await world.Channel.UpdateAsync(SlackWorld.Answer("T1", SlackWorld.In("C1"), replaces: "17.5"), "17.5", Cancelled);

        Assert.IsType<Outcome.Sent>(outcome);
        var request = Assert.Single(world.Wire.Of("chat.update"));
        Assert.Equal(("C1", "17.5"), ((string?)request.Json["channel"], (string?)request.Json["ts"]));
    }

    [Fact]
    public async Task Blocks_that_Slack_does_not_take_leave_a_plain_answer()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = request => request.Json.ContainsKey("blocks") ? WireAnswer.Error("invalid_blocks") : WireAnswer.Ok("\"ts\":\"17.5\"");

        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1"), "Two <commitments>"), Cancelled);

        Assert.Equal(new Outcome.Sent("17.5"), outcome);
        Assert.StartsWith("Two &lt;commitments&gt;", (string?)world.Wire.Requests.Last().Json["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_did_not_install_the_app_gets_nothing()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Ok("\"team_id\":\"T0\",\"user_id\":\"U0\"");

        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T2", SlackWorld.In("C1")), Cancelled);

        Assert.Equal(new Outcome.Refused("not_installed"), outcome);
        Assert.Empty(world.Wire.Of("chat.postMessage"));
    }

    [Fact]
    public async Task The_token_of_the_settings_serves_its_own_workspace_which_Slack_names_once()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => WireAnswer.Ok("\"team_id\":\"T0\",\"user_id\":\"U0\",\"ts\":\"1.1\"");

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => world.Channel.SendAsync(SlackWorld.Answer("T0", SlackWorld.In("C1")), Cancelled)));

        Assert.All(outcomes, outcome => Assert.IsType<Outcome.Sent>(outcome));
        Assert.Single(world.Wire.Of("auth.test"));
        Assert.All(world.Wire.Requests, request => Assert.Equal($"Bearer {SlackWorld.OwnToken}", request.Authorization));
    }

    [Fact]
    public async Task A_message_waits_while_Slack_cannot_say_whose_token_it_is()
    {
        await using var world = await SlackWorld.OpenAsync(ownToken: true);
        world.Wire.Answer = _ => new WireAnswer(500, "");

        Assert.IsType<Outcome.Later>(await world.Channel.SendAsync(SlackWorld.Answer("T0", SlackWorld.In("C1")), Cancelled));
        Assert.Empty(world.Wire.Of("chat.postMessage"));
    }

    [Fact]
    public async Task A_message_of_unknown_fate_is_found_by_its_reference()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = request => request.Field("cursor") is null
            ? WireAnswer.Ok("""
                "messages":[{"ts":"19.1","user":"U1"}],"response_metadata":{"next_cursor":"more"}
                """)
            : WireAnswer.Ok("""
                "messages":[{"ts":"18.1","user":"UBOTT1","metadata":{"event_type":"ogpbot_reply","event_payload":{"reference":"0123456789"}}}]
                """);

        var outcome = await world.Channel.FindAsync(SlackWorld.Answer("T1", SlackWorld.In("D1") with { AskedTs = "17.9" }), Cancelled);

        Assert.Equal(new Outcome.Sent("18.1"), outcome);
        Assert.All(world.Wire.Of("conversations.history"), request => Assert.Equal(("D1", "17.9", "true"), (request.Field("channel"), request.Field("oldest"), request.Field("include_all_metadata"))));
    }

    [Theory]
    // Everything was read, and it is not there.
    [InlineData("""{"ts":"19.1","user":"U1"},{"ts":"18.1","user":"UBOTT1","metadata":{"event_type":"ogpbot_reply","event_payload":{"reference":"another"}}}""", "", "later")]
    // Slack tells no metadata of a message of ours: it may be this one.
    [InlineData("""{"ts":"18.1","user":"UBOTT1"}""", "", "unknown")]
    // There is no end of newer messages.
    [InlineData("""{"ts":"19.1","user":"U1"}""", "more", "unknown")]
    public async Task A_message_that_is_not_found_is_sent_again_only_when_it_certainly_is_not_there(string messages, string cursor, string expected)
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Ok($$$"""
            "messages":[{{{messages}}}],"response_metadata":{"next_cursor":"{{{cursor}}}"}
            """);

        Assert.Equal(expected, SlackClientTests.NameOf(await world.Channel.FindAsync(SlackWorld.Answer("T1", SlackWorld.In("D1") with { AskedTs = "17.9" }), Cancelled)));
    }

    [Fact]
    public async Task In_a_thread_of_a_direct_message_the_thread_is_read()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Ok("\"messages\":[]");

        await world.Channel.FindAsync(SlackWorld.Answer("T1", new SlackRoute(SlackRouteKind.Message, "D1", "16.1") { AskedTs = "17.9" }), Cancelled);

        Assert.Equal("16.1", Assert.Single(world.Wire.Of("conversations.replies")).Field("ts"));
    }

    [Fact]
    public async Task Where_history_may_not_be_read_nobody_asks_for_it()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1", scopes: "chat:write");
        await world.InstallAsync("T2");
        var (noScope, channel) = (SlackWorld.Answer("T1", SlackWorld.In("D1") with { AskedTs = "17.9" }), SlackWorld.Answer("T2", SlackWorld.In("C1") with { AskedTs = "17.9" }));

        Assert.IsType<Outcome.Unknown>(await world.Channel.FindAsync(noScope, Cancelled));
        Assert.IsType<Outcome.Unknown>(await world.Channel.FindAsync(channel, Cancelled));

        Assert.Empty(world.Wire.Requests);
        Assert.Equal(new ChannelPromise(Idempotent: false, Reconcilable: false), world.Channel.PromiseOf(channel));
        Assert.Equal(new ChannelPromise(Idempotent: false, Reconcilable: true), world.Channel.PromiseOf(noScope));
    }

    [Fact]
    public async Task A_home_page_is_published_for_its_person_with_what_that_person_asked()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("C1") with { User = "U1" }), Cancelled);

        var outcome = await world.Channel.SendAsync(Surface("T1", new SlackRoute(SlackRouteKind.Home, "U1")), Cancelled);
        await world.Channel.SendAsync(Surface("T1", new SlackRoute(SlackRouteKind.Home, "U2")), Cancelled);

        Assert.IsType<Outcome.Sent>(outcome);
        var published = world.Wire.Of("views.publish");
        Assert.Equal(["U1", "U2"], published.Select(request => (string?)request.Json["user_id"]));
        Assert.Equal([true, false], published.Select(request => request.Body.Contains("year:2031", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Known_links_get_a_preview_and_others_are_left_alone()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        const string Known = "https://www.opengovpartnership.org/members/peru/commitments/PE0062/";
        var both = new SlackUnfurl("17.5", "unfurl-1", "composer", [Known, "https://www.opengovpartnership.org/members/peru/commitments/PE9999/"]);
        var none = both with { Urls = ["https://www.opengovpartnership.org/about/", "https://example.org/PE0062"] };

        var shown = await world.Channel.SendAsync(Surface("T1", new SlackRoute(SlackRouteKind.Unfurl, "C1") { Unfurl = both }), Cancelled);
        var left = await world.Channel.SendAsync(Surface("T1", new SlackRoute(SlackRouteKind.Unfurl, "C1") { Unfurl = none }), Cancelled);

        Assert.Equal([new Outcome.Sent(null), new Outcome.Sent(null)], new[] { shown, left });
        var request = Assert.Single(world.Wire.Requests);
        Assert.Equal(("unfurl-1", "composer", false), ((string?)request.Json["unfurl_id"], (string?)request.Json["source"], request.Json.ContainsKey("channel")));
        var unfurl = Assert.Single(request.Json["unfurls"]!.AsObject());
        Assert.Equal(Known, unfurl.Key);
        Assert.Contains("PE0062", unfurl.Value!["blocks"]!.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_preview_for_a_message_that_is_gone_is_no_failure()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Error("cannot_unfurl_message");
        var links = new SlackUnfurl("17.5", null, null, ["https://www.opengovpartnership.org/members/peru/"]);

        Assert.IsType<Outcome.Sent>(await world.Channel.SendAsync(Surface("T1", new SlackRoute(SlackRouteKind.Unfurl, "C1") { Unfurl = links }), Cancelled));

        var request = Assert.Single(world.Wire.Requests);
        Assert.Equal(("C1", "17.5"), ((string?)request.Json["channel"], (string?)request.Json["ts"]));
    }

    [Fact]
    public async Task Slack_keeps_its_limits_by_channel_and_by_workspace()
    {
        await using var world = await SlackWorld.OpenAsync();

        Assert.Equal("C1", world.Channel.PlaceOf(SlackWorld.Answer("T1", SlackWorld.In("C1") with { ThreadTs = "1.1" })));
        Assert.Equal([new Rate(1, TimeSpan.FromSeconds(1))], world.Channel.Limits.PerPlace);
        Assert.Equal([new Rate(300, TimeSpan.FromMinutes(1))], world.Channel.Limits.PerTenant);
    }

    private static Outgoing Surface(string team, SlackRoute route) => new(new Address("slack", team, route.Channel), route.Write(), new Reply(""), MessageClass.Surface) { Reference = "0123456789" };
}
