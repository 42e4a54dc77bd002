using System.Text.Json.Nodes;
using OgpBot.Delivery;
using OgpBot.Host.Slack;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackEventsTests : IAsyncLifetime
{
    private SlackIntake slack = null!;

    public async ValueTask InitializeAsync() => slack = await SlackIntake.OpenAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task Slack_gets_its_challenge_back_once_it_has_signed_it()
    {
        var body = """{"token":"x","challenge":"abc \"<&","type":"url_verification"}""";

        var answered = await slack.PostAsync("/slack/events", body);
        var refused = await slack.PostAsync("/slack/events", SignedRequest.Of(body, slack.Time.GetUtcNow(), "another secret"));

        Assert.Equal("abc \"<&", (string?)answered.Json["challenge"]);
        Assert.Equal((401, ""), (refused.Status, refused.Body));
    }

    [Fact]
    public async Task A_mention_is_answered_in_a_thread_below_it()
    {
        var received = await slack.EventAsync(Envelope(Mention("PE0062", "17.5")));

        var reply = Assert.Single(await slack.SettleAsync());
        Assert.Equal(new Received(200, "", ""), received);
        Assert.Equal(new SlackRoute(SlackRouteKind.Message, "C1", "17.5") { User = "U1", AskedTs = "17.5" }, SlackRoute.Read(reply.Route));
        Assert.Equal(("slack", SlackIntake.Team, "C1/17.5"), (reply.Address.Channel, reply.Address.Tenant, reply.Address.Conversation));
        Assert.Equal("PE0062", Assert.Single(reply.Reply.Items).Id);
    }

    [Theory]
    [InlineData("direct", null, null, "D1")]
    [InlineData("direct", "1.0", "1.0", "D1/1.0")]
    [InlineData("mention", "1.0", "1.0", "C1/1.0")]
    public async Task An_answer_stays_where_the_question_was_asked(string how, string? thread, string? answeredIn, string conversation)
    {
        await slack.EventAsync(Envelope(how == "direct" ? Direct("PE0062", "1.1", thread) : Mention("PE0062", "1.1", thread: thread)));

        var reply = Assert.Single(await slack.SettleAsync());
        Assert.Equal((answeredIn, conversation), (SlackRoute.Read(reply.Route).ThreadTs, reply.Address.Conversation));
    }

    [Fact]
    public async Task A_thread_is_a_conversation()
    {
        await slack.EventAsync(Envelope(Mention("Peru commitments", "1.1")));
        await slack.EventAsync(Envelope(Mention("next", "1.2", thread: "1.1")));

        Assert.Equal([1, 2], (await slack.SettleAsync()).Select(reply => reply.Reply.Page));
    }

    [Fact]
    public async Task A_bare_mention_gets_help()
    {
        await slack.EventAsync(Envelope(Mention("")));

        Assert.Equal("help", Assert.Single(await slack.SettleAsync()).Reply.Intent);
    }

    [Fact]
    public async Task The_same_request_a_thousand_times_is_answered_once()
    {
        var request = SignedRequest.Of(Envelope(Mention("PE0062")).ToJsonString(), slack.Time.GetUtcNow());

        var received = await Task.WhenAll(Enumerable.Range(0, 1000).Select(_ => slack.PostAsync("/slack/events", request)));

        Assert.All(received, each => Assert.Equal(200, each.Status));
        Assert.Single(await slack.SettleAsync());
        Assert.Equal(1, await slack.RowsAsync("inbox"));
    }

    public static TheoryData<string, JsonObject, JsonObject> Twins => new()
    {
        { "delivered again", Envelope(Mention("PE0062"), "Ev-1"), Envelope(Mention("PE0062"), "Ev-1") },
        { "a mention that is a message too", Envelope(Mention("PE0062", "7.7")), Envelope(InChannel($"<@{SlackIntake.Bot}> PE0062", "7.7")) },
        { "a message that is a mention too", Envelope(InChannel($"<@{SlackIntake.Bot}> PE0062", "7.7")), Envelope(Mention("PE0062", "7.7")) },
        { "sent twice by the person's own program", Envelope(With(Mention("PE0062", "8.1"), "client_msg_id", "c-1")), Envelope(With(Mention("PE0062", "8.2"), "client_msg_id", "c-1")) },
        { "edited after it was answered", Envelope(Mention("PE0062", "9.1")), Envelope(With(Mention("PE0084", "9.1"), "edited", new JsonObject())) },
    };

    [Theory]
    [MemberData(nameof(Twins), DisableDiscoveryEnumeration = true)]
    public async Task One_message_that_comes_twice_is_answered_once(string how, JsonObject first, JsonObject second)
    {
        Assert.NotEmpty(how);

        await slack.EventAsync(first);
        await slack.EventAsync(second);

        Assert.Single(await slack.SettleAsync());
    }

    [Fact]
    public async Task A_message_of_no_interest_does_not_swallow_the_mention_beside_it()
    {
        await slack.EventAsync(Envelope(With(InChannel("hello", "7.7"), "subtype", "channel_join"), "Ev-a"));
        await slack.EventAsync(Envelope(InChannel("PE0062", "7.7"), "Ev-b"));
        await slack.EventAsync(Envelope(Mention("PE0062", "7.7"), "Ev-c"));

        Assert.Single(await slack.SettleAsync());
    }

    public static TheoryData<string, JsonObject> Ignored => new()
    {
        { "our own message", With(Direct("PE0062"), "user", SlackIntake.Bot) },
        { "our own message as Slack brings it back", With(With(Direct("PE0062"), "user", SlackIntake.Bot), "bot_id", "B1") },
        { "another bot's message", With(Direct("PE0062"), "bot_id", "B2") },
        { "another bot's mention", With(Mention("PE0062"), "bot_id", "B2") },
        { "an edit", With(Direct("PE0062"), "subtype", "message_changed") },
        { "a deletion", With(Direct("PE0062"), "subtype", "message_deleted") },
        { "somebody joined", With(Direct("PE0062"), "subtype", "channel_join") },
        { "Slackbot", With(Direct("PE0062"), "user", "USLACKBOT") },
        { "a talk among people", InChannel("PE0062 is interesting") },
        { "a mention of somebody else", InChannel("<@U2> PE0062") },
        { "an event that nobody asked for", new JsonObject { ["type"] = "reaction_added", ["user"] = "U1" } },
        { "the tab Messages", new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["channel"] = "D1", ["tab"] = "messages" } },
        { "a link to somewhere else", Link("https://example.org/members/peru/") },
    };

    [Theory]
    [MemberData(nameof(Ignored), DisableDiscoveryEnumeration = true)]
    public async Task What_does_not_ask_the_bot_is_acknowledged_and_left_alone(string what, JsonObject inner)
    {
        var received = await slack.EventAsync(Envelope(inner));

        Assert.True(received is { Status: 200, Body: "" }, what);
        Assert.Empty(await slack.SettleAsync());
        Assert.Equal(0, await slack.RowsAsync("inbox"));
    }

    [Fact]
    public async Task Who_opens_the_home_page_sees_it_and_gets_no_message()
    {
        await slack.EventAsync(Envelope(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["channel"] = "D1", ["tab"] = "home" }));
        await slack.EventAsync(Envelope(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["channel"] = "D1", ["tab"] = "home", ["view"] = new JsonObject() }));

        var routes = (await slack.SettleAsync()).Select(sent => SlackRoute.Read(sent.Route)).ToArray();
        Assert.Equal([(SlackRouteKind.Home, "U1", true), (SlackRouteKind.Home, "U1", false)], routes.Select(route => (route.Kind, route.Channel, route.Welcome)));
    }

    [Fact]
    public async Task Links_to_records_get_a_preview_once()
    {
        const string Url = "https://www.opengovpartnership.org/members/peru/commitments/PE0062/";

        await slack.EventAsync(Envelope(Link(Url, "https://example.org/")));
        await slack.EventAsync(Envelope(Link(Url, "https://example.org/")));

        var sent = Assert.Single(await slack.SettleAsync());
        var route = SlackRoute.Read(sent.Route);
        Assert.Equal((SlackRouteKind.Unfurl, MessageClass.Surface), (route.Kind, sent.Class));
        Assert.Equal(("2.2", "C1.2.2.x", "conversations_history"), (route.Unfurl!.MessageTs, route.Unfurl.UnfurlId, route.Unfurl.Source));
        Assert.Equal([Url], route.Unfurl.Urls);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("{", "")]
    [InlineData("[]", "")]
    [InlineData("null", "")]
    [InlineData("{}", "")]
    [InlineData("""{"type":"event_callback"}""", "")]
    [InlineData("""{"type":"event_callback","event":{"type":"app_mention"}}""", "")]
    [InlineData("""{"type":"event_callback","team_id":"T000000001","api_app_id":"A000000042","event":{"type":"app_mention","user":"U1","text":5}}""", "")]
    [InlineData("""{"type":"event_callback","team_id":"T000000001","api_app_id":"A000000042","event":{"type":"app_mention","user":"U1","text":"x"}}""", "")]
    [InlineData("""{"type":"event_callback","type":"event_callback"}""", "")]
    public async Task What_is_genuine_but_unreadable_is_not_sent_again(string body, string answer)
    {
        var received = await slack.PostAsync("/slack/events", body);

        Assert.Equal(new Received(400, answer, "1"), received);
    }

    [Fact]
    public async Task Another_apps_event_and_an_unknown_workspace_are_left_alone()
    {
        var other = await slack.EventAsync(Envelope(Mention("PE0062"), app: "A-other"));
        var unknown = await slack.EventAsync(Envelope(Mention("PE0062"), team: "T-unknown"));

        Assert.Equal((200, 200), (other.Status, unknown.Status));
        Assert.Equal(0, await slack.RowsAsync("inbox"));
    }

    private static JsonObject With(JsonObject inner, string name, JsonNode value)
    {
        inner[name] = value;
        return inner;
    }

    private static JsonObject Link(params string[] urls) => new()
    {
        ["type"] = "link_shared",
        ["user"] = "U1",
        ["channel"] = "C1",
        ["message_ts"] = "2.2",
        ["unfurl_id"] = "C1.2.2.x",
        ["source"] = "conversations_history",
        ["links"] = new JsonArray([.. urls.Select(url => new JsonObject { ["url"] = url, ["domain"] = new Uri(url).Host })]),
    };
}
