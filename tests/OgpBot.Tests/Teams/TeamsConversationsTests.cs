using OgpBot.Delivery;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Teams;

public sealed class TeamsConversationsTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Something_can_be_said_unasked_after_a_restart_where_the_bot_was_before()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route());
        await teams.WrittenAsync(Cancel);
        await teams.RestartAsync();

        Assert.IsType<Outcome.Sent>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single), Cancel));

        Assert.Equal("/v3/conversations/a%3Achat-1/activities", teams.Connector.Requests.Single().Path);
    }

    [Fact]
    public async Task Threads_of_a_channel_share_its_way()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route("19:c@thread.tacv2;messageid=1"));
        await teams.WrittenAsync(Cancel);
        await teams.RestartAsync();

        await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "19:c@thread.tacv2;messageid=2"), Cancel);
        await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "19:c@thread.tacv2"), Cancel);

        Assert.Equal(["19:c@thread.tacv2;messageid=2", "19:c@thread.tacv2"], teams.Connector.Requests.Select(request => (string?)request.Body["conversation"]!["id"]));
    }

    [Fact]
    public async Task An_answer_goes_to_the_service_address_that_was_seen_last()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        var waiting = TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route(path: "/old"));
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route(path: "/old"));
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route(path: "/new"));

        await teams.Channel.SendAsync(waiting, Cancel);

        Assert.StartsWith("/new/v3/", teams.Connector.Requests.Single().Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_chat_with_a_person_is_made_when_there_is_none_and_used_when_there_is_one()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route("19:c@thread.tacv2"));
        await teams.WrittenAsync(Cancel);
        teams.Connector.Next(201, """{"id":"a:new-chat"}""");

        Assert.IsType<Outcome.Sent>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "29:ana"), Cancel));
        await teams.WrittenAsync(Cancel);
        await teams.RestartAsync();
        Assert.IsType<Outcome.Sent>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "29:ana"), Cancel));

        Assert.Equal(["/v3/conversations", "/v3/conversations/a%3Anew-chat/activities", "/v3/conversations/a%3Anew-chat/activities"], teams.Connector.Requests.Select(request => request.Path));
        var asked = teams.Connector.Requests.First().Body;
        Assert.Equal(("29:ana", "28:bot", TeamsUnderTest.Tenant), ((string?)asked["members"]![0]!["id"], (string?)asked["bot"]!["id"], (string?)asked["channelData"]!["tenant"]!["id"]));
    }

    [Fact]
    public async Task A_person_who_wrote_is_answered_in_the_chat_with_them()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route("a:chat-7"), "29:luis");

        await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "29:luis"), Cancel);

        Assert.Equal("a:chat-7", (string?)teams.Connector.Requests.Single().Body["conversation"]!["id"]);
    }

    [Theory]
    [InlineData("a:elsewhere")]
    [InlineData("29:nobody")]
    public async Task Where_the_bot_never_was_nothing_is_sent(string conversation)
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        Assert.IsType<Outcome.Refused>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, conversation), Cancel));
        Assert.Empty(teams.Connector.Requests);
    }

    [Fact]
    public async Task One_tenant_does_not_lead_into_another()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen("tenant-2", teams.Route(), "29:ana");
        await teams.WrittenAsync(Cancel);

        Assert.IsType<Outcome.Refused>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single), Cancel));
        Assert.IsType<Outcome.Refused>(await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, "29:ana"), Cancel));
    }

    [Fact]
    public async Task A_chat_that_the_bot_was_removed_from_is_forgotten()
    {
        await using var teams = await TeamsUnderTest.StartAsync();
        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route(), "29:ana");
        await teams.WrittenAsync(Cancel);

        await teams.Conversations.ForgetAsync(TeamsUnderTest.Tenant, "a:chat-1", "29:ana", Cancel);

        Assert.Null(await teams.Conversations.FindAsync(TeamsUnderTest.Tenant, "a:chat-1", Cancel));
        Assert.Null(await teams.Conversations.FindAsync(TeamsUnderTest.Tenant, "29:ana", Cancel));
    }

    [Fact]
    public async Task An_address_that_is_not_allowed_is_not_remembered()
    {
        await using var teams = await TeamsUnderTest.StartAsync();

        teams.Conversations.Seen(TeamsUnderTest.Tenant, teams.Route() with { ServiceUrl = "https://evil.example/" });
        await teams.WrittenAsync(Cancel);

        Assert.Null(await teams.Conversations.FindAsync(TeamsUnderTest.Tenant, "a:chat-1", Cancel));
    }
}
