using System.Text.Json.Nodes;
using OgpBot.Host.Slack;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackInteractionsTests : IAsyncLifetime
{
    private SlackIntake slack = null!;

    public async ValueTask InitializeAsync() => slack = await SlackIntake.OpenAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task A_click_under_a_message_says_what_the_button_says_in_the_thread()
    {
        await slack.InteractAsync(Click("say-choice-0", "PE0062"));
        await slack.InteractAsync(Click("say-1-0", "PE0084", thread: "4.4"));

        var sent = await slack.SettleAsync();
        Assert.Equal(["PE0062", "PE0084"], sent.SelectMany(reply => reply.Reply.Items).Select(item => item.Id).Order());
        Assert.Equal(["4.4", "5.5"], sent.Select(reply => SlackRoute.Read(reply.Route).ThreadTs).Order());
        Assert.All(sent, reply => Assert.Null(reply.Replaces));
    }

    [Fact]
    public async Task Another_page_takes_the_place_of_the_one_before()
    {
        await slack.InteractAsync(Click("say-page-0", "country:peru page:2"));

        var reply = Assert.Single(await slack.SettleAsync());
        Assert.Equal(("5.5", 2), (reply.Replaces, reply.Reply.Page));
    }

    [Fact]
    public async Task One_click_that_comes_twice_is_answered_once()
    {
        var click = Click("say-choice-0", "PE0062");

        await slack.InteractAsync(click);
        await slack.InteractAsync(click);

        Assert.Single(await slack.SettleAsync());
    }

    [Theory]
    [InlineData("say-page-0", "page:2", true)]
    [InlineData("say-choice-0", "PE0062", false)]
    public async Task What_one_person_sees_stays_with_that_person(string actionId, string says, bool inPlace)
    {
        var received = await slack.InteractAsync(Click(actionId, says, ephemeral: true, url: ResponseUrl));

        var body = Assert.Single(slack.Wire.Requests).Json;
        Assert.Equal(200, received.Status);
        Assert.Equal(("ephemeral", inPlace), ((string?)body["response_type"], (bool)body["replace_original"]!));
        Assert.Empty(await slack.SettleAsync());
    }

    [Fact]
    public async Task What_is_shared_is_seen_by_all_with_who_shared_it_and_pages_go_on_in_place()
    {
        await slack.InteractAsync(Click("share", "country:peru", ephemeral: true, url: ResponseUrl));
        var shared = slack.Wire.Requests.Single().Json;
        await slack.InteractAsync(Click("say-page-0", "country:peru page:2", url: ResponseUrl, blocks: shared["blocks"]!.DeepClone().AsArray()));
        var next = slack.Wire.Requests.Last().Json;

        Assert.Equal(("in_channel", false), ((string?)shared["response_type"], (bool)shared["replace_original"]!));
        Assert.Equal(("in_channel", true), ((string?)next["response_type"], (bool)next["replace_original"]!));
        Assert.All([shared, next], body => Assert.Equal("Shared by alice", (string?)body["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "shared-by")!["elements"]![0]!["text"]));
    }

    [Theory]
    [InlineData("https://hooks.slack.com.evil.example/x")]
    [InlineData("http://hooks.slack.com/x")]
    [InlineData("https://evil.example/x")]
    [InlineData(null)]
    public async Task Answers_go_to_addresses_of_Slack_alone(string? url) =>
        Assert.Equal(400, (await slack.InteractAsync(Click("share", "PE0062", ephemeral: true, url: url))).Status);

    [Fact]
    public async Task A_person_whose_click_did_not_work_is_told()
    {
        slack.Wire.Answer = _ => Outbound.WireAnswer.Error("expired_trigger_id");

        Assert.Equal(503, (await slack.InteractAsync(Shortcut(SlackNames.Find))).Status);
    }

    [Fact]
    public async Task The_form_offers_what_the_catalog_has_and_finds_it()
    {
        await slack.InteractAsync(Shortcut(SlackNames.Find));
        var view = slack.Wire.Of("views.open").Single().Json["view"]!.AsObject();
        var areas = view["blocks"]!.AsArray().Single(block => (string?)block!["block_id"] == "area")!["element"]!["options"]!.AsArray().Select(option => (string?)option!["value"]);

        var received = await slack.InteractAsync(Submission(SlackNames.Find, ("area", Chosen("Justice")), ("year", Chosen("2017"))));

        Assert.Contains("Justice", areas);
        Assert.Equal("update", (string?)received.Json["response_action"]);
        Assert.Contains("2 commitments: Justice, 2017.", received.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_in_the_form_are_read_as_if_they_were_typed()
    {
        var received = await slack.InteractAsync(Submission(SlackNames.Find, ("year", Chosen("2017")), ("words", new JsonObject { ["value"] = "justise" })));

        Assert.Contains("2 commitments: Justice, 2017.", received.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_choice_that_the_catalog_does_not_have_is_an_error_at_its_field()
    {
        var received = await slack.InteractAsync(Submission(SlackNames.Find, ("area", Chosen("Justice")), ("plan", Chosen("99")), ("year", Chosen("1; drop table"))));

        Assert.Equal("errors", (string?)received.Json["response_action"]);
        Assert.Equal(["plan", "year"], received.Json["errors"]!.AsObject().Select(error => error.Key).Order());
    }

    [Theory]
    [InlineData("We discuss PE0062, pe0084 and <https://ogp.org/PE0061|this>.", "PE0062", "PE0084", "PE0061")]
    [InlineData("In 2017 there was none", "There is no commitment ID")]
    public async Task IDs_of_a_message_are_looked_up(string text, params string[] shown)
    {
        await slack.InteractAsync(MessageShortcut(SlackNames.LookUp, text));

        var view = slack.Wire.Of("views.open").Single().Body;
        Assert.All(shown, each => Assert.Contains(each, view, StringComparison.Ordinal));
    }

    [Fact]
    public async Task IDs_that_only_the_blocks_of_a_message_show_are_found()
    {
        await slack.InteractAsync(MessageShortcut(SlackNames.LookUp, "104 commitments", [new JsonObject { ["type"] = "header", ["text"] = new JsonObject { ["text"] = "PE0099" } }]));

        Assert.Contains("PE0099", slack.Wire.Of("views.open").Single().Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("home", "views.open")]
    [InlineData("modal", "views.update")]
    public async Task A_click_in_a_view_is_answered_in_a_modal(string type, string method)
    {
        await slack.InteractAsync(ClickInView("say-choice-0", "PE0062", type));

        Assert.Contains("Reusable Open Data", slack.Wire.Of(method).Single().Body, StringComparison.Ordinal);
        Assert.Equal($"Bearer xoxb-of-{SlackIntake.Team}", slack.Wire.Requests.Single().Authorization);
    }

    [Fact]
    public async Task The_home_page_opens_the_form()
    {
        await slack.InteractAsync(ClickInView(SlackNames.OpenFind, SlackNames.OpenFind, "home"));

        Assert.Equal(SlackNames.Find, (string?)slack.Wire.Of("views.open").Single().Json["view"]!["callback_id"]);
    }

    [Theory]
    [InlineData("open-page")]
    [InlineData("something-older")]
    public async Task Other_clicks_are_acknowledged(string actionId) =>
        Assert.Equal(new Received(200, "", ""), await slack.InteractAsync(Click(actionId, "x")));

    [Theory]
    [InlineData("channel")]
    [InlineData("message", "container")]
    public async Task A_click_from_nowhere_is_told_so(params string[] missing)
    {
        var click = Click("say-choice-0", "PE0062");
        Array.ForEach(missing, member => click.Remove(member));

        Assert.Equal(400, (await slack.InteractAsync(click)).Status);
        Assert.Equal(0, await slack.RowsAsync("inbox"));
    }

    [Fact]
    public async Task A_workspace_that_has_not_installed_the_app_gets_nothing_but_a_kind_word()
    {
        var submission = Submission(SlackNames.Find);
        submission["team"]!["id"] = "T-unknown";

        Assert.Equal(new Received(200, "", ""), await slack.InteractAsync(Click("say-choice-0", "PE0062", team: "T-unknown")));
        Assert.Contains("not installed", (await slack.InteractAsync(submission)).Body, StringComparison.Ordinal);
        Assert.Equal(0, await slack.RowsAsync("inbox"));
        Assert.Empty(slack.Wire.Requests);
    }

    private string ResponseUrl => $"{slack.Wire.Url}/_peer/response/1";
}
