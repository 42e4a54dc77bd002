using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
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
    public static JsonArray Render(Reply reply) => Room.Fit(reply, Draw, Fits);

    /// <summary>The text beside the blocks, for notifications and screen readers. Unlike the blocks it is mrkdwn: its three signs are escaped.</summary>
    public static string Fallback(Reply reply) => Escape(PlainText.Cut(PlainText.Clean(reply.Text).Trim(), MostText));

    /// <summary>A text where Slack reads mrkdwn: nothing in it becomes a mention or a link.</summary>
    public static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    private static bool Fits(JsonArray blocks) => blocks.Count <= MostBlocks && blocks.ToJsonString(Json).Length <= MostCharacters;

    private static JsonArray Draw(Reply reply)
    {
        var texts = CardTexts.In(reply.Language);
        // Slack takes one table in a message: the others become lines.
        var table = reply.Blocks.OfType<Grid>().FirstOrDefault();
        List<JsonObject> blocks = [.. reply.Blocks.SelectMany((block, index) => Draw(block, index, table, texts))];
        if (texts.Position(reply) is { } position)
        {
            blocks.Add(Context(position));
        }

        List<JsonObject> buttons = [.. Pages(reply, texts), .. reply.Choices.Select((choice, index) => Button($"say-choice-{index}", choice.Label, choice.Says))];
        if (buttons.Count > 0)
        {
            blocks.Add(Actions(buttons));
        }

        return Array(blocks);
    }

    private static IEnumerable<JsonObject> Draw(Block block, int index, Grid? table, CardTexts texts) => block switch
    {
        Heading heading => [Header(heading.Text)],
        Prose prose => [RichText(Section(Text(prose.Text)))],
        Note note => [Context(note.Text)],
        Quote quote => [RichText(Quoted(quote.Text)), Context(quote.Credit)],
        Facts facts => BlockKitRows.Draw(facts.Rows),
        Detail detail => BlockKitItems.Draw(detail, texts),
        Listing listing => BlockKitItems.Draw(listing, index, texts),
        Chart chart => BlockKitRows.Draw(chart),
        Grid grid => ReferenceEquals(grid, table) ? BlockKitRows.DrawTable(grid) : BlockKitRows.DrawLines(grid),
        _ => throw new UnreachableException(),
    };

    private static IEnumerable<JsonObject> Pages(Reply reply, CardTexts texts) =>
        reply.Blocks.OfType<Detail>().Select(detail => PlainText.WebAddress(detail.Item.Url)).OfType<string>().Take(1).Select(address => Open("open-page", texts.OpenPage, address));
}
