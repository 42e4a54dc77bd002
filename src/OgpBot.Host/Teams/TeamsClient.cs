using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OgpBot.Delivery;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Teams;

/// <summary>Microsoft's connector for Teams: the few of its routes that the bot needs. Goes to allowed hosts alone, follows no redirect, throws for nothing that a network does.</summary>
internal sealed partial class TeamsClient(IHttpClientFactory http, TeamsHosts hosts, TeamsTokens tokens, TimeProvider time, ILogger<TeamsClient> log)
{
    public const string HttpName = "teams";

    // Connections are renewed by its handler.
    private readonly Lazy<HttpClient> client = new(() => http.CreateClient(HttpName));

    /// <summary>Sends a new message, as an answer where the route names one. Sent has no ID when the connector tells none.</summary>
    public Task<Outcome> PostAsync(TeamsRoute route, TeamsActivity activity, CancellationToken cancellationToken) =>
        SendAsync(HttpMethod.Post, route, activity.ReplyToId, activity, TeamsJson.Wire.TeamsActivity, cancellationToken);

    /// <summary>Puts the message in the place of one that the bot sent before.</summary>
    public async Task<Outcome> PutAsync(TeamsRoute route, TeamsActivity activity, string activityId, CancellationToken cancellationToken)
    {
        var outcome = await SendAsync(HttpMethod.Put, route, activityId, activity, TeamsJson.Wire.TeamsActivity, cancellationToken);
        return outcome is Outcome.Sent { MessageId: null } ? new Outcome.Sent(activityId) : outcome;
    }

    /// <summary>The chat with one person, made if there is none yet: sent with its ID.</summary>
    public Task<Outcome> OpenChatAsync(TeamsRoute route, string tenant, string person, CancellationToken cancellationToken)
    {
        var chat = new TeamsPersonalChat(route.BotId is { } bot ? new(bot) : null, [new(person)], tenant, new(new(tenant)));
        return SendAsync(HttpMethod.Post, route.ServiceUrl, "v3/conversations", chat, TeamsJson.Wire.TeamsPersonalChat, cancellationToken);
    }

    private Task<Outcome> SendAsync<T>(HttpMethod method, TeamsRoute route, string? activityId, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        // Escaped, an ID is one segment of the path, whatever it holds. Dots alone would be a way up.
        if (IsDots(route.ConversationId) || IsDots(activityId))
        {
            return Task.FromResult<Outcome>(new Outcome.Refused("an ID that is none"));
        }

        var path = $"v3/conversations/{Uri.EscapeDataString(route.ConversationId)}/activities";
        return SendAsync(method, route.ServiceUrl, activityId is null ? path : $"{path}/{Uri.EscapeDataString(activityId)}", body, type, cancellationToken);
    }

    private async Task<Outcome> SendAsync<T>(HttpMethod method, string serviceUrl, string path, T body, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        if (hosts.Allowed(serviceUrl) is not { } host)
        {
            return new Outcome.Refused("the service address is not allowed");
        }

        string? token;
        try
        {
            token = await tokens.GetAsync(cancellationToken);
        }
        catch (Exception reason) when (TeamsTokens.IsOfIdentity(reason))
        {
            var code = TeamsTokens.CodeOf(reason);
            LogNoToken(log, code);
            return new Outcome.Later(null, $"no token: {code}");
        }

        using var content = new DepartingContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        using var request = new HttpRequestMessage(method, new Uri(host, path)) { Content = content };
        request.Headers.Authorization = token is null ? null : new AuthenticationHeaderValue("Bearer", token);
        try
        {
            using var response = await client.Value.SendAsync(request, cancellationToken);
            return await OutcomeOfAsync(response, token, cancellationToken);
        }
        catch (Exception reason) when (reason is HttpRequestException or OperationCanceledException && !content.HasLeft)
        {
            return new Outcome.Later(null, reason is HttpRequestException refused ? refused.HttpRequestError.ToString() : "no connection in time");
        }
        catch (HttpRequestException reason)
        {
            return HttpOutcome.Of(reason);
        }
        catch (OperationCanceledException)
        {
            return new Outcome.Unknown("no answer in time");
        }
    }

    private async Task<Outcome> OutcomeOfAsync(HttpResponseMessage response, string? token, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsByteArrayAsync(cancellationToken);
        if (response.IsSuccessStatusCode)
        {
            return new Outcome.Sent(TeamsAnswer.IdIn(body));
        }

        if (response.StatusCode == HttpStatusCode.Unauthorized && token is not null)
        {
            tokens.Forget(token);
            return new Outcome.Later(null, "401");
        }

        var outcome = HttpOutcome.Of(response.StatusCode, HttpOutcome.RetryAfter(response, time));
        return outcome is Outcome.Refused && TeamsAnswer.CodeIn(body) is { } code ? new Outcome.Refused($"{(int)response.StatusCode} {code}") : outcome;
    }

    private static bool IsDots(string? id) => id is "" or "." or "..";

    [LoggerMessage(1, LogLevel.Error, "No token for the Teams connector ({Code}): nothing can be said there")]
    private static partial void LogNoToken(ILogger logger, string code);
}
