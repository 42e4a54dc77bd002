using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>A reply as the blocks of a Slack message.</summary>
public static class BlockKitRenderer
{
    public const int MostBlocks = 50;

    /// <summary>Characters of the blocks' JSON: stricter than Slack, which counts the texts alone.</summary>
    public const int MostCharacters = 10_000;

    /// <summary>Longer texts of chat.postMessage are split or cut.</summary>
    private const int MostText = 3_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = ReplyJson.Encoder };

    /// <summary>Never throws and always fits: what had to go is counted in the message.</summary>
    public static JsonArray Render(Reply reply) => Render(reply, inView: false);

    /// <param name="inView">For a modal or a home page, which take no tables.</param>
    /// <param name="below">Blocks that follow the reply's own and fit with them.</param>
    internal static JsonArray Render(Reply reply, bool inView, params IReadOnlyList<JsonObject> below) => Room.Fit(reply, abridged => Draw(abridged, inView, below), Fits);

    /// <summary>The text beside the blocks, for notifications and screen readers. Unlike the blocks it is mrkdwn: its three signs are escaped.</summary>
    public static string Fallback(Reply reply) => Escape(PlainText.Cut(PlainText.Clean(reply.Text).Trim(), MostText));

    /// <summary>A text where Slack reads mrkdwn: nothing in it becomes a mention or a link.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool Fits(JsonArray blocks) => blocks.Count <= MostBlocks && blocks.ToJsonString(Json).Length <= MostCharacters;

    private static JsonArray Draw(Reply reply, bool inView, IReadOnlyList<JsonObject> below)
    {
        var texts = CardTexts.In(reply.Language);
        // Slack takes one table in a message: the others become lines.
        var table = inView ? null : reply.Blocks.OfType<Grid>().FirstOrDefault();
        List<JsonObject> blocks = [.. reply.Blocks.SelectMany((block, index) => Draw(block, index, table, texts))];
        if (texts.Position(reply) is { } position)
        {
            blocks.Add(Context(position));
        }

        List<JsonObject> buttons = [.. Pages(reply, texts), .. reply.Choices.Select((choice, index) => Button(IdOf(choice, index, reply), choice.Label, choice.Says))];
        if (buttons.Count > 0)
        {
            blocks.Add(Actions(buttons));
        }

        return Array([.. blocks, .. below.Select(block => block.DeepClone().AsObject())]);
    }

    /// <summary>What leads to another page of the same answer takes its place when it is clicked; everything else is said below.</summary>
    private static string IdOf(Choice choice, int index, Reply reply) =>
        reply.Pages > 1 && reply.Query is { } query && WithoutPage(choice.Says) == WithoutPage(query) ? $"{SlackNames.SaysPage}{index}" : $"{SlackNames.Says}choice-{index}";

    /// <summary>The query of the whole answer: the page is the last of its conditions.</summary>
    private static string WithoutPage(string query)
    {
        const string Page = "page:";
        var at = query.LastIndexOf(Page, StringComparison.Ordinal);
        var isPaged = at >= 0 && (at == 0 || query[at - 1] == ' ') && at + Page.Length < query.Length && !query.AsSpan(at + Page.Length).ContainsAnyExceptInRange('0', '9');
        return !isPaged ? query : at == 0 ? CanonicalQuery.Everything : query[..(at - 1)];
    }

    private static IEnumerable<JsonObject> Draw(Block block, int index, Grid? table, CardTexts texts) => block switch
    {
        Heading heading => [Header(heading.Text)],
        Prose prose => [RichText(Section(Text(prose.Text)))],
        Note { Mention: { } mention } when IsPerson(mention.Person) => [Context(mention)],
        Note note => [Context(note.Text)],
        Quote quote => [RichText(Quoted(quote.Text)), Context(quote.Credit)],
        Facts facts => BlockKitRows.Draw(facts.Rows),
        Detail detail => BlockKitItems.Draw(detail, texts),
        Listing listing => BlockKitItems.Draw(listing, index, texts),
        Chart chart => BlockKitRows.Draw(chart),
        Grid grid => ReferenceEquals(grid, table) ? BlockKitRows.DrawTable(grid) : BlockKitRows.DrawLines(grid),
        _ => throw new UnreachableException(),
    };

    /// <summary>An ID as Slack gives them: nothing that could be markup.</summary>
    private static bool IsPerson(string id) => id is ['U' or 'W', ..] && id.Length <= 32 && id.All(char.IsAsciiLetterOrDigit);

    private static IEnumerable<JsonObject> Pages(Reply reply, CardTexts texts) =>
        reply.Blocks.OfType<Detail>().Select(detail => PlainText.WebAddress(detail.Item.Url)).OfType<string>().Take(1).Select(address => Open("open-page", texts.OpenPage, address));
}
