using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.Teams.AdaptiveCardElements;

namespace OgpBot.Host.Teams;

/// <summary>Records on a card.</summary>
internal static class AdaptiveCardItems
{
    public static IEnumerable<JsonObject> Draw(Detail detail, bool first, CardTexts texts) =>
    [
        Heading(detail.Item.Title, first ? "Large" : "Medium"),
        .. Details(detail.Item, texts, detail.Rows),
        .. detail.Rows.Select(AdaptiveCardRows.Draw),
    ];

    public static IEnumerable<JsonObject> Draw(Listing listing, CardTexts texts) =>
        listing.Items.Select((item, index) => Draw(item, listing.First + index, texts));

    private static JsonObject Draw(Item item, int number, CardTexts texts)
    {
        var address = item.Says is null ? PlainText.WebAddress(item.Url) : null;
        // A link looks like one; everything else on the card is pressed to ask.
        var title = Text([Small($"{PlainText.Number(number)}. "), address is null ? Bold(item.Title) : With(Bold(item.Title), "color", "Accent")]);
        var container = Container([title, .. Details(item, texts, [])]);
        container["separator"] = true;
        if (item.Says is { } says)
        {
            container["selectAction"] = Say(says);
        }
        else if (address is not null)
        {
            container["selectAction"] = Open(address, item.Title);
        }

        return container;
    }

    private static IEnumerable<JsonObject> Details(Item item, CardTexts texts, IReadOnlyList<Fact> beside)
    {
        List<JsonObject> marks = [];
        if (PlainText.IdFor(item) is { } id)
        {
            marks.Add(Small(id));
        }

        if (item.Starred)
        {
            marks.Add(With(With(Bold($"★ {texts.Starred}"), "color", "Warning"), "size", "Small"));
        }

        if (string.Join(" · ", PlainText.DetailsOf(item, beside)) is { Length: > 0 } details)
        {
            marks.Add(Small(details));
        }

        return marks.Count == 0 ? [] : [Text(marks.SelectMany((mark, index) => index == 0 ? [mark] : new[] { Small(" · "), mark }), "Small")];
    }
}
