using System.Text.RegularExpressions;
using Dapper;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>Channels where a bare ID gets a preview: in the thread, once per ID, thread and half an hour, without buttons.</summary>
internal sealed partial class SlackPreviews(Bot bot, Outbox outbox, StateWriter writer, BotDatabase database, TimeProvider time)
{
    public static readonly TimeSpan Quiet = TimeSpan.FromMinutes(30);

    /// <summary>IDs of one message.</summary>
    private const int Most = 3;

    private const string IsSwitchedOn = "select 1 from slack_preview where team = @Team and channel = @channel limit 1";

    private const string SwitchOn = "insert into slack_preview (team, channel, switched_at) values (@Team, @channel, @now) on conflict do nothing";

    private const string SwitchOff = "delete from slack_preview where team = @Team and channel = @channel";

    private const string Claim = """
        insert into slack_preview_shown (team, channel, thread, id, shown_at) values (@Team, @channel, @thread, @id, @now)
        on conflict do update set shown_at = excluded.shown_at where slack_preview_shown.shown_at <= @oldest
        """;

    private const string Forget = """
        delete from slack_preview_shown where (team, channel, thread, id) in
            (select team, channel, thread, id from slack_preview_shown where shown_at <= @oldest order by shown_at limit 100)
        """;

    public async Task<bool> AreOnAsync(SlackOrigin origin, string channel, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<long?>(new CommandDefinition(IsSwitchedOn, new { origin.Team, channel }, cancellationToken: cancellationToken)) is not null;
    }

    /// <exception cref="StateBusyException">Nothing was switched.</exception>
    public Task SwitchAsync(SlackOrigin origin, string channel, bool on, CancellationToken cancellationToken) =>
        writer.WriteAsync(transaction => transaction.Execute(on ? SwitchOn : SwitchOff, new { origin.Team, channel, now = Now() }), cancellationToken);

    /// <summary>For a message that does not ask the bot.</summary>
    public async Task<SlackAnswer> ConsiderAsync(SlackEvent message, SlackOrigin origin, CancellationToken cancellationToken)
    {
        if (message is not { Channel: { } channel, Ts: { } ts } || IdsIn(SlackText.Typed(message.Text)).Take(Most).ToArray() is not { Length: > 0 } ids || !await AreOnAsync(origin, channel, cancellationToken))
        {
            return SlackAnswer.Acknowledged;
        }

        try
        {
            return await ShowAsync(ids, origin, channel, ts, message.ThreadTs, cancellationToken);
        }
        catch (StateBusyException)
        {
            return SlackAnswer.Busy;
        }
    }

    /// <summary>Written as the source writes them, and standing alone: no part of an address or of another word.</summary>
    public static IEnumerable<string> IdsIn(string text) =>
        Form().Matches(text).Where(match => StandsAlone(match, text)).Select(match => match.Value).Distinct(StringComparer.Ordinal);

    private static bool StandsAlone(Match match, string text)
    {
        var (start, end) = (match.Index, match.Index + match.Length);
        return (start == 0 || !IsOfWord(text[start - 1], "_/.-:@#?=&"))
            && (end == text.Length || !IsOfWord(text[end], "_/@=&"))
            && !(end + 1 < text.Length && ".-:".Contains(text[end], StringComparison.Ordinal) && IsOfWord(text[end + 1], ""));
    }

    private static bool IsOfWord(char sign, string or) => char.IsLetter(sign) || char.IsNumber(sign) || or.Contains(sign, StringComparison.Ordinal);

    private async Task<SlackAnswer> ShowAsync(string[] ids, SlackOrigin origin, string channel, string ts, string? thread, CancellationToken cancellationToken)
    {
        // Only what exists: a word that looks like an ID is not worth a message.
        List<Item> found = [];
        foreach (var id in ids)
        {
            var reply = await bot.AnswerAsync(new Reading.Question { Verb = Reading.Verb.Show, Filter = Intents.Queries.OfIds(id) }, cancellationToken);
            found.AddRange(reply.Items.Where(item => item.Kind == ItemKind.Commitment && item.Id == id));
        }

        var fresh = found.Count == 0 ? [] : await ClaimAsync([.. found.Select(item => item.Id)], origin, channel, thread, cancellationToken);
        Item[] shown = [.. found.Where(item => fresh.Contains(item.Id)).Select(item => item with { Says = null })];
        if (shown.Length == 0)
        {
            return SlackAnswer.Acknowledged;
        }

        var preview = new Reply(string.Join(" · ", shown.Select(item => $"{item.Id}: {item.Title}")), new Listing(shown)) { Intent = "preview" };
        var route = new SlackRoute(SlackRouteKind.Message, channel, thread ?? ts);
        var outgoing = new Outgoing(origin.At($"{channel}/{thread ?? ts}"), route.Write(), preview, MessageClass.Notice);
        return await outbox.PostAsync(outgoing, [origin.Key("preview", channel, ts)], cancellationToken) == Acceptance.Busy ? SlackAnswer.Busy : SlackAnswer.Acknowledged;
    }

    private Task<HashSet<string>> ClaimAsync(string[] ids, SlackOrigin origin, string channel, string? thread, CancellationToken cancellationToken) => writer.WriteAsync(
        transaction =>
        {
            var (now, oldest) = (Now(), (time.GetUtcNow() - Quiet).ToUnixTimeMilliseconds());
            transaction.Execute(Forget, new { oldest });
            // What is said outside of threads is one conversation.
            return ids.Where(id => transaction.Execute(Claim, new { origin.Team, channel, thread = thread ?? "", id, now, oldest }) == 1).ToHashSet(StringComparer.Ordinal);
        },
        cancellationToken);

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [GeneratedRegex("[A-Z]{2,3}[0-9]{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
