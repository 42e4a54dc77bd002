using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>Envelopes go the way of requests over HTTP. Slack proved who it is when the connection was made, so nothing is signed.</summary>
internal sealed class SlackSocketIntake(SlackEvents events, SlackCommands commands, SlackInteractions interactions)
{
    public Task<SlackAnswer> TakeAsync(string type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken) => type switch
    {
        "events_api" => events.HandleAsync(payload, cancellationToken),
        "slash_commands" => Command(payload) is { } command ? commands.HandleAsync(command, cancellationToken) : Task.FromResult(SlackAnswer.Malformed),
        "interactive" => interactions.HandleAsync(payload, cancellationToken),
        // A kind that this version does not know: Slack need not send it again.
        _ => Task.FromResult(SlackAnswer.Acknowledged),
    };

    private static SlackCommand? Command(ReadOnlyMemory<byte> payload)
    {
        try
        {
            return JsonSerializer.Deserialize(payload.Span, SlackJson.Default.SlackCommand);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
