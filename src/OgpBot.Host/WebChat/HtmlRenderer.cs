using System.Diagnostics;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Host.WebChat;

/// <summary>
/// A reply as HTML without scripts, styles or ids: safe under any content security policy.
/// Whatever stands in a hole of a template is encoded; only other pieces of HTML are not.
/// </summary>
/// <remarks>
/// What a style sheet finds (a button with data-says says it when pressed; the script listens for that attribute):
/// <code>
/// article.reply[lang]
///   h2.heading, h3.heading          the first heading, the others
///   p.prose  p.note  p.position     position: Page 2 of 5 · 48 in all
///   figure.quote                    blockquote, figcaption.credit
///   dl.facts                        div.fact > dt, dd
///   section.detail                  h3.item-title, p.item-details, dl.facts, p.item-page > a.link
///   ol.items[start]                 li.item > (button.item-title[data-says] | a.item-title | span.item-title), p.item-details
///     p.item-details                span.item-id, span.star (★ and the word), span.item-detail, with " · " between them
///   figure.chart                    figcaption, ol.bars > li.bar > (button.bar-label[data-says] | span.bar-label), span.bar-value,
///                                   svg.bar-track > rect.bar-fill (give the track a height, the fill a colour)
///   figure.grid                     figcaption, div.grid-scroll[tabindex] > table > th[scope], td
///   div.choices                     button.choice[data-says]
/// </code>
/// </remarks>
public static class HtmlRenderer
{
    // Accents stay readable; & < > " ' + are always encoded.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    public static string Render(Reply reply)
    {
        var texts = CardTexts.In(reply.Language);
        var article = Html($"""
            <article class="reply" lang="{texts.Code}">{All(reply.Blocks.Select((block, index) => Draw(block, index == 0, texts)))}{Position(reply, texts)}{Choices(reply, texts)}</article>
            """);
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        article.WriteTo(writer, Encoder);
        return writer.ToString();
    }

    private static IHtmlContent Draw(Block block, bool first, CardTexts texts) => block switch
    {
        Heading heading when first => Html($"""<h2 class="heading">{PlainText.Line(heading.Text)}</h2>"""),
        Heading heading => Html($"""<h3 class="heading">{PlainText.Line(heading.Text)}</h3>"""),
        Prose prose => Paragraphs(prose.Text, line => Html($"""<p class="prose">{line}</p>""")),
        Note note => Paragraphs(note.Text, line => Html($"""<p class="note">{line}</p>""")),
        Quote quote => Html($"""
            <figure class="quote"><blockquote{SourceLanguage(texts)}>{Paragraphs(quote.Text, line => Html($"<p>{line}</p>"))}</blockquote><figcaption class="credit">{PlainText.Line(quote.Credit)}</figcaption></figure>
            """),
        Facts facts => Rows(facts.Rows),
        Detail detail => HtmlItems.Draw(detail, texts),
        Listing listing => HtmlItems.Draw(listing, texts),
        Chart chart => HtmlFigures.Draw(chart),
        Grid grid => HtmlFigures.Draw(grid),
        _ => throw new UnreachableException(),
    };

    internal static IHtmlContent Rows(IReadOnlyList<Fact> rows) => rows.Count == 0 ? Nothing : Html($"""
        <dl class="facts">{All(rows.Select(row => Html($"""<div class="fact"><dt>{PlainText.Line(row.Label)}</dt><dd>{PlainText.Line(row.Value)}</dd></div>""")))}</dl>
        """);

    /// <summary>The attribute for text that stays in the source's language inside a reply in another.</summary>
    internal static IHtmlContent SourceLanguage(CardTexts texts) => texts.Code == "en" ? Nothing : Html($" lang=\"en\"");

    internal static IHtmlContent Nothing => HtmlString.Empty;

    internal static IHtmlContent Html(FormattableString template) => new HtmlFormattableString(CultureInfo.InvariantCulture, template.Format, template.GetArguments());

    internal static IHtmlContent All(IEnumerable<IHtmlContent> parts)
    {
        var all = new HtmlContentBuilder();
        foreach (var part in parts)
        {
            all.AppendHtml(part);
        }

        return all;
    }

    private static IHtmlContent Paragraphs(string text, Func<string, IHtmlContent> paragraph) =>
        All(PlainText.Clean(text).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(paragraph));

    private static IHtmlContent Position(Reply reply, CardTexts texts) =>
        texts.Position(reply) is { } position ? Html($"""<p class="position">{position}</p>""") : Nothing;

    private static IHtmlContent Choices(Reply reply, CardTexts texts) => reply.Choices.Count == 0 ? Nothing : Html($"""
        <div class="choices" role="group" aria-label="{texts.NextSteps}">{All(reply.Choices.Select(Draw))}</div>
        """);

    private static IHtmlContent Draw(Choice choice) =>
        Html($"""<button type="button" class="choice" data-says="{PlainText.Clean(choice.Says)}">{PlainText.Line(choice.Label)}</button>""");
}
