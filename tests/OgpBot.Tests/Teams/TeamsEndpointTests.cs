using System.Net;
using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

public sealed class TeamsEndpointTests(TeamsEndpointTests.Open open) : IClassFixture<TeamsEndpointTests.Open>
{
    private TeamsHost Host => open.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("GET")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("HEAD")]
    public async Task Only_posts_are_taken(string method)
    {
        using var request = new HttpRequestMessage(new(method), "/api/messages");
        using var response = await Host.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("5")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":5}""")]
    [InlineData("""{"type":null}""")]
    [InlineData("""{"type":"\ud800"}""")]
    public async Task What_is_no_activity_is_told_so(string body)
    {
        using var response = await Host.SendAsync(body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_is_too_large_is_told_so()
    {
        using var response = await Host.SendAsync(Host.Activity("message", new string('a', 300_000)));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("messageReaction")]
    [InlineData("messageUpdate")]
    [InlineData("endOfConversation")]
    [InlineData("a kind of the future")]
    public async Task What_needs_no_answer_is_acknowledged(string type)
    {
        using var response = await Host.SendAsync(Host.Activity(type, "PE0062"));
        await Host.EndedAsync();

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsStringAsync(Cancel));
    }

    [Theory]
    [InlineData("conversation", "{}")]
    [InlineData("conversation", """{"id":""}""")]
    [InlineData("conversation", """{"id":"a\u0000b"}""")]
    [InlineData("id", "null")]
    public async Task A_message_from_nowhere_is_told_so(string member, string json)
    {
        var activity = Host.Activity("message", "PE0062");
        activity[member] = JsonNode.Parse(json);

        using var response = await Host.SendAsync(activity);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    [Fact]
    public async Task Members_of_unknown_shape_do_no_harm()
    {
        var activity = Host.Activity("message", "PE0062");
        activity["entities"] = JsonNode.Parse("""[5, null, {"type":5}, {"type":"mention"}, {"type":"mention","mentioned":"x","text":{}}, {"type":"mention","mentioned":{"id":"28:bot"},"text":[]}]""");
        activity["channelData"] = "words";
        activity["attachments"] = JsonNode.Parse("""[{"contentType":7}, "x"]""");
        activity["value"] = JsonNode.Parse("[1]");
        activity["unheardOf"] = JsonNode.Parse("""{"deep":[{}]}""");

        var heard = await Host.AskAsync(activity);

        Assert.Contains("PE0062", heard.Body.ToJsonString(), StringComparison.Ordinal);
    }

    /// <summary>One host without an app ID for all of them; each test talks in the same chat, one after the other.</summary>
    public sealed class Open : IAsyncLifetime
    {
        private TeamsHost? host;

        public TeamsHost Host => host!;

        public async ValueTask InitializeAsync() => host = await TeamsHost.StartAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
