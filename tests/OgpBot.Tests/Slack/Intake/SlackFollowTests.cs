using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Host.Slack;
using OgpBot.Tests.Slack.Outbound;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

/// <summary>Following by messages, clicks, commands and views, through the endpoints.</summary>
public sealed class SlackFollowTests : IAsyncLifetime
{
    private SlackIntake slack = null!;

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => slack = await SlackIntake.OpenAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task A_channel_follows_after_a_mention_and_a_click_and_digests_find_their_way()
    {
        await slack.EventAsync(Envelope(Mention("<@U00000B0T> new resources for Peru every Monday at 9:00 Lima time")));
        var preview = Assert.Single(await slack.SettleAsync());
        await slack.InteractAsync(Click("say-choice-0", preview.Reply.Choices[0].Says));
        var done = Assert.Single(await slack.SettleAsync());

        Assert.StartsWith("Done. Every Monday at 09:00 (America/Lima)", done.Reply.Text, StringComparison.Ordinal);
        var set = Assert.Single(await slack.Get<Subscriptions>().OfPlaceAsync("slack", SlackIntake.Team, SlackRoute.Read(preview.Route).Channel, Cancelled));
        Assert.Equal((SlackRouteKind.Message, set.Place.Conversation, null), (SlackRoute.Read(set.Route).Kind, SlackRoute.Read(set.Route).Channel, SlackRoute.Read(set.Route).ThreadTs));
        Assert.Equal("U1", SlackRoute.Read(set.PersonRoute!).Channel);
    }

    [Fact]
    public async Task A_command_lists_pauses_and_stops_what_the_channel_follows()
    {
        await slack.CommandAsync("follow PE0062");
        await slack.CommandAsync("yes");

        var list = (await slack.CommandAsync("subscriptions")).Body;
        var paused = (await slack.CommandAsync("pause number 1")).Body;
        var stopped = (await slack.CommandAsync("stop number 1")).Body;

        Assert.Contains("Followed here: 1 thing.", list, StringComparison.Ordinal);
        Assert.Contains("Paused: PE0062.", paused, StringComparison.Ordinal);
        Assert.Contains("Stopped: PE0062", stopped, StringComparison.Ordinal);
        Assert.Equal(0, await slack.RowsAsync("subscription"));
    }

    [Fact]
    public async Task Nothing_that_was_done_can_be_shared_or_stands_among_the_searches()
    {
        await slack.CommandAsync("follow PE0062");
        var done = (await slack.CommandAsync("yes")).Body;

        Assert.Contains("Done.", done, StringComparison.Ordinal);
        Assert.DoesNotContain("\"action_id\":\"share\"", done, StringComparison.Ordinal);
        Assert.DoesNotContain(await slack.Get<SlackSearches>().RecentAsync(SlackIntake.Team, "U1", Cancelled), query => query.Contains("confirmed", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_time_zone_is_asked_of_Slack_only_when_somebody_follows_something()
    {
        await slack.Get<SlackInstallations>().SaveAsync(
            new("T9", SlackIntake.Bot, SlackInstallation.ScopesOf("chat:write,users:read"), new("xoxb-of-T9", null), null), Cancelled);
        slack.Wire.Answer = request => request.Method == "users.info" ? WireAnswer.Ok("\"user\":{\"id\":\"U1\",\"tz\":\"America/Santiago\"}") : WireAnswer.Ok();

        await slack.CommandAsync("PE0062", team: "T9");
        var before = slack.Wire.Of("users.info").Count;
        var preview = await slack.CommandAsync("follow PE0062", team: "T9");
        await slack.CommandAsync("follow PE0084", team: "T9");

        Assert.Equal((0, 1), (before, slack.Wire.Of("users.info").Count));
        Assert.Contains("(America/Santiago)", preview.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_the_scope_for_it_Slack_is_not_asked_and_the_person_is()
    {
        var preview = await slack.CommandAsync("follow resources every Friday");

        Assert.Empty(slack.Wire.Of("users.info"));
        Assert.Contains("I do not know your time zone", preview.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_channel_that_the_bot_is_not_in_is_told_to_invite_it()
    {
        await slack.Get<SlackInstallations>().SaveAsync(
            new("T9", SlackIntake.Bot, SlackInstallation.ScopesOf("chat:write,channels:read"), new("xoxb-of-T9", null), null), Cancelled);
        slack.Wire.Answer = _ => WireAnswer.Ok("\"channel\":{\"id\":\"C1\",\"is_member\":false}");
        await slack.CommandAsync("follow PE0062", team: "T9");

        var refused = await slack.CommandAsync("yes", team: "T9");
        var rows = await slack.RowsAsync("subscription");
        slack.Wire.Answer = _ => WireAnswer.Ok("\"channel\":{\"id\":\"C1\",\"is_member\":true}");
        await slack.CommandAsync("yes", team: "T9");

        Assert.Contains("Invite me first", refused.Body, StringComparison.Ordinal);
        Assert.Equal((0, 1), (rows, await slack.RowsAsync("subscription")));
    }

    [Fact]
    public async Task The_home_page_shows_what_a_person_follows_and_a_click_there_stops_it()
    {
        await slack.CommandAsync("notify me of new resources for Peru every Monday at 9:00");
        await slack.CommandAsync("yes");
        var view = await slack.Get<SlackHome>().DrawAsync(SlackIntake.Team, "U1", welcome: false, Cancelled);
        var stop = Buttons(view).Single(button => (string?)button["text"]!["text"] == "Stop");

        await slack.InteractAsync(ClickInView((string)stop["action_id"]!, (string)stop["value"]!, "home"));

        var page = Assert.Single(await slack.SettleAsync());
        Assert.Equal((SlackRouteKind.Home, "U1"), (SlackRoute.Read(page.Route).Kind, SlackRoute.Read(page.Route).Channel));
        Assert.Contains("Resources: Peru", view.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Stopped: resources: Peru", slack.Wire.Of("views.open").Single().Body, StringComparison.Ordinal);
        Assert.Equal(0, await slack.RowsAsync("subscription"));
        Assert.Contains("You follow nothing yet.", (await slack.Get<SlackHome>().DrawAsync(SlackIntake.Team, "U1", welcome: false, Cancelled)).ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_sees_on_their_page_what_others_follow()
    {
        await slack.CommandAsync("notify me of new resources for Peru");
        await slack.CommandAsync("yes");

        var view = await slack.Get<SlackHome>().DrawAsync(SlackIntake.Team, "U2", welcome: false, Cancelled);

        Assert.DoesNotContain("Resources: Peru", view.ToJsonString(), StringComparison.Ordinal);
    }

    private static IEnumerable<JsonObject> Buttons(JsonObject view) => view["blocks"]!.AsArray()
        .Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).Select(button => button!.AsObject());
}
