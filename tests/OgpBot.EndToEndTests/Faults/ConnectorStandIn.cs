using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>As much of the Bot Connector as the bot uses to answer messages.</summary>
internal sealed class ConnectorStandIn(Platform platform)
{
    private int posted;

    public void Map(WebApplication app)
    {
        app.MapMethods("/teams/v3/conversations/{conversation}/activities/{replyTo?}", ["POST"], PostAsync);
        app.MapMethods("/teams/{**rest}", ["GET", "PUT", "POST"], context =>
        {
            platform.Ledger.AddCall($"teams {context.Request.Method} {context.Request.Path}");
            return context.Response.WriteAsJsonAsync(new { id = "1" }, context.RequestAborted);
        });
    }

    private async Task PostAsync(HttpContext context)
    {
        JsonNode? activity = null;
        await platform.TakeAsync(context, ReadAsync, static () => { }, AcknowledgeAsync);

        async Task<(string Place, string Key, string Text)> ReadAsync(HttpContext request)
        {
            activity = await JsonNode.ParseAsync(request.Request.Body, cancellationToken: request.RequestAborted);
            var conversation = (string)request.Request.RouteValues["conversation"]!;
            return (conversation, (string?)activity!["replyToId"] ?? (string?)request.Request.RouteValues["replyTo"] ?? conversation, $"{activity["text"]} {activity["attachments"]?.ToJsonString()}");
        }
    }

    private Task AcknowledgeAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        return context.Response.WriteAsJsonAsync(new { id = string.Create(CultureInfo.InvariantCulture, $"17955{Interlocked.Increment(ref posted):00000000}") }, context.RequestAborted);
    }
}
