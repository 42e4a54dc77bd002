using Microsoft.AspNetCore.Html;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.WebChat.HtmlRenderer;

namespace OgpBot.Host.WebChat;

/// <summary>Records as HTML.</summary>
internal static class HtmlItems
{
    public static IHtmlContent Draw(Detail detail, CardTexts texts) => Html($"""
        <section class="detail"><h3 class="item-title"{SourceLanguage(texts)}>{PlainText.Line(detail.Item.Title)}</h3>{Details(detail.Item, texts, detail.Rows)}{Rows(detail.Rows)}{Page(detail.Item, texts)}</section>
        """);

    public static IHtmlContent Draw(Listing listing, CardTexts texts) => listing.Items.Count == 0 ? Nothing : Html($"""
        <ol class="items" start="{listing.First}">{All(listing.Items.Select(item => Html($"""<li class="item">{Title(item, texts)}{Details(item, texts, [])}</li>""")))}</ol>
        """);

    private static IHtmlContent Title(Item item, CardTexts texts) => item switch
    {
        { Says: { } says } => Html($"""<button type="button" class="item-title" data-says="{PlainText.Clean(says)}"{SourceLanguage(texts)}>{PlainText.Line(item.Title)}</button>"""),
        _ when PlainText.WebAddress(item.Url) is { } address => Html($"""<a class="item-title" href="{address}" rel="noopener noreferrer" target="_blank"{SourceLanguage(texts)}>{PlainText.Line(item.Title)}</a>"""),
        _ => Html($"""<span class="item-title"{SourceLanguage(texts)}>{PlainText.Line(item.Title)}</span>"""),
    };

    private static IHtmlContent Page(Item item, CardTexts texts) => PlainText.WebAddress(item.Url) is { } address
        ? Html($"""<p class="item-page"><a class="link" href="{address}" rel="noopener noreferrer" target="_blank">{texts.OpenPage}</a></p>""")
        : Nothing;

    private static IHtmlContent Details(Item item, CardTexts texts, IReadOnlyList<Fact> beside)
    {
        var marks = Marks(item, texts, beside).ToList();
        return marks.Count == 0
            ? Nothing
            : Html($"""<p class="item-details">{All(marks.Select((mark, index) => index == 0 ? mark : Html($" · {mark}")))}</p>""");
    }

    private static IEnumerable<IHtmlContent> Marks(Item item, CardTexts texts, IReadOnlyList<Fact> beside)
    {
        if (PlainText.IdFor(item) is { } id)
        {
            yield return Html($"""<span class="item-id">{id}</span>""");
        }

        if (item.Starred)
        {
            yield return Html($"""<span class="star"><span aria-hidden="true">★</span> {texts.Starred}</span>""");
        }

        foreach (var detail in PlainText.DetailsOf(item, beside))
        {
            yield return Html($"""<span class="item-detail">{detail}</span>""");
        }
    }
}
