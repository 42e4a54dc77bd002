using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

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
        slack.MapPost("/events", EventAsync);
        slack.MapPost("/commands", CommandAsync);
        slack.MapPost("/interactivity", InteractionAsync);
    }

    private static Task<IResult> EventAsync(HttpRequest http, SlackSignature signature, SlackEvents events, ILogger<SlackSignature> log, CancellationToken cancellationToken) =>
        AnswerAsync(http, signature, log, body => events.HandleAsync(body, cancellationToken), cancellationToken);

    private static Task<IResult> CommandAsync(HttpRequest http, SlackSignature signature, SlackCommands commands, ILogger<SlackSignature> log, CancellationToken cancellationToken) =>
        AnswerAsync(
            http,
            signature,
            log,
            body => CommandForm(body) is { } command ? commands.HandleAsync(command, cancellationToken) : Task.FromResult(SlackAnswer.Malformed),
            cancellationToken);

    private static Task<IResult> InteractionAsync(HttpRequest http, SlackSignature signature, SlackInteractions interactions, ILogger<SlackSignature> log, CancellationToken cancellationToken) =>
        AnswerAsync(
            http,
            signature,
            log,
            body => PayloadForm(body) is { } payload ? interactions.HandleAsync(payload, cancellationToken) : Task.FromResult(SlackAnswer.Malformed),
            cancellationToken);

    private static async Task<IResult> AnswerAsync(
        HttpRequest http, SlackSignature signature, ILogger log, Func<ReadOnlyMemory<byte>, Task<SlackAnswer>> handle, CancellationToken cancellationToken)
    {
        using var buffer = new MemoryStream();
        await http.Body.CopyToAsync(buffer, cancellationToken);
        var body = buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
        if (IsCertificateCheck(body.Span))
        {
            return Results.Ok();
        }

        if (!signature.Proves(http.Headers, body.Span))
        {
            LogRefused(log, http.Path);
            return Results.StatusCode(StatusCodes.Status401Unauthorized);
        }

        return Response(http, await handle(body));
    }

    private static IResult Response(HttpRequest http, SlackAnswer answer)
    {
        if (answer.Status is >= 400 and < 500)
        {
            http.HttpContext.Response.Headers["X-Slack-No-Retry"] = "1";
        }

        return answer.Json is { } json ? Results.Text(json, MediaTypeNames.Application.Json, Encoding.UTF8, answer.Status) : Results.StatusCode(answer.Status);
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
