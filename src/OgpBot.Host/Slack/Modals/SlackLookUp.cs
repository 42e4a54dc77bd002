using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>The modal "IDs in this message".</summary>
internal sealed partial class SlackLookUp(Bot bot, CatalogStore catalog)
{
    private const int Most = 20;

    /// <summary>Letters of a message that are looked at; Slack takes no longer one.</summary>
    private const int MostLetters = 40_000;

    public async Task<JsonObject> DrawAsync(SlackClickedMessage? message, Address address, Language language, CancellationToken cancellationToken)
    {
        var texts = FinderTexts.In(language);
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var ids = IdsIn(message, vocabulary).Take(Most + 1).ToArray();
        if (ids.Length == 0)
        {
            return SlackModals.Result(new Reply(texts.NoIds) { Language = language }, texts.LookUp);
        }

        var query = CanonicalQuery.Print(new Question { Verb = Verb.Show, Filter = Queries.OfIds(ids.AsSpan(0, Math.Min(ids.Length, Most))) });
        var reply = await bot.AnswerAsync(new Utterance(query, address, language), cancellationToken);
        return SlackModals.Result(reply, texts.LookUp, ids.Length > Most ? [Context(texts.OnlyFirst(Most))] : []);
    }

    /// <summary>In the message's text and in what its blocks show; in the order of the message, none twice.</summary>
    public static IEnumerable<string> IdsIn(SlackClickedMessage? message, Vocabulary vocabulary)
    {
        var text = new StringBuilder(SlackText.Typed(message?.Text));
        if (message?.Blocks is { } blocks)
        {
            Collect(blocks, text);
        }

        var read = text.ToString();
        return Form().Matches(read)
            .Where(match => !IsOfWord(read, match.Index - 1) && !IsOfWord(read, match.Index + match.Length))
            .SelectMany(match => Reader.Read(match.Value, vocabulary, Reading.Context.Fresh(Language.English)).Filter.Ids)
            .Select(range => range.First)
            .Distinct(StringComparer.Ordinal);
    }

    private static bool IsOfWord(string text, int at) => at >= 0 && at < text.Length && (char.IsLetter(text[at]) || char.IsNumber(text[at]));

    private static void Collect(JsonElement element, StringBuilder text)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Array:
                foreach (var each in element.EnumerateArray())
                {
                    Collect(each, text);
                }

                break;
            case JsonValueKind.Object:
                foreach (var member in element.EnumerateObject())
                {
                    Collect(member.Value, text);
                }

                break;
            case JsonValueKind.String when text.Length < MostLetters:
                text.Append('\n').Append(TextOf(element));
                break;
            default:
                break;
        }
    }

    private static string TextOf(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair, as an escape: no text.
            return "";
        }
    }

    [GeneratedRegex("[A-Za-z]{2,3}-?[0-9]{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Form();
}
