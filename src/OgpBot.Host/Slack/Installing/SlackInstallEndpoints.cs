using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Conversations;
using OgpBot.Host.Operations;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>How a workspace installs the app: to Slack, and back with a code.</summary>
internal static class SlackInstallEndpoints
{
    /// <summary>No other host and no subdomain can set a cookie of this name.</summary>
    public const string Cookie = "__Host-ogpbot-slack-install";

    private static readonly CookieOptions OfInstall = new() { Secure = true, HttpOnly = true, SameSite = SameSiteMode.Lax, Path = "/", MaxAge = SlackInstallStates.Lifetime, IsEssential = true };

    public static void MapSlackInstall(this IEndpointRouteBuilder routes)
    {
        var install = routes.MapGroup("/slack").ExcludeFromDescription();
        install.MapGet("/install", BeginAsync);
        install.MapGet("/oauth_redirect", EndAsync);
        install.MapGet("/install.css", () => TypedResults.Text(SlackInstallPage.Style, "text/css; charset=utf-8"));
    }

    private static async Task<Results<RedirectHttpResult, ContentHttpResult>> BeginAsync(
        HttpContext context, SlackInstallStates states, SlackInstall install, CancellationToken cancellationToken)
    {
        try
        {
            var (state, browser) = await states.BeginAsync(cancellationToken);
            Private(context);
            context.Response.Cookies.Append(Cookie, browser, OfInstall);
            return TypedResults.Redirect(install.AddressOf(state).AbsoluteUri);
        }
        catch (StateBusyException)
        {
            return Page(context, SlackInstallEnd.Busy);
        }
    }

    /// <summary>A code is looked at when its state is known, fresh, unused and this browser's; before that nothing of the request is believed.</summary>
    private static async Task<ContentHttpResult> EndAsync(
        HttpContext context, SlackInstallStates states, SlackInstall install, string? state, string? code, string? error, CancellationToken cancellationToken)
    {
        Private(context);
        try
        {
            var known = state is { Length: > 0 and < 100 } && context.Request.Cookies[Cookie] is { Length: > 0 and < 100 } browser && await states.UseAsync(state, browser, cancellationToken);
            if (!known)
            {
                return Page(context, SlackInstallEnd.Stale);
            }
        }
        catch (StateBusyException)
        {
            return Page(context, SlackInstallEnd.Busy);
        }

        context.Response.Cookies.Delete(Cookie, OfInstall);
        return Page(context, (error, code) switch
        {
            ("access_denied", _) => SlackInstallEnd.Cancelled,
            (null or "", { Length: > 0 and < 500 }) => await install.CompleteAsync(code, cancellationToken),
            _ => SlackInstallEnd.Failed,
        });
    }

    private static ContentHttpResult Page(HttpContext context, SlackInstallEnd end)
    {
        context.Response.Headers.Vary = "Accept-Language";
        return TypedResults.Text(
            SlackInstallPage.Write(end, PreferredLanguage.Of(context.Request) ?? Language.English), "text/html; charset=utf-8", statusCode: SlackInstallPage.StatusOf(end));
    }

    /// <summary>Addresses hold a code, answers a cookie: nobody keeps them.</summary>
    private static void Private(HttpContext context) => context.Response.Headers.CacheControl = "no-store";
}
