using System.Diagnostics;
using System.Security;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.Teams.AdaptiveCardElements;

namespace OgpBot.Host.Teams;

/// <summary>
/// A reply as an Adaptive Card 1.5, the highest version that Teams takes. No Table: phones squeeze it.
/// </summary>
public static class AdaptiveCardRenderer
{
    public const string Version = "1.5";

    /// <summary>Bytes of the card as UTF-8. Connectors refuse messages above 28 KB; the rest is for the envelope.</summary>
    public const int MostBytes = 25_000;

    /// <summary>UTF-16 units of the card's JSON: some of Teams' limits are 40 KB counted so, with the envelope and the row for feedback.</summary>
    public const int MostCharacters = 17_500;

    private static readonly JsonSerializerOptions Json = new() { Encoder = ReplyJson.Encoder };

    /// <summary>Never throws and always fits: what had to go is counted on the card.</summary>
    public static JsonObject Render(Reply reply) => Room.Fit(reply, Draw, Fits);

    private static bool Fits(JsonObject card)
    {
        var json = card.ToJsonString(Json);
        return json.Length <= MostCharacters && Encoding.UTF8.GetByteCount(json) <= MostBytes;
    }

    private static JsonObject Draw(Reply reply)
    {
        var texts = CardTexts.In(reply.Language);
        List<JsonObject> body = [.. reply.Blocks.SelectMany((block, index) => Draw(block, index == 0, texts))];
        if (texts.Position(reply) is { } position)
        {
            body.Add(With(Text([Small(position)]), "separator", true));
        }

        // A row of buttons that is too wide is squeezed until nobody can read it: then the rows are sets of their own.
        var rows = Rows(Actions(reply, texts));
        if (rows.Count > 1)
        {
            body.AddRange(rows.Select((row, index) => Spaced(Set(row), index > 0 ? "Small" : null)));
        }

        var card = new JsonObject
        {
            ["type"] = "AdaptiveCard",
            ["$schema"] = "http://adaptivecards.io/schemas/adaptive-card.json",
            ["version"] = Version,
            ["fallbackText"] = PlainText.Cut(reply.Text, 500),
            // SSML: what Immersive Reader says.
            ["speak"] = SecurityElement.Escape(PlainText.Cut(PlainText.Line(reply.Text), 300)),
            ["body"] = Array(body),
        };
        if (rows.Count == 1)
        {
            card["actions"] = Array(rows[0]);
        }

        if (reply.Blocks.Any(block => block is Grid))
        {
            card["msteams"] = new JsonObject { ["width"] = "Full" };
        }

        return card;
    }

    private static IEnumerable<JsonObject> Draw(Block block, bool first, CardTexts texts) => block switch
    {
        Heading heading => [Heading(heading.Text, first ? "Large" : "Medium")],
        Prose prose => Lines(prose.Text, Run),
        Note note => Lines(note.Text, Small),
        Quote quote => [Draw(quote)],
        Facts facts => facts.Rows.Select(AdaptiveCardRows.Draw),
        Detail detail => AdaptiveCardItems.Draw(detail, first, texts),
        Listing listing => AdaptiveCardItems.Draw(listing, texts),
        Chart chart => AdaptiveCardRows.Draw(chart),
        Grid grid => AdaptiveCardRows.Draw(grid),
        _ => throw new UnreachableException(),
    };

    private static JsonObject Draw(Quote quote) =>
        With(Container([.. Lines(quote.Text, line => With(Run(line), "italic", true)), Text([Small(quote.Credit)], "Small")]), "style", "emphasis");

    private static IEnumerable<JsonObject> Lines(string text, Func<string, JsonObject> run) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select((line, index) => Text([run(line)], index > 0 ? "Small" : null));

    private static IEnumerable<JsonObject> Actions(Reply reply, CardTexts texts) =>
        reply.Blocks.OfType<Detail>()
            .Select(detail => PlainText.WebAddress(detail.Item.Url))
            .OfType<string>()
            .Take(1)
            .Select(address => Open(address, texts.OpenPage))
            .Concat(reply.Choices.Select(choice => Say(choice.Says, choice.Label)))
            .Take(Room.Choices);
}
