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
        var activity = (await JsonNode.ParseAsync(context.Request.Body, cancellationToken: context.RequestAborted))!;
        if ((string?)activity["type"] is "typing")
        {
            platform.Ledger.AddCall("teams typing");
            context.Response.StatusCode = StatusCodes.Status202Accepted;
            return;
        }

        await platform.TakeAsync(context, Read, static () => { }, AcknowledgeAsync);

        Task<(string Place, string Key, string Text)> Read(HttpContext request)
        {
            var conversation = (string)request.Request.RouteValues["conversation"]!;
            return Task.FromResult((conversation, (string?)activity["replyToId"] ?? (string?)request.Request.RouteValues["replyTo"] ?? conversation, $"{activity["text"]} {activity["attachments"]?.ToJsonString()}"));
        }
    }

    private Task AcknowledgeAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status201Created;
        return context.Response.WriteAsJsonAsync(new { id = string.Create(CultureInfo.InvariantCulture, $"17955{Interlocked.Increment(ref posted):00000000}") }, context.RequestAborted);
    }
}
