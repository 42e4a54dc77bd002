using OgpBot.Host.Slack;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackCommandsTests : IAsyncLifetime
{
    private SlackIntake slack = null!;

    public async ValueTask InitializeAsync() => slack = await SlackIntake.OpenAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Theory]
    [InlineData("PE0062", "Reusable Open Data")]
    [InlineData("Peru justice commitments 2017", "2 commitments: Peru, Justice, 2017.")]
    [InlineData("“open data” – 2015", "Open Data")]
    [InlineData("help", "What I can do")]
    [InlineData("", "What I can do")]
    [InlineData("ayuda", "Qué puedo hacer")]
    public async Task A_command_is_answered_in_the_response_for_one_person_alone(string text, string answer)
    {
        var received = await slack.CommandAsync(text);

        Assert.Equal(200, received.Status);
        Assert.Equal("ephemeral", (string?)received.Json["response_type"]);
        Assert.Contains(answer, received.Json.ToJsonString(new() { Encoder = OgpBot.Conversations.ReplyJson.Encoder }), StringComparison.Ordinal);
        Assert.Equal((0, 0), (await slack.RowsAsync("inbox"), await slack.RowsAsync("outbox")));
    }

    [Theory]
    [InlineData("C1", true)]
    [InlineData("D1", false)]
    public async Task An_answer_in_a_channel_can_be_shared(string channel, bool shareable)
    {
        var received = await slack.CommandAsync("Peru commitments", channel);

        Assert.Equal(shareable, received.Body.Contains("\"action_id\":\"share\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_command_leads_on_from_the_one_before_it_of_the_same_person()
    {
        await slack.CommandAsync("Peru commitments");

        Assert.Contains("Page 2 of", (await slack.CommandAsync("next")).Body, StringComparison.Ordinal);
        Assert.DoesNotContain("Page 2 of", (await slack.CommandAsync("next", user: "U2")).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_channel_is_not_pinged_by_an_echo()
    {
        var received = await slack.CommandAsync("<!channel> <@U2> &lt;!here&gt; zzqqxx commitments");

        Assert.DoesNotContain("<!", (string?)received.Json["text"], StringComparison.Ordinal);
        Assert.DoesNotContain("mrkdwn", received.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workspace_that_has_not_installed_the_app_is_told_so() =>
        Assert.Contains("not installed", (await slack.CommandAsync("PE0062", team: "T-unknown")).Body, StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("text=PE0062")]
    [InlineData("team_id=T000000001&team_id=T2&channel_id=C1&user_id=U1&text=PE0062&api_app_id=A000000042")]
    [InlineData("team_id=T000000001&channel_id=C1&user_id=U1&text=PE0062&api_app_id=A-other")]
    public async Task What_is_no_command_is_refused(string body) => Assert.Equal(new Received(400, "", "1"), await slack.PostAsync("/slack/commands", body));

    [Fact]
    public async Task Previews_are_off_until_somebody_switches_them_on()
    {
        await slack.EventAsync(Envelope(InChannel("PE0062", "1.1")));
        var before = (await slack.CommandAsync("previews")).Body;
        var on = (await slack.CommandAsync("previews on")).Body;
        await slack.EventAsync(Envelope(InChannel("what about PE0062 and PE9999?", "1.2")));
        var shown = await slack.SettleAsync();
        await slack.CommandAsync("vistas previas no");
        await slack.EventAsync(Envelope(InChannel("PE0084", "1.3")));

        Assert.Contains("Previews are off", before, StringComparison.Ordinal);
        Assert.Contains("Previews are on", on, StringComparison.Ordinal);
        var preview = Assert.Single(shown);
        Assert.Equal("PE0062", Assert.Single(preview.Reply.Items).Id);
        Assert.Equal("1.2", SlackRoute.Read(preview.Route).ThreadTs);
        Assert.Empty(await slack.SettleAsync());
    }

    [Fact]
    public async Task The_same_ID_is_previewed_once_in_half_an_hour_in_each_thread()
    {
        await slack.CommandAsync("previews on");
        await slack.EventAsync(Envelope(InChannel("PE0062", "1.1")));
        await slack.EventAsync(Envelope(InChannel("PE0062 again", "1.2")));
        await slack.EventAsync(Envelope(InChannel("PE0062 in a thread", "1.3", thread: "1.0")));
        await slack.EventAsync(Envelope(InChannel("PE0062 there too", "1.4", thread: "1.0")));
        slack.Time.Advance(TimeSpan.FromMinutes(29));
        await slack.EventAsync(Envelope(InChannel("PE0062 soon", "1.5")));
        slack.Time.Advance(TimeSpan.FromMinutes(1));
        await slack.EventAsync(Envelope(InChannel("PE0062 later", "1.6")));

        Assert.Equal(["1.1", "1.0", "1.6"], (await slack.SettleAsync()).Select(sent => SlackRoute.Read(sent.Route).ThreadTs));
    }

    [Fact]
    public async Task Previews_are_for_channels() => Assert.Contains("Previews are for channels", (await slack.CommandAsync("previews on", "D1")).Body, StringComparison.Ordinal);
}
