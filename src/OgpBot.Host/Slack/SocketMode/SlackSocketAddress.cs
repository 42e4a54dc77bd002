using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

/// <summary>Asks Slack where to connect: each address holds a ticket for one connection, so it is a secret.</summary>
internal sealed class SlackSocketAddress(HttpClient http, Uri api, string appToken, TimeProvider time)
{
    // What Slack says about an app or a token that will not get better by itself; everything else may be a bad moment.
    private static readonly string[] OfSettings =
        ["access_denied", "account_inactive", "forbidden_team", "invalid_auth", "missing_scope", "no_permission", "not_allowed_token_type", "not_authed", "team_disabled", "token_expired", "token_revoked", "user_removed_from_team"];

    /// <exception cref="SlackSocketRefusedException">No address this time.</exception>
    public async Task<Uri> NextAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(api, "apps.connections.open")) { Content = new FormUrlEncodedContent([]) };
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", appToken);
        try
        {
            using var response = await http.SendAsync(request, cancellationToken);
            if (response.StatusCode != HttpStatusCode.OK)
            {
                throw new SlackSocketRefusedException($"apps.connections.open answered {(int)response.StatusCode}", HttpOutcome.RetryAfter(response, time));
            }

            using var answer = JsonDocument.Parse(await response.Content.ReadAsByteArrayAsync(cancellationToken));
            return AddressIn(answer.RootElement);
        }
        catch (HttpRequestException reason)
        {
            throw new SlackSocketRefusedException($"apps.connections.open: {reason.HttpRequestError}", cause: reason);
        }
        catch (Exception reason) when (reason is JsonException or InvalidOperationException or UriFormatException)
        {
            throw new SlackSocketRefusedException("apps.connections.open gave an answer that cannot be read", cause: reason);
        }
    }

    private Uri AddressIn(JsonElement answer)
    {
        if (answer.TryGetProperty("url", out var url) && url.GetString() is { } text)
        {
            var address = new Uri(text);
            // Without encryption only to a stand-in, whose address the settings name.
            return address.Scheme == Uri.UriSchemeWss || (address.Scheme == Uri.UriSchemeWs && api.Scheme == Uri.UriSchemeHttp)
                ? address
                : throw new SlackSocketRefusedException($"apps.connections.open gave an address of {address.Scheme}");
        }

        var error = answer.TryGetProperty("error", out var code) && code.GetString() is { Length: > 0 and < 64 } said ? said : "no url";
        throw new SlackSocketRefusedException($"apps.connections.open: {error}", hopeless: OfSettings.Contains(error));
    }
}
