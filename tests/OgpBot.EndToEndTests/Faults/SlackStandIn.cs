using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>As much of Slack's Web API as the bot uses to answer messages, of one workspace.</summary>
internal sealed class SlackStandIn(Platform platform)
{
    public const string Team = "T0FAULTS1";

    public const string App = "A0FAULTS1";

    public const string BotUser = "U0OGPBOT1";

    private readonly ConcurrentDictionary<string, ConcurrentQueue<Posted>> channels = new(StringComparer.Ordinal);
    private int posted;

    public void Map(WebApplication app)
    {
        app.MapPost("/slack/chat.postMessage", PostAsync);
        app.MapPost("/slack/conversations.history", HistoryAsync);
        app.Map("/slack/{method}", OtherAsync);
    }

    private async Task PostAsync(HttpContext context)
    {
        var post = new Posted("", "", null);
        var channel = "";
        await platform.TakeAsync(context, ReadAsync, Show, AcknowledgeAsync);

        async Task<(string Place, string Key, string Text)> ReadAsync(HttpContext request)
        {
            var fields = await FieldsAsync(request);
            channel = (string)fields["channel"]!;
            var ts = string.Create(CultureInfo.InvariantCulture, $"1795500000.{Interlocked.Increment(ref posted):000000}");
            post = new(ts, (string?)fields["text"] ?? "", (fields["metadata"] is JsonValue text ? JsonNode.Parse((string)text!) : fields["metadata"])?.ToJsonString());
            return (channel, (string?)fields["thread_ts"] ?? channel, post.Text);
        }

        void Show() => channels.GetOrAdd(channel, _ => []).Enqueue(post);

        Task AcknowledgeAsync(HttpContext answered) =>
            answered.Response.WriteAsJsonAsync(new { ok = true, channel, ts = post.Ts, message = new { type = "message", ts = post.Ts } }, answered.RequestAborted);
    }

    /// <summary>For direct messages: a bot may read those.</summary>
    private async Task HistoryAsync(HttpContext context)
    {
        platform.Ledger.AddCall("slack conversations.history");
        var channel = (string?)(await FieldsAsync(context))["channel"] ?? "";
        var messages = channels.GetValueOrDefault(channel, []).Select(post => new JsonObject
        {
            ["type"] = "message",
            ["user"] = BotUser,
            ["bot_id"] = "B0OGPBOT1",
            ["ts"] = post.Ts,
            ["text"] = post.Text,
            ["metadata"] = post.Metadata is { } metadata ? JsonNode.Parse(metadata) : null,
        });
        await context.Response.WriteAsJsonAsync(new JsonObject { ["ok"] = true, ["messages"] = new JsonArray([.. messages]), ["has_more"] = false }, context.RequestAborted);
    }

    private async Task OtherAsync(HttpContext context)
    {
        var method = (string)context.Request.RouteValues["method"]!;
        platform.Ledger.AddCall($"slack {method}");
        context.Response.Headers["X-OAuth-Scopes"] = "app_mentions:read,chat:write,commands,im:history,links:read,links:write";
        JsonObject answer = method == "auth.test"
            ? new() { ["ok"] = true, ["url"] = "https://faults.slack.com/", ["team"] = "Faults", ["user"] = "ogpbot", ["team_id"] = Team, ["user_id"] = BotUser, ["bot_id"] = "B0OGPBOT1", ["app_id"] = App }
            : new() { ["ok"] = true };
        await context.Response.WriteAsJsonAsync(answer, context.RequestAborted);
    }

    private static async Task<JsonNode> FieldsAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        }

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        return new JsonObject(form.Select(field => KeyValuePair.Create(field.Key, (JsonNode?)field.Value.ToString())));
    }

    private sealed record Posted(string Ts, string Text, string? Metadata);
}
