using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

/// <summary>The pages of an install, served over real HTTP, and browsers that visit them.</summary>
internal sealed class InstallSite : IAsyncDisposable
{
    private readonly WebApplication app;
    private readonly HttpClient client;

    private InstallSite(WebApplication app)
    {
        this.app = app;
        client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = new(app.Urls.First()) };
    }

    public static async Task<InstallSite> OpenAsync(SlackWorld world)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(world.Get<SlackInstallStates>());
        builder.Services.AddSingleton(world.Get<SlackInstall>());
        var served = builder.Build();
        served.Urls.Add("http://127.0.0.1:0");
        served.MapSlackInstall();
        await served.StartAsync(SlackWorld.Cancelled);
        return new(served);
    }

    /// <summary>A browser goes to the install page: where it is sent, and the cookie it got.</summary>
    public async Task<(Uri To, string Cookie, string SetCookie)> BeginAsync()
    {
        var (status, _, to, setCookie) = await VisitAsync("/slack/install", "");
        Assert.Equal(HttpStatusCode.Redirect, status);
        return (to!, setCookie.Split(';')[0], setCookie);
    }

    /// <summary>The browser comes back from Slack.</summary>
    public async Task<(HttpStatusCode Status, string Page)> ReturnAsync(string query, string cookie, string language = "en")
    {
        var (status, page, _, _) = await VisitAsync($"/slack/oauth_redirect?{query}", cookie, language);
        return (status, WebUtility.HtmlDecode(page));
    }

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await app.DisposeAsync();
    }

    private async Task<(HttpStatusCode Status, string Page, Uri? To, string SetCookie)> VisitAsync(string path, string cookie, string language = "en")
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("Accept-Language", language);
        if (cookie.Length > 0)
        {
            request.Headers.Add("Cookie", cookie);
        }

        using var response = await client.SendAsync(request, SlackWorld.Cancelled);
        Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
        return (response.StatusCode, await response.Content.ReadAsStringAsync(SlackWorld.Cancelled), response.Headers.Location, response.Headers.TryGetValues("Set-Cookie", out var set) ? set.First() : "");
    }
}
