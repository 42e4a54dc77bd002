using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>Records in a message.</summary>
internal static class BlockKitItems
{
    /// <summary>Slack's limit for one block of actions.</summary>
    private const int MostButtons = 25;

    public static IEnumerable<JsonObject> Draw(Detail detail, CardTexts texts) =>
    [
        detail.Item.Title.Length <= MostHeader ? Header(detail.Item.Title) : RichText(Section(Bold(detail.Item.Title))),
        .. Details(detail.Item, texts, detail.Rows),
        .. BlockKitRows.Draw(detail.Rows),
    ];

    /// <param name="place">The listing's place in the reply: part of its buttons' ids.</param>
    public static IEnumerable<JsonObject> Draw(Listing listing, int place, CardTexts texts)
    {
        foreach (var (index, item) in listing.Items.Index())
        {
            yield return RichText(Section(Text($"{PlainText.Number(listing.First + index)}. "), Title(item)));
            foreach (var details in Details(item, texts, []))
            {
                yield return details;
            }
        }

        var buttons = listing.Items
            .Select((item, index) => item.Says is { } says ? Button($"say-{place}-{index}", PlainText.IdFor(item) ?? PlainText.Number(listing.First + index), says, item.Title) : null)
            .OfType<JsonObject>()
            .Take(MostButtons)
            .ToList();
        if (buttons.Count > 0)
        {
            yield return Actions(buttons);
        }
    }

    private static JsonObject Title(Item item) => PlainText.WebAddress(item.Url) is { } address ? Link(address, item.Title) : Bold(item.Title);

    private static IEnumerable<JsonObject> Details(Item item, CardTexts texts, IReadOnlyList<Fact> beside) =>
        PlainText.Details(item, texts, beside) is { Length: > 0 } details ? [Context(details)] : [];
}
