using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Host.Slack;

/// <summary>Takes clicks, modals and shortcuts, whichever way they came; who sent them has been verified.</summary>
internal sealed partial class SlackInteractions(SlackClicks clicks, SlackModals modals, SlackTokens tokens, SlackOptions options, ILogger<SlackInteractions> log)
{
    /// <param name="payloadJson">The field "payload" of the form, or the payload of the envelope.</param>
    public async Task<SlackAnswer> HandleAsync(ReadOnlyMemory<byte> payloadJson, CancellationToken cancellationToken)
    {
        if (Read(payloadJson) is not { Type: { } type } interaction || SlackOrigin.Of(interaction) is not { } origin || !origin.IsFor(options))
        {
            return SlackAnswer.Malformed;
        }

        if (!await tokens.MayKnowAsync(origin.Team, cancellationToken))
        {
            LogUnknown(log, origin.Team);
            var refusal = new Reply(FinderTexts.In(Language.English).NotInstalled);
            return type == "view_submission" ? SlackModals.Update(SlackModals.Result(refusal, FinderTexts.In(Language.English).Result)) : SlackAnswer.Acknowledged;
        }

        return (type, interaction.CallbackId ?? interaction.View?.CallbackId) switch
        {
            ("block_actions", _) => await clicks.HandleAsync(interaction, origin, cancellationToken),
            ("shortcut", SlackNames.Find) => await modals.OpenFormAsync(interaction, origin, cancellationToken),
            ("message_action", SlackNames.LookUp) => await modals.LookUpAsync(interaction, origin, cancellationToken),
            ("view_submission", SlackNames.Find) => await modals.SubmitAsync(interaction, origin, cancellationToken),
            _ => SlackAnswer.Acknowledged,
        };
    }

    private SlackInteraction? Read(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonSerializer.Deserialize(json.Span, SlackJson.Default.SlackInteraction);
        }
        catch (JsonException reason)
        {
            LogMalformed(log, reason.BytePositionInLine);
            return null;
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "A genuine interaction cannot be read, at byte {Position}")]
    private static partial void LogMalformed(ILogger logger, long? position);

    [LoggerMessage(2, LogLevel.Warning, "An interaction came from the workspace {Team}, which has not installed the app")]
    private static partial void LogUnknown(ILogger logger, string team);
}
