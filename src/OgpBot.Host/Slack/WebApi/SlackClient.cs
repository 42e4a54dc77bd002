using System.Net.Http.Headers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using OgpBot.Delivery;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

/// <summary>
/// Slack's Web API. A token goes to <see cref="SlackOptions.Api"/> alone, in the header. No call throws for what Slack or the network does.
/// </summary>
internal sealed class SlackClient(IHttpClientFactory clients, SlackOptions options, SlackQuota quota, TimeProvider time)
{
    /// <summary>Of the HTTP client.</summary>
    public const string Name = "slack";

    // Connections are renewed by its handler.
    private readonly Lazy<HttpClient> http = new(() => clients.CreateClient(Name));

    /// <summary>A method that reads: its arguments go as a form.</summary>
    public Task<SlackResult<T>> ReadAsync<T>(
        SlackToken token, string method, IEnumerable<KeyValuePair<string, string>> arguments, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : SlackBody =>
        CallAsync(token.Team, method, "", Bearer(token), SlackContent.Form(arguments), type, cancellationToken);

    /// <summary>Page by page, until Slack has no more, <paramref name="most"/> pages were read, or one failed: that is the last.</summary>
    public async IAsyncEnumerable<SlackResult<T>> ReadPagesAsync<T>(
        SlackToken token, string method, IReadOnlyList<KeyValuePair<string, string>> arguments, JsonTypeInfo<T> type, int most, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : SlackBody
    {
        string? cursor = null;
        for (var page = 0; page < most; page++)
        {
            var result = await ReadAsync(token, method, cursor is null ? arguments : [.. arguments, new("cursor", cursor)], type, cancellationToken);
            yield return result;
            cursor = result.Body?.ResponseMetadata?.NextCursor;
            if (string.IsNullOrEmpty(cursor))
            {
                yield break;
            }
        }
    }

    /// <summary>A method that writes: its arguments go as JSON.</summary>
    public Task<SlackResult<T>> WriteAsync<T>(SlackToken token, string method, JsonObject arguments, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : SlackBody
    {
        // Slack counts messages by channel; a pause in one is none in the others.
        var place = method is "chat.postMessage" or "chat.update" ? (string?)arguments["channel"] ?? "" : "";
        return CallAsync(token.Team, method, place, Bearer(token), SlackContent.Json(arguments), type, cancellationToken);
    }

    /// <summary>The same for a message in a channel, whose arguments are written already.</summary>
    public Task<SlackResult<SlackPostedBody>> PostAsync(SlackToken token, string method, string channel, ReadOnlyMemory<byte> arguments, CancellationToken cancellationToken) =>
        CallAsync(token.Team, method, channel, Bearer(token), new(arguments), SlackApiJson.Default.SlackPostedBody, cancellationToken);

    /// <summary>Exchanges a code or a refresh token for an access token, as the app itself.</summary>
    public Task<SlackResult<SlackAccessBody>> GrantAsync(IEnumerable<KeyValuePair<string, string>> arguments, CancellationToken cancellationToken)
    {
        var basic = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{options.ClientId}:{options.ClientSecret}"));
        return CallAsync("", "oauth.v2.access", "", new AuthenticationHeaderValue("Basic", basic), SlackContent.Form(arguments), SlackApiJson.Default.SlackAccessBody, cancellationToken);
    }

    /// <summary>Posts to a response_url. That address is the permission, so no token goes with it.</summary>
    public async Task<Outcome> RespondAsync(ResponseUrl address, JsonObject message, CancellationToken cancellationToken)
    {
        if (!address.TryUse(time))
        {
            return new Outcome.Refused("used_url");
        }

        var (outcome, _) = await SendAsync(address.Value, null, SlackContent.Json(message), static (response, _, _) => Task.FromResult<Outcome>(new Outcome.Sent(null)), cancellationToken);
        return outcome;
    }

    private async Task<SlackResult<T>> CallAsync<T>(
        string team, string method, string place, AuthenticationHeaderValue authorization, DepartingContent content, JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : SlackBody
    {
        using (content)
        {
            if (quota.WaitFor(team, method, place) is { } wait)
            {
                return new Outcome.Later(wait, "ratelimited");
            }

            T? body = null;
            var (outcome, scopes) = await SendAsync(new Uri(options.Api, method), authorization, content, ReadAsync, cancellationToken);
            if (outcome is Outcome.Later { After: { } pause, Reason: "429" or "ratelimited" or "rate_limited" })
            {
                quota.Block(team, method, place, pause);
            }

            return outcome is Outcome.Sent ? new SlackResult<T>(body, null) { Scopes = scopes } : outcome;

            async Task<Outcome> ReadAsync(HttpResponseMessage response, TimeSpan? retryAfter, CancellationToken token)
            {
                body = await JsonSerializer.DeserializeAsync(await response.Content.ReadAsStreamAsync(token), type, token);
                return body is null ? new Outcome.Unknown("unreadable") : body.Ok ? new Outcome.Sent(null) : SlackErrors.Of(body.Error, retryAfter);
            }
        }
    }

    private async Task<(Outcome Outcome, string Scopes)> SendAsync(
        Uri address, AuthenticationHeaderValue? authorization, DepartingContent content, Func<HttpResponseMessage, TimeSpan?, CancellationToken, Task<Outcome>> read, CancellationToken cancellationToken)
    {
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = content, Headers = { Authorization = authorization } };
            using var response = await http.Value.SendAsync(request, cancellationToken);
            var retryAfter = HttpOutcome.RetryAfter(response, time);
            var scopes = response.Headers.TryGetValues("x-oauth-scopes", out var told) ? string.Join(',', told) : "";
            return (response.IsSuccessStatusCode ? await read(response, retryAfter, cancellationToken) : HttpOutcome.Of(response.StatusCode, retryAfter), scopes);
        }
        catch (HttpRequestException reason)
        {
            return (content.HasLeft ? HttpOutcome.Of(reason) : new Outcome.Later(null, reason.HttpRequestError.ToString()), "");
        }
        catch (OperationCanceledException)
        {
            return (content.HasLeft ? new Outcome.Unknown("no answer in time") : new Outcome.Later(null, "no connection in time"), "");
        }
        catch (Exception reason) when (reason is JsonException or NotSupportedException)
        {
            return (new Outcome.Unknown("unreadable"), "");
        }
    }

    private static AuthenticationHeaderValue Bearer(SlackToken token) => new("Bearer", token.Value);
}
