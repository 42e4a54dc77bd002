using System.Net;
using System.Text;

namespace OgpBot.Tests.Teams;

public sealed class TeamsAdmissionTests(TeamsAdmissionTests.Guarded guarded) : IClassFixture<TeamsAdmissionTests.Guarded>
{
    private TeamsHost Host => guarded.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(TokenForgeries.Names), MemberType = typeof(TokenForgeries))]
    public async Task An_activity_with_a_forged_token_is_refused_and_leaves_no_trace(string way)
    {
        using var response = await Host.SendAsync(Host.Activity("message", "PE0062"), TokenForgeries.Make(way, Host.Token, Host.Key));

        // The server itself refuses headers above 32 KB.
        Assert.Contains(response.StatusCode, way == "a megabyte" ? [HttpStatusCode.RequestHeaderFieldsTooLarge] : (HttpStatusCode[])[HttpStatusCode.Unauthorized, HttpStatusCode.Forbidden]);
        await NothingHappenedAsync();
    }

    [Fact]
    public async Task An_activity_without_a_token_or_with_two_is_refused()
    {
        var right = Host.Token.Signed();

        using var without = await Host.SendAsync(Host.Activity("message", "PE0062"));
        using var two = await Host.SendAsync(Host.Activity("message", "PE0062"), right, right);

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (without.StatusCode, two.StatusCode));
        Assert.Equal("Bearer", without.Headers.WwwAuthenticate.Single().Scheme);
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData("serviceUrl", "http://127.0.0.1:1/amer/")]
    [InlineData("serviceUrl", null)]
    [InlineData("channelId", "slack")]
    [InlineData("channelId", null)]
    public async Task A_right_token_for_another_service_or_channel_is_refused(string member, string? value)
    {
        var activity = Host.Activity("message", "PE0062");
        activity[member] = value;

        using var response = await Host.SendAsync(activity, Host.Token.Signed());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await NothingHappenedAsync();
    }

    [Fact]
    public async Task The_service_must_be_the_same_to_the_last_slash()
    {
        var activity = Host.Activity("message", "PE0062");
        activity["serviceUrl"] = Host.Service.TrimEnd('/');

        using var response = await Host.SendAsync(activity, Host.Token.Signed());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task A_right_token_for_a_host_that_is_not_Microsofts_is_refused()
    {
        var activity = Host.Activity("message", "PE0062");
        activity["serviceUrl"] = "https://smba.trafficmanager.net.attacker.example/amer/";
        var token = Host.Token;
        token.Claims["serviceurl"] = (string?)activity["serviceUrl"];

        using var response = await Host.SendAsync(activity, token.Signed());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await NothingHappenedAsync();
    }

    [Theory]
    [InlineData("conversation")]
    [InlineData("channelData")]
    [InlineData("both")]
    public async Task People_of_another_tenant_are_refused(string where)
    {
        var activity = Host.Activity("message", "PE0062");
        if (where is "conversation" or "both")
        {
            activity["conversation"]!["tenantId"] = "another";
        }

        if (where is "channelData" or "both")
        {
            activity["channelData"]!["tenant"]!["id"] = "another";
        }

        using var response = await Host.SendAsync(activity, Host.Token.Signed());

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        await NothingHappenedAsync();
    }

    [Fact]
    public async Task The_body_is_not_looked_at_before_the_token_is_right()
    {
        using var response = await Host.SendAsync("no JSON", "forged.token.here");
        using var huge = await Host.SendAsync(new string('a', 200_000), "forged.token.here");

        Assert.Equal((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized), (response.StatusCode, huge.StatusCode));
    }

    [Fact]
    public async Task With_a_right_token_people_are_answered_with_the_bots_own()
    {
        await using var own = await TeamsHost.StartWithIdentityAsync();

        using var response = await own.SendAsync(own.Activity("message", "PE0062"), own.Token.Signed());
        using var playground = await own.SendAsync(own.Activity("message", "PE0084"), own.Token.OfOwnTenant().Signed());
        await own.EndedAsync();

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (response.StatusCode, playground.StatusCode));
        Assert.Equal(2, own.Said.Count);
        Assert.All(own.Said, heard => Assert.Equal("Bearer the-bot's-own", heard.Authorization));
        Assert.Equal("on: for development, with peers on this machine", own.Health.State);
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.7")]
    [InlineData("Forwarded", "for=203.0.113.7")]
    [InlineData("Host", "bot.example.org")]
    [InlineData("Content-Type", "text/plain")]
    [InlineData("HTTP", "1.0")]
    public async Task Without_an_app_ID_only_this_machine_is_served(string header, string value)
    {
        await using var open = await TeamsHost.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/messages") { Content = new StringContent(open.Activity("message", "PE0062").ToJsonString(), Encoding.UTF8, "application/json") };
        if (header == "Content-Type")
        {
            request.Content.Headers.ContentType = new(value);
        }
        else if (header == "HTTP")
        {
            request.Version = HttpVersion.Version10;
        }
        else
        {
            request.Headers.TryAddWithoutValidation(header, value);
        }

        using var response = await open.Client.SendAsync(request, Cancel);

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
        Assert.Equal(0, await open.StoredAsync());
        Assert.Equal("on: without authentication, for this machine only", open.Health.State);
    }

    private async Task NothingHappenedAsync()
    {
        Assert.Equal(0, await Host.StoredAsync());
        Assert.Empty(Host.Connector.Requests);
    }

    /// <summary>One host for all that must not change it.</summary>
    public sealed class Guarded : IAsyncLifetime
    {
        private TeamsHost? host;

        public TeamsHost Host => host!;

        public async ValueTask InitializeAsync() => host = await TeamsHost.StartWithIdentityAsync();

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
