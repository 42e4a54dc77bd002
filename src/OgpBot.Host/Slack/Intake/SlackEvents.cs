using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>Takes what the Events API delivers, whichever way it came; who sent it has been verified. What is of no interest is acknowledged all the same.</summary>
internal sealed partial class SlackEvents(SlackQuestions questions, SlackSurfaces surfaces, SlackPreviews previews, SlackTokens tokens, SlackPurge purge, SlackOptions options, ILogger<SlackEvents> log)
{
    // Of DateTimeOffset.
    private const long LatestSecond = 253_402_300_799;

    /// <param name="json">The body of the request, or the payload of the envelope.</param>
    public async Task<SlackAnswer> HandleAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        switch (Read(json))
        {
            case null:
                return SlackAnswer.Malformed;
            case { Type: "url_verification", Challenge: { } challenge }:
                return new SlackAnswer(200, new JsonObject { ["challenge"] = challenge }.ToJsonString());
            case { Type: "event_callback", Event: { Type: { } type } inner } envelope when SlackOrigin.Of(envelope) is { } origin:
                return await TakeAsync(type, inner, envelope, origin, cancellationToken);
            case { Type: "app_rate_limited" } limited:
                LogLimited(log, limited.TeamId);
                return SlackAnswer.Acknowledged;
            case { Type: null or "url_verification" or "event_callback" } broken:
                LogIncomplete(log, broken.Type);
                return SlackAnswer.Malformed;
            default:
                return SlackAnswer.Acknowledged;
        }
    }

    private async Task<SlackAnswer> TakeAsync(string type, SlackEvent inner, SlackEnvelope envelope, SlackOrigin origin, CancellationToken cancellationToken)
    {
        if (!origin.IsFor(options))
        {
            LogOtherApp(log, origin.App);
            return SlackAnswer.Acknowledged;
        }

        // Whether it is installed does not matter here: that is what ends.
        if (type == "app_uninstalled" || (type == "tokens_revoked" && inner.Tokens?.Bot is { Count: > 0 }))
        {
            return await LeaveAsync(envelope, origin, cancellationToken);
        }

        if (!await tokens.MayKnowAsync(origin.Team, cancellationToken))
        {
            LogUnknown(log, origin.Team);
            return SlackAnswer.Acknowledged;
        }

        return type switch
        {
            "app_mention" or "message" => await TakeMessageAsync(inner, envelope, origin, cancellationToken),
            "app_home_opened" => await surfaces.OpenHomeAsync(inner, origin, envelope.EventId, cancellationToken),
            "link_shared" => await surfaces.PreviewLinksAsync(inner, origin, envelope.EventId, cancellationToken),
            _ => SlackAnswer.Acknowledged,
        };
    }

    private async Task<SlackAnswer> TakeMessageAsync(SlackEvent message, SlackEnvelope envelope, SlackOrigin origin, CancellationToken cancellationToken) =>
        !SlackQuestions.IsWritten(message, origin) ? SlackAnswer.Acknowledged
        : SlackQuestions.IsAsked(message, origin) ? await questions.AskAsync(message, origin, envelope.EventId, cancellationToken)
        : await previews.ConsiderAsync(message, origin, cancellationToken);

    /// <summary>Both events come, in either order: the second finds nothing left.</summary>
    private async Task<SlackAnswer> LeaveAsync(SlackEnvelope envelope, SlackOrigin origin, CancellationToken cancellationToken)
    {
        try
        {
            var happened = envelope.EventTime is > 0 and <= LatestSecond and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : (DateTimeOffset?)null;
            await purge.PurgeAsync(origin.Team, happened, cancellationToken);
            return SlackAnswer.Acknowledged;
        }
        catch (StateBusyException)
        {
            return SlackAnswer.Busy;
        }
    }

    private SlackEnvelope? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, SlackJson.Default.SlackEnvelope);
        }
        catch (JsonException reason)
        {
            LogMalformed(log, reason.BytePositionInLine);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A genuine event cannot be read, at byte {Position}")]
    private static partial void LogMalformed(ILogger logger, long? position);

    [LoggerMessage(2, LogLevel.Warning, "A genuine event lacks what makes it one (type {Type})")]
    private static partial void LogIncomplete(ILogger logger, string? type);

    [LoggerMessage(3, LogLevel.Warning, "Slack holds back events of workspace {Team}: there are too many")]
    private static partial void LogLimited(ILogger logger, string? team);

    [LoggerMessage(4, LogLevel.Warning, "An event is for the app {App}, which this one is not")]
    private static partial void LogOtherApp(ILogger logger, string app);

    [LoggerMessage(5, LogLevel.Warning, "An event came from the workspace {Team}, which has not installed the app")]
    private static partial void LogUnknown(ILogger logger, string team);
}
