using System.Text.Json;
using System.Text.Json.Nodes;

namespace OgpBot.Host.Slack;

/// <summary>Takes what the Events API delivers, whichever way it came; who sent it has been verified.</summary>
internal sealed partial class SlackEvents(ILogger<SlackEvents> log)
{
    /// <param name="json">The body of the request, or the payload of the envelope.</param>
    public Task<SlackAnswer> HandleAsync(ReadOnlyMemory<byte> json, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Read(json) switch
        {
            null => SlackAnswer.Malformed,
            { Type: "url_verification", Challenge: { } challenge } => new SlackAnswer(200, new JsonObject { ["challenge"] = challenge }.ToJsonString()),
            _ => SlackAnswer.Acknowledged,
        });
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
}
