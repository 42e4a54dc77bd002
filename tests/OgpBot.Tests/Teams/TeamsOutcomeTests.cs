using OgpBot.Delivery;
using OgpBot.Host.Teams;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Teams;

public sealed class TeamsOutcomeTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(202, "", "Sent")]
    [InlineData(201, "<html>", "Sent")]
    [InlineData(200, "[1]", "Sent")]
    [InlineData(403, """{"error":{"code":"BotNotInConversationRoster","message":"x"}}""", "Refused: 403 BotNotInConversationRoster")]
    [InlineData(404, """{"error":{"code":"a b\nc","message":"x"}}""", "Refused: 404")]
    [InlineData(405, "", "Refused: 405")]
    [InlineData(412, "", "Later: 412")]
    [InlineData(503, "", "Later: 503")]
    [InlineData(408, "", "Unknown: 408")]
    [InlineData(500, "", "Unknown: 500")]
    [InlineData(502, "<html>", "Unknown: 502")]
    [InlineData(504, "", "Unknown: 504")]
    public async Task What_the_connector_answers_tells_what_became_of_a_message(int status, string body, string expected)
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.Next(status, body);

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

        Assert.Equal(expected, outcome switch
        {
            Outcome.Sent { MessageId: null } => "Sent",
            Outcome.Refused refused => $"Refused: {refused.Reason}",
            Outcome.Later later => $"Later: {later.Reason}",
            Outcome.Unknown unknown => $"Unknown: {unknown.Reason}",
            _ => $"{outcome}",
        });
    }

    [Fact]
    public async Task Too_many_requests_are_repeated_when_the_connector_says_so()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.Next(429, retryAfter: "17");

        Assert.Equal(new Outcome.Later(TimeSpan.FromSeconds(17), "429"), await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel));
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        await using var elsewhere = await StandInConnector.StartAsync();
        teams.Connector.NextRedirects($"{elsewhere.Url}/v3/conversations/x/activities");

        Assert.IsType<Outcome.Refused>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel));
        Assert.Empty(elsewhere.Requests);
    }

    [Fact]
    public async Task Nobody_knows_about_a_message_that_was_taken_when_the_connection_broke()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Connector.NextBreaks();

        Assert.IsType<Outcome.Unknown>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel));
        Assert.Single(teams.Connector.Requests);
    }

    [Fact]
    public async Task A_message_that_never_left_is_sent_later()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        await using var gone = await StandInConnector.StartAsync();
        var route = teams.Route() with { ServiceUrl = gone.Url };
        await gone.DisposeAsync();

        Assert.IsType<Outcome.Later>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: route), Cancel));
    }

    [Theory]
    [InlineData("https://evil.example/teams")]
    [InlineData("http://smba.trafficmanager.net/teams/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net:8443/")]
    [InlineData("ftp://smba.trafficmanager.net/")]
    [InlineData("smba.trafficmanager.net")]
    public async Task Nothing_goes_to_a_host_that_is_not_allowed_and_no_token_is_asked_for(string service)
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync();

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: new TeamsRoute(service, "c", null, null, null)), Cancel);

        Assert.Equal(new Outcome.Refused("the service address is not allowed"), outcome);
        Assert.Empty(teams.Connector.TokenRequests);
    }
}
