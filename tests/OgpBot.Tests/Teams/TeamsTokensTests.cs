using Microsoft.Extensions.Time.Testing;
using OgpBot.Delivery;
using OgpBot.Host.Teams;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Teams;

public sealed class TeamsTokensTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Messages_carry_the_bots_token_and_all_at_once_ask_for_one()
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync();

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel)));

        Assert.Equal(8, teams.Connector.Requests.Count);
        Assert.All(teams.Connector.Requests, request => Assert.Equal("Bearer token-1", request.Authorization));
        var asked = Assert.Single(teams.Connector.TokenRequests);
        Assert.StartsWith("/tenant-1/oauth2/v2.0/token ", asked, StringComparison.Ordinal);
        Assert.Contains("grant_type=client_credentials", asked, StringComparison.Ordinal);
        Assert.Contains("client_id=app-1", asked, StringComparison.Ordinal);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", asked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_that_the_connector_refuses_is_replaced()
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync();
        var message = TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route());
        teams.Connector.Next(401);

        Assert.Equal(new Outcome.Later(null, "401"), await teams.Channel.SendAsync(message, Cancel));
        Assert.IsType<Outcome.Sent>(await teams.Channel.SendAsync(message, Cancel));

        Assert.Equal(["Bearer token-1", "Bearer token-2"], teams.Connector.Requests.Select(request => request.Authorization));
    }

    [Fact]
    public async Task Without_a_token_nothing_is_sent_and_the_message_waits()
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync();
        teams.Connector.TokenError = "invalid_client";

        var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

        Assert.Equal(new Outcome.Later(null, "no token: invalid_client"), outcome);
        Assert.Empty(teams.Connector.Requests);
    }

    [Fact]
    public async Task Without_a_token_the_channel_is_red_until_there_is_one_without_anybody_asking()
    {
        await using var teams = await TeamsUnderTest.StartWithIdentityAsync();
        teams.Connector.TokenError = "invalid_client";
        var time = new FakeTimeProvider();
        using var start = teams.Start(time);

        await start.StartAsync(Cancel);
        await UntilAsync(() => teams.Health.State == "failing: Entra ID gives no token (invalid_client)");
        var ready = teams.Health.Ready;
        teams.Connector.TokenError = null;
        await UntilAsync(() => teams.Health.Ready);
        await start.StopAsync(Cancel);

        Assert.False(ready);
        Assert.Equal("on: for development, with peers on this machine", teams.Health.State);

        async Task UntilAsync(Func<bool> isSo)
        {
            while (!isSo())
            {
                time.Advance(TimeSpan.FromMinutes(1));
                await Task.Yield();
                Cancel.ThrowIfCancellationRequested();
            }
        }
    }

    [Fact]
    public async Task A_certificate_that_cannot_be_read_turns_the_channel_red_and_its_messages_wait()
    {
        var file = Path.GetTempFileName();
        try
        {
            await using var teams = await TeamsUnderTest.StartWithIdentityAsync(certificate: file);

            var outcome = await teams.Channel.SendAsync(TeamsUnderTest.Message(SampleReplies.Single, route: teams.Route()), Cancel);

            Assert.Equal(new Outcome.Later(null, "no token: CryptographicException"), outcome);
            Assert.Equal("failing: Entra ID gives no token (CryptographicException)", teams.Health.State);
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Theory]
    [InlineData("SingleTenant", "https://login.microsoftonline.com", "https://login.microsoftonline.com/t1", "https://api.botframework.com")]
    [InlineData("MultiTenant", "https://login.microsoftonline.com", "https://login.microsoftonline.com/botframework.com", "https://api.botframework.com")]
    [InlineData("UserAssignedMSI", "https://login.microsoftonline.com", "https://login.microsoftonline.com/t1", "https://api.botframework.com")]
    [InlineData("MultiTenant", "https://login.microsoftonline.us", "https://login.microsoftonline.us/MicrosoftServices.onmicrosoft.us", "https://api.botframework.us")]
    [InlineData("SingleTenant", "http://127.0.0.1:8480", "https://login.microsoftonline.com/t1", "https://api.botframework.com")]
    public void The_kind_of_app_and_the_cloud_decide_where_tokens_come_from(string type, string authority, string expected, string resource)
    {
        var options = new TeamsOptions { MicrosoftAppId = "a", MicrosoftAppTenantId = "t1", MicrosoftAppType = type, Authority = authority };

        Assert.Equal((new Uri(expected), resource), TeamsTokens.PlaceOf(options));
    }
}
