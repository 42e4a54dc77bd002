using System.Globalization;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>Messages that ask the bot: mentions are answered in their thread, direct messages where they were said.</summary>
internal sealed class SlackQuestions(Inbox inbox)
{
    /// <summary>More than the reader reads; what is longer has nothing to be kept for.</summary>
    private const int Longest = 4_000;

    private const long MostSeconds = long.MaxValue / 1_000_000;

    /// <summary>What people write. Everything else (edits, deletions, people who join) is no question.</summary>
    private static readonly string?[] Written = [null, "", "file_share", "thread_broadcast", "me_message"];

    /// <summary>A person wrote it: not this bot, and no other one, so that no two bots talk without end.</summary>
    public static bool IsWritten(SlackEvent message, SlackOrigin origin) =>
        message is { BotId: null, User: { } user } && user != origin.BotUser && user != "USLACKBOT" && Array.IndexOf(Written, message.Subtype) >= 0;

    public static bool IsAsked(SlackEvent message, SlackOrigin origin) =>
        message.Type == "app_mention" || message.ChannelType == "im" || SlackText.Mentions(message.Text, origin.BotUser);

    public async Task<SlackAnswer> AskAsync(SlackEvent message, SlackOrigin origin, string? eventId, CancellationToken cancellationToken)
    {
        if (message is not { Channel: { } channel, Ts: { } ts, User: { } user })
        {
            return SlackAnswer.Malformed;
        }

        // A mention comes twice, as app_mention and as message, with two event_ids: the place in the channel is the same.
        var order = OrderOf(ts);
        List<DedupKey> keys = [new(origin.Key("message", channel, ts), order)];
        keys.AddRange(eventId is null ? [] : [new(origin.Key("event", eventId), order)]);
        keys.AddRange(message.ClientMsgId is { } sent ? [origin.Key("client", sent)] : []);

        var thread = message.ThreadTs ?? (message.ChannelType == "im" ? null : ts);
        var route = new SlackRoute(SlackRouteKind.Message, channel, thread) { User = user, AskedTs = ts };
        var utterance = new Utterance(Typed(message.Text), origin.At(thread is null ? channel : $"{channel}/{thread}")) { Asker = SlackAskers.In(channel, user) };
        return await inbox.AcceptAsync(new Incoming(utterance, keys, route.Write()), cancellationToken) == Acceptance.Busy
            ? SlackAnswer.Busy
            : SlackAnswer.Acknowledged;
    }

    // The time of a message, in microseconds.
    private static long OrderOf(string ts) => decimal.TryParse(ts, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds < MostSeconds ? (long)(seconds * 1_000_000) : 0;

    /// <summary>Somebody who only calls the bot wants to know what it can do.</summary>
    public static string Typed(string? text) => SlackText.Typed(text) switch
    {
        "" => "help",
        { Length: > Longest } typed => typed[..Longest],
        var typed => typed,
    };
}
