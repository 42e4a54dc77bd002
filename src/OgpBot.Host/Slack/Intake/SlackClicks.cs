using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Texts;

namespace OgpBot.Host.Slack;

/// <summary>
/// Clicks on buttons. A click is the same as typing what the button says: it has no authority of its own. A page takes the place of the one before;
/// everything else is answered below.
/// </summary>
internal sealed partial class SlackClicks(Bot bot, Inbox inbox, SlackModals modals, SlackClient client, SlackOptions options, TimeProvider time, ILogger<SlackClicks> log)
{
    /// <summary>Slack waits for three seconds.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    public async Task<SlackAnswer> HandleAsync(SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken)
    {
        if (click is not { Actions: [{ ActionId: { } id } action, ..], User.Id: { Length: > 0 } })
        {
            return SlackAnswer.Malformed;
        }

        if (id == SlackNames.OpenFind)
        {
            return await modals.OpenFormAsync(click, origin, cancellationToken);
        }

        if (action.Value is not { Length: > 0 } says || (id != SlackNames.Share && !id.StartsWith(SlackNames.Says, StringComparison.Ordinal)))
        {
            // A link, or a button of a message that an older release sent.
            return SlackAnswer.Acknowledged;
        }

        var inPlace = id.StartsWith(SlackNames.SaysPage, StringComparison.Ordinal);
        return click switch
        {
            { View: not null } => await modals.SayAsync(says, click, origin, cancellationToken),
            _ when click.Channel?.Id is null || (click.Message?.Ts ?? click.Container?.MessageTs) is null => SlackAnswer.Malformed,
            _ when id == SlackNames.Share => await ShareAsync(says, click, origin, cancellationToken),
            { Container.IsEphemeral: true } => await SayPrivatelyAsync(says, inPlace, click, origin, cancellationToken),
            _ when SharedBy(click) is { } by => await SaySharedAsync(says, inPlace, by, click, origin, cancellationToken),
            _ => await AskAsync(says, inPlace, action, click, origin, cancellationToken),
        };
    }

    /// <summary>Under a message of the bot: in order with everything else that is said there.</summary>
    private async Task<SlackAnswer> AskAsync(string says, bool inPlace, SlackAction action, SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var (channel, message) = (click.Channel!.Id!, MessageOf(click));
        var thread = ThreadOf(click) ?? (channel.StartsWith('D') ? null : message);
        var route = new SlackRoute(SlackRouteKind.Message, channel, thread) { User = click.User!.Id, AskedTs = message };
        var utterance = new Utterance(says, origin.At(thread is null ? channel : $"{channel}/{thread}"), PreferredOf(click)) { Asker = SlackAskers.In(channel, click.User.Id!) };
        var key = origin.Key("click", channel, message, click.User.Id, action.ActionId, action.ActionTs);
        return await inbox.AcceptAsync(new Incoming(utterance, [key], route.Write(), inPlace ? message : null), cancellationToken) == Acceptance.Busy
            ? SlackAnswer.Busy
            : SlackAnswer.Acknowledged;
    }

    private async Task<SlackAnswer> SayPrivatelyAsync(string says, bool inPlace, SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var reply = await AnswerAsync(says, click, origin, cancellationToken);
        var body = SlackMessages.Ephemeral(reply, shareable: !click.Channel!.Id!.StartsWith('D'));
        return await RespondAsync(inPlace ? SlackMessages.InPlace(body) : SlackMessages.Below(body, ThreadOf(click)), click, cancellationToken);
    }

    /// <summary>Everybody sees what one person had seen.</summary>
    private async Task<SlackAnswer> ShareAsync(string says, SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var reply = await AnswerAsync(says, click, origin, cancellationToken);
        var by = FinderTexts.In(reply.Language).SharedBy(click.User!.Name ?? "");
        return await RespondAsync(SlackMessages.Below(SlackMessages.Shared(reply, by), ThreadOf(click)), click, cancellationToken);
    }

    /// <summary>A shared message may stand in a channel that the bot is no member of: only the address that came with the click leads there.</summary>
    private async Task<SlackAnswer> SaySharedAsync(string says, bool inPlace, string by, SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken)
    {
        var body = SlackMessages.Shared(await AnswerAsync(says, click, origin, cancellationToken), by);
        return await RespondAsync(inPlace ? SlackMessages.InPlace(body) : SlackMessages.Below(body, ThreadOf(click) ?? MessageOf(click)), click, cancellationToken);
    }

    private Task<Reply> AnswerAsync(string says, SlackInteraction click, SlackOrigin origin, CancellationToken cancellationToken) =>
        bot.AnswerAsync(
            new Utterance(says, origin.At($"{click.Channel!.Id}/{click.User!.Id}"), PreferredOf(click)) { Asker = SlackAskers.In(click.Channel.Id!, click.User.Id!) }, cancellationToken);

    private async Task<SlackAnswer> RespondAsync(JsonObject body, SlackInteraction click, CancellationToken cancellationToken)
    {
        if (ResponseUrl.Of(click.ResponseUrl, options, time) is not { } address)
        {
            LogNoAddress(log);
            return SlackAnswer.Malformed;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        var outcome = await client.RespondAsync(address, body, patience.Token);
        if (outcome is Outcome.Sent)
        {
            return SlackAnswer.Acknowledged;
        }

        // Without an acknowledgement Slack tells the person that it did not work.
        LogFailed(log, outcome);
        return SlackAnswer.Busy;
    }

    private static Language? PreferredOf(SlackInteraction click) => Operations.PreferredLanguage.Named(click.User?.Locale);

    private static string MessageOf(SlackInteraction click) => click.Message?.Ts ?? click.Container!.MessageTs!;

    private static string? ThreadOf(SlackInteraction click) => click.Message?.ThreadTs ?? click.Container?.ThreadTs;

    /// <summary>The words under a shared message; null for every other message.</summary>
    private static string? SharedBy(SlackInteraction click)
    {
        if (click.Message?.Blocks is not { ValueKind: JsonValueKind.Array } blocks)
        {
            return null;
        }

        foreach (var block in blocks.EnumerateArray())
        {
            if (block.ValueKind == JsonValueKind.Object && block.TryGetProperty("block_id", out var id) && id.ValueKind == JsonValueKind.String && id.ValueEquals(SlackNames.SharedBy))
            {
                return block.Deserialize(SlackJson.Default.SlackContext)?.Elements is [{ Text: { } text }, ..] ? text : "";
            }
        }

        return null;
    }

    [LoggerMessage(1, LogLevel.Warning, "A click came without an address of Slack's to answer at")]
    private static partial void LogNoAddress(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "A click could not be answered: {Outcome}")]
    private static partial void LogFailed(ILogger logger, Outcome outcome);
}
