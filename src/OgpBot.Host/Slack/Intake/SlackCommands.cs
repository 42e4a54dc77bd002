using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Host.Slack;

/// <summary>Answers slash commands inside the response, visible to the person who typed them alone.</summary>
internal sealed partial class SlackCommands(Bot bot, SlackPreviews previews, SlackTokens tokens, SlackSearches searches, SlackOptions options, ILogger<SlackCommands> log)
{
    public async Task<SlackAnswer> HandleAsync(SlackCommand command, CancellationToken cancellationToken)
    {
        if (SlackOrigin.Of(command) is not { } origin || command is not { ChannelId: { } channel, UserId: { } user } || !origin.IsFor(options))
        {
            return SlackAnswer.Malformed;
        }

        try
        {
            var typed = SlackQuestions.Typed(command.Text);
            return !await tokens.MayKnowAsync(origin.Team, cancellationToken) ? Say(new Reply(FinderTexts.In(Language.English).NotInstalled))
                : Switch().Match(Folding.Fold(typed)) is { Success: true } match ? await SwitchAsync(match, origin, channel, cancellationToken)
                : await AnswerAsync(typed, origin, channel, user, cancellationToken);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // Slack would show an error code of its own.
            var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
            LogFailed(log, reference, reason);
            return Say(new Reply(DeliveryTexts.In(Language.English).Sorry(reference)));
        }
    }

    private async Task<SlackAnswer> AnswerAsync(string typed, SlackOrigin origin, string channel, string user, CancellationToken cancellationToken)
    {
        // Only this person sees the answers, so only this person's words lead on from them.
        var reply = await bot.AnswerAsync(new Utterance(typed, origin.At($"{channel}/{user}")) { Asker = SlackAskers.In(channel, user) }, cancellationToken);
        if (reply.Query is { Length: > 0 } query)
        {
            searches.Note(origin.Team, user, query);
        }

        return SlackMessages.Answer(SlackMessages.Ephemeral(reply, shareable: !channel.StartsWith('D')));
    }

    private async Task<SlackAnswer> SwitchAsync(Match match, SlackOrigin origin, string channel, CancellationToken cancellationToken)
    {
        var language = match.Groups["spanish"].Success ? Language.Spanish : Language.English;
        var texts = PreviewTexts.In(language);
        if (channel.StartsWith('D'))
        {
            return Say(new Reply(texts.OnlyInChannels) { Language = language });
        }

        if (!match.Groups["state"].Success)
        {
            return Say(new Reply(texts.State(await previews.AreOnAsync(origin, channel, cancellationToken))) { Language = language });
        }

        var on = match.Groups["on"].Success;
        if (on && (await tokens.OfAsync(origin.Team, cancellationToken)).Body is { Scopes: { Count: > 0 } scopes } && !scopes.Contains("channels:history") && !scopes.Contains("groups:history"))
        {
            return Say(new Reply(texts.NotAllowed) { Language = language });
        }

        await previews.SwitchAsync(origin, channel, on, cancellationToken);
        return Say(new Reply(on ? texts.On : texts.Off) { Language = language });
    }

    private static SlackAnswer Say(Reply reply) => SlackMessages.Answer(SlackMessages.Ephemeral(reply, shareable: false));

    [GeneratedRegex(@"^(?:previews?|(?<spanish>vistas previas))(?<state> (?:(?<on>on|si|activar)|off|no|desactivar))?\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Switch();

    [LoggerMessage(1, LogLevel.Error, "A command could not be answered, reference {Reference}")]
    private static partial void LogFailed(ILogger logger, string reference, Exception reason);
}
