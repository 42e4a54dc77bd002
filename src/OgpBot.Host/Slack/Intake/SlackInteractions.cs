using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>Takes clicks, modals and shortcuts, whichever way they came; who sent them has been verified.</summary>
internal sealed partial class SlackInteractions(ILogger<SlackInteractions> log)
{
    /// <param name="payloadJson">The field "payload" of the form, or the payload of the envelope.</param>
    public Task<SlackAnswer> HandleAsync(ReadOnlyMemory<byte> payloadJson, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        try
        {
            using var payload = JsonDocument.Parse(payloadJson);
            return Task.FromResult(payload.RootElement.ValueKind == JsonValueKind.Object ? SlackAnswer.Acknowledged : SlackAnswer.Malformed);
        }
        catch (JsonException reason)
        {
            LogMalformed(log, reason.BytePositionInLine);
            return Task.FromResult(SlackAnswer.Malformed);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A genuine interaction cannot be read, at byte {Position}")]
    private static partial void LogMalformed(ILogger logger, long? position);
}
