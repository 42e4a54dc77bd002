using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Teams;

public sealed class TeamsChannelTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_is_one_card_in_its_conversation_without_text_beside_it()
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

        Assert.Equal(new Outcome.Sent("m1"), outcome);
        var (method, path, authorization, body) = Assert.Single(teams.Connector.Requests);
        Assert.Equal(("POST", "/v3/conversations/a%3Achat-1/activities/activity-1", ""), (method, path, authorization));
        Assert.Equal(("message", "28:bot", "a:chat-1", "activity-1"), ((string?)body["type"], (string?)body["from"]!["id"], (string?)body["conversation"]!["id"], (string?)body["replyToId"]));
        Assert.False(body.ContainsKey("text"));
        Assert.StartsWith("PE0062", (string?)body["summary"], StringComparison.Ordinal);
        Assert.Equal("AdaptiveCard", (string?)Assert.Single(body["attachments"]!.AsArray())!["content"]!["type"]);
    }

    [Theory]
    [InlineData("19:x@thread.tacv2;messageid=1795405076437", "/base/v3/conversations/19%3Ax%40thread.tacv2%3Bmessageid%3D1795405076437/activities")]
    [InlineData("../../elsewhere?x#y", "/base/v3/conversations/..%2F..%2Felsewhere%3Fx%23y/activities")]
    public async Task An_ID_is_one_segment_of_the_path_whatever_it_holds(string conversation, string expected)
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, conversation, teams.Route(conversation, replyTo: null, path: "/base")), Cancel);

        Assert.Equal(expected, Assert.Single(teams.Connector.Requests).Path);
    }

    [Theory]
    [InlineData("..")]
    [InlineData(".")]
    [InlineData("")]
    public async Task A_way_up_is_no_ID(string conversation)
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        Assert.IsType<Outcome.Refused>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, conversation, teams.Route(conversation)), Cancel));
        Assert.Empty(teams.Connector.Requests);
    }

    [Fact]
    public async Task A_card_is_replaced_in_place()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.Next(200);

        var outcome = await teams.Channel.UpdateAsync(TeamsUnderTest.Message(SampleReplies.Page, route: teams.Route()), "1795;card", Cancel);

        Assert.Equal(new Outcome.Sent("1795;card"), outcome);
        Assert.Equal(("PUT", "/v3/conversations/a%3Achat-1/activities/1795%3Bcard"), (teams.Connector.Requests.Single().Method, teams.Connector.Requests.Single().Path));
    }

    [Fact]
    public async Task A_card_that_is_gone_is_said_anew()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.Next(404, """{"error":{"code":"ActivityNotFoundInConversation","message":"x"}}""");

        var outcome = await teams.Channel.UpdateAsync(TeamsUnderTest.Message(SampleReplies.Page, route: teams.Route()), "gone", Cancel);

        Assert.Equal(new Outcome.Sent("m2"), outcome);
        Assert.Equal(["PUT", "POST"], teams.Connector.Requests.Select(request => request.Method));
    }

    [Theory]
    [InlineData(413, "<html>too large</html>")]
    [InlineData(400, """{"error":{"code":"BadSyntax","message":"x"}}""")]
    public async Task A_card_that_is_refused_is_said_in_words(int status, string body)
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.Next(status, body);

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

        Assert.IsType<Outcome.Sent>(outcome);
        var words = teams.Connector.Requests.Last().Body;
        Assert.False(words.ContainsKey("attachments"));
        Assert.Equal("plain", (string?)words["textFormat"]);
        Assert.Contains("PE0062", (string?)words["text"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_alone_are_text_that_is_no_markdown()
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        await teams.Channel.SendAsync(TeamsUnderTest.Message(new Reply("*Sorry*"), route: teams.Route()), Cancel);

        var body = teams.Connector.Requests.Single().Body;
        Assert.Equal(("*Sorry*", "plain", false), ((string?)body["text"], (string?)body["textFormat"], body.ContainsKey("attachments")));
    }

    [Fact]
    public async Task That_an_answer_is_on_its_way_is_shown_in_the_conversation()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        var message = TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route());

        await teams.Channel.ShowTypingAsync(message.Address, message.Route, Cancel);

        Assert.Equal("typing", (string?)teams.Connector.Requests.Single().Body["type"]);
    }

    [Fact]
    public void The_limits_are_those_of_the_platform()
    {
        var limits = new OgpBot.Host.Teams.TeamsChannel(null!, null!).Limits;

        Assert.Equal([(7, 1), (8, 2), (60, 30), (1_800, 3_600)], limits.PerPlace.Select(rate => (rate.Messages, (int)rate.Per.TotalSeconds)));
        Assert.Equal([(50, 1)], limits.PerTenant.Select(rate => (rate.Messages, (int)rate.Per.TotalSeconds)));
    }
}
