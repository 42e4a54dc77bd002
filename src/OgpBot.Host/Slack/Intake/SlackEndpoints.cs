using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Slack;

/// <summary>Where Slack calls: the body as bytes, then the signature, and only then what it says. The content type is not signed, so it decides nothing.</summary>
internal static partial class SlackEndpoints
{
    /// <summary>A message that a shortcut is about comes twice, as text and as blocks, with each letter written as up to eighteen.</summary>
    private const long LargestBody = 1_048_576;

    public static void MapSlackRequests(this IEndpointRouteBuilder routes)
    {
        // All of Slack comes from a few addresses.
        var slack = routes.MapGroup("/slack").DisableRateLimiting().ExcludeFromDescription().WithMetadata(new RequestSizeLimitAttribute(LargestBody));
        var services = routes.ServiceProvider;
        slack.MapPost("/events", http => AnswerAsync(http, services, services.GetRequiredService<SlackEvents>().HandleAsync));
        slack.MapPost("/commands", http => AnswerAsync(http, services, async (body, token) =>
            CommandForm(body) is { } command ? await services.GetRequiredService<SlackCommands>().HandleAsync(command, token) : SlackAnswer.Malformed));
        slack.MapPost("/interactivity", http => AnswerAsync(http, services, async (body, token) =>
            PayloadForm(body) is { } payload ? await services.GetRequiredService<SlackInteractions>().HandleAsync(payload, token) : SlackAnswer.Malformed));
    }

    private static async Task AnswerAsync(HttpContext http, IServiceProvider services, Func<ReadOnlyMemory<byte>, CancellationToken, Task<SlackAnswer>> handle)
    {
        using var buffer = new MemoryStream();
        await http.Request.Body.CopyToAsync(buffer, http.RequestAborted);
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (IsCertificateCheck(body.Span))
        {
            return;
        }

        if (!services.GetRequiredService<SlackSignature>().Proves(http.Request.Headers, body.Span))
        {
            LogRefused(services.GetRequiredService<ILogger<SlackSignature>>(), http.Request.Path);
            await http.Response.AnswerAsync(StatusCodes.Status401Unauthorized);
            return;
        }

        var answer = await handle(body, http.RequestAborted);
        if (answer.Status is >= 400 and < 500)
        {
            http.Response.Headers["X-Slack-No-Retry"] = "1";
        }

        await http.Response.AnswerAsync(answer.Status, answer.Json);
    }

    /// <summary>The one request that Slack does not sign. It is answered and does nothing, whatever stands beside it.</summary>
    private static bool IsCertificateCheck(ReadOnlySpan<byte> body)
    {
        foreach (var field in body.Split((byte)'&'))
        {
            if (body[field].SequenceEqual("ssl_check=1"u8))
            {
                return true;
            }
        }

        return false;
    }

    private static SlackCommand? CommandForm(ReadOnlyMemory<byte> body) => Form(body) is not { } fields ? null : new()
    {
        ApiAppId = fields.GetValueOrDefault("api_app_id"),
        TeamId = fields.GetValueOrDefault("team_id"),
        EnterpriseId = fields.GetValueOrDefault("enterprise_id"),
        ChannelId = fields.GetValueOrDefault("channel_id"),
        UserId = fields.GetValueOrDefault("user_id"),
        Command = fields.GetValueOrDefault("command"),
        Text = fields.GetValueOrDefault("text"),
    };

    private static ReadOnlyMemory<byte>? PayloadForm(ReadOnlyMemory<byte> body) =>
        Form(body)?.GetValueOrDefault("payload") is { } payload ? Encoding.UTF8.GetBytes(payload) : null;

    /// <summary>Null when a field comes twice: it would be neither of its values.</summary>
    private static Dictionary<string, string>? Form(ReadOnlyMemory<byte> body)
    {
        var fields = QueryHelpers.ParseQuery(Encoding.UTF8.GetString(body.Span));
        return fields.Values.All(value => value.Count == 1) ? fields.ToDictionary(field => field.Key, field => field.Value.ToString(), StringComparer.Ordinal) : null;
    }

    [LoggerMessage(1, LogLevel.Warning, "A request to {Path} was refused: its signature is not Slack's, or it is too old")]
    private static partial void LogRefused(ILogger logger, string path);
}
