using System.Net;
using Microsoft.AspNetCore.WebUtilities;
using OgpBot.Conversations;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackInstallTests
{
    private static readonly WireAnswer Granted = WireAnswer.Ok("""
        "access_token":"xoxb-granted","token_type":"bot","scope":"commands,chat:write","bot_user_id":"UBOT","app_id":"A1","team":{"id":"T1","name":"Team"},"enterprise":null,"is_enterprise_install":false
        """);

    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    [Fact]
    public async Task A_workspace_installs_the_app_and_can_be_written_to()
    {
        await using var world = await SlackWorld.OpenAsync(appId: "A1");
        await using var site = await InstallSite.OpenAsync(world);
        world.Wire.Answer = _ => Granted;

        var (to, cookie, setCookie) = await site.BeginAsync();
        var (status, page) = await site.ReturnAsync($"code=c0de&state={StateOf(to)}", cookie);

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Contains("in your workspace", page, StringComparison.Ordinal);
        Assert.Equal("xoxb-granted", (await world.Get<SlackTokens>().OfAsync("T1", Cancelled)).Body!.Token.Value);
        var request = Assert.Single(world.Wire.Requests);
        Assert.Equal(("c0de", "https://bot.example.org/slack/oauth_redirect"), (request.Field("code"), request.Field("redirect_uri")));
        Assert.Equal($"Basic {Convert.ToBase64String("client.id:client-secret"u8)}", request.Authorization);
        Assert.All(["secure", "httponly", "samesite=lax", "path=/", "max-age=600"], attribute => Assert.Contains(attribute, setCookie, StringComparison.OrdinalIgnoreCase));
        Assert.StartsWith("__Host-", setCookie, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_asks_for_what_it_needs_and_says_it_in_the_address_of_Slack()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);

        var (to, _, _) = await site.BeginAsync();

        var asked = QueryHelpers.ParseQuery(to.Query);
        Assert.Equal($"{world.Wire.Url}/oauth/v2/authorize", to.GetLeftPart(UriPartial.Path));
        Assert.Equal(("client.id", "https://bot.example.org/slack/oauth_redirect"), (asked["client_id"].ToString(), asked["redirect_uri"].ToString()));
        Assert.DoesNotContain("history", asked["scope"].ToString().Replace("im:history", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(22, asked["state"].ToString().Length);
    }

    [Fact]
    public async Task States_and_cookies_are_never_the_same_and_not_in_the_database()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);

        var begun = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => site.BeginAsync()));

        string[] secrets = [.. begun.Select(one => StateOf(one.To)), .. begun.Select(one => one.Cookie.Split('=')[1])];
        Assert.Equal(100, secrets.Distinct().Count());
        var files = Directory.GetFiles(world.Data.Path, "bot.db*").Select(file => System.Text.Encoding.Latin1.GetString(ReadShared(file))).ToList();
        Assert.DoesNotContain(secrets, secret => files.Exists(file => file.Contains(secret, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_state_serves_once()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        world.Wire.Answer = _ => Granted;
        var (to, cookie, _) = await site.BeginAsync();
        var query = $"code=c0de&state={StateOf(to)}";

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => site.ReturnAsync(query, cookie)));

        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(9, answers.Count(answer => answer.Status == HttpStatusCode.BadRequest));
        Assert.Single(world.Wire.Requests);
    }

    [Fact]
    public async Task A_state_serves_for_ten_minutes()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        var (to, cookie, _) = await site.BeginAsync();

        world.Time.Advance(TimeSpan.FromMinutes(10));

        await RefusedAsync(world, site, $"code=c0de&state={StateOf(to)}", cookie);
    }

    [Fact]
    public async Task A_state_serves_the_browser_that_began_alone()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        var (mine, myCookie, _) = await site.BeginAsync();
        var (theirs, theirCookie, _) = await site.BeginAsync();

        // Somebody lures a browser to finish an install that they began.
        await RefusedAsync(world, site, $"code=c0de&state={StateOf(theirs)}", myCookie);
        await RefusedAsync(world, site, $"code=c0de&state={StateOf(theirs)}", "");
        await RefusedAsync(world, site, $"code=c0de&state={StateOf(mine)}", theirCookie);
        await RefusedAsync(world, site, $"code=c0de&state={StateOf(mine)}", $"{SlackInstallEndpoints.Cookie}=");
    }

    [Theory]
    [InlineData("")]
    [InlineData("code=c0de")]
    [InlineData("code=c0de&state=")]
    [InlineData("code=c0de&state=AAAAAAAAAAAAAAAAAAAAAA")]
    [InlineData("error=access_denied")]
    [InlineData("state=%00%27%22%3Cscript%3E&code=c0de")]
    public async Task Without_a_state_of_ours_nothing_of_a_request_is_believed(string query)
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        var (_, cookie, _) = await site.BeginAsync();

        await RefusedAsync(world, site, query, cookie);
    }

    [Theory]
    [InlineData("\"app_id\":\"A2\",\"access_token\":\"xoxb-other\",\"token_type\":\"bot\",\"bot_user_id\":\"U\",\"team\":{\"id\":\"T1\"}", 502, "Nothing was installed")]
    [InlineData("\"app_id\":\"A1\",\"access_token\":\"xoxb-org\",\"token_type\":\"bot\",\"bot_user_id\":\"U\",\"team\":null,\"is_enterprise_install\":true", 400, "choose one workspace")]
    [InlineData("\"app_id\":\"A1\",\"access_token\":\"xoxp-user\",\"token_type\":\"user\",\"bot_user_id\":\"U\",\"team\":{\"id\":\"T1\"}", 502, "Nothing was installed")]
    public async Task What_is_granted_to_something_else_is_given_back(string granted, int status, string said)
    {
        await using var world = await SlackWorld.OpenAsync(appId: "A1");
        await using var site = await InstallSite.OpenAsync(world);
        world.Wire.Answer = request => request.Method == "oauth.v2.access" ? WireAnswer.Ok(granted) : WireAnswer.Ok();
        var (to, cookie, _) = await site.BeginAsync();

        var (code, page) = await site.ReturnAsync($"code=c0de&state={StateOf(to)}", cookie);

        Assert.Equal(status, (int)code);
        Assert.Contains(said, page, StringComparison.OrdinalIgnoreCase);
        Assert.Null(await world.Get<SlackInstallations>().FindAsync("T1", Cancelled));
        Assert.StartsWith("Bearer xox", Assert.Single(world.Wire.Of("auth.revoke")).Authorization, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("invalid_code", 200, 502)]
    [InlineData("ratelimited", 429, 503)]
    [InlineData("fatal_error", 200, 503)]
    public async Task When_Slack_does_not_grant_anything_the_page_says_what_to_do(string error, int answered, int status)
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        world.Wire.Answer = _ => WireAnswer.Error(error) with { Status = answered };
        var (to, cookie, _) = await site.BeginAsync();

        var (code, page) = await site.ReturnAsync($"code=c0de&state={StateOf(to)}", cookie, "es-PE");

        Assert.Equal(status, (int)code);
        Assert.Contains("No se instaló nada", page, StringComparison.Ordinal);
        Assert.Contains("lang=\"es\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_changes_their_mind_is_told_that_nothing_happened()
    {
        await using var world = await SlackWorld.OpenAsync();
        await using var site = await InstallSite.OpenAsync(world);
        var (to, cookie, _) = await site.BeginAsync();

        var (code, page) = await site.ReturnAsync($"error=access_denied&state={StateOf(to)}", cookie);

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.Contains("nothing has changed", page, StringComparison.Ordinal);
        Assert.Empty(world.Wire.Requests);
    }

    [Fact]
    public void Each_end_has_a_page_in_both_languages() => Assert.All(Enum.GetValues<SlackInstallEnd>(), end =>
    {
        var (english, spanish) = (SlackInstallPage.Write(end, Language.English), SlackInstallPage.Write(end, Language.Spanish));

        Assert.NotEqual(english, spanish);
        Assert.All([english, spanish], page => Assert.Matches("<h1>[^<]{5,}</h1>\n<p>[^<]{20,}</p>", page));
    });

    private static async Task RefusedAsync(SlackWorld world, InstallSite site, string query, string cookie)
    {
        var (status, page) = await site.ReturnAsync(query, cookie);

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("cannot be finished", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
        Assert.Empty(world.Wire.Requests);
    }

    private static string StateOf(Uri to) => QueryHelpers.ParseQuery(to.Query)["state"].ToString();

    private static byte[] ReadShared(string file)
    {
        using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
