using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace OgpBot.Ingest.MemberPage;

/// <summary>A member's page as HTML, turned into the lines that a text browser would show: what reads the text then reads both.</summary>
internal static class HtmlPage
{
    // Deeper than any page that a person made.
    private const int Deepest = 200;

    // Nobody sees them, or they are of the site and not of the page.
    private static readonly HashSet<string> Unseen = new(StringComparer.OrdinalIgnoreCase)
    {
        "head", "script", "style", "noscript", "template", "svg", "iframe", "object", "form", "select", "nav", "footer",
    };

    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "address", "article", "aside", "blockquote", "body", "br", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "html", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "th", "thead", "tr", "ul",
    };

    /// <summary>True when it begins like one.</summary>
    public static bool IsHtml(string text)
    {
        var start = text.AsSpan().TrimStart("\uFEFF \t\r\n");
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What the page calls itself; null when it has no title.</summary>
    public static string? Title(string html) => Parse(html).Title is { Length: > 0 } title ? title : null;

    public static SourceText Read(string html)
    {
        var document = Parse(html);
        var lines = new HtmlLines(document.BaseUrl?.Href);
        if (document.Body is { } body)
        {
            Walk(body, lines, 0);
        }

        return new SourceText(lines.End(), EndsWithin: !html.Contains("</html", StringComparison.OrdinalIgnoreCase));
    }

    private static void Walk(IElement element, HtmlLines lines, int depth)
    {
        foreach (var node in element.ChildNodes)
        {
            switch (node)
            {
                case IText text:
                    lines.Say(text.Data);
                    break;
                case IElement child when depth < Deepest && !IsUnseen(child):
                    Enter(child, lines, depth + 1);
                    break;
            }
        }
    }

    private static void Enter(IElement child, HtmlLines lines, int depth)
    {
        var block = Blocks.Contains(child.LocalName);
        if (block)
        {
            lines.Break(child.SourceReference?.Position.Line ?? 0);
        }

        switch (child.LocalName)
        {
            case "li":
                lines.BeginItem(numbered: child.ParentElement is { LocalName: "ol" });
                break;
            case "a" when child.GetAttribute("href") is { Length: > 0 } address:
                lines.Link(address);
                break;
            case "img" when lines.InItem && child.GetAttribute("alt") is { Length: > 0 } said:
                lines.Say($" {said} ");
                break;
        }

        Walk(child, lines, depth);
        if (block)
        {
            lines.Break(0);
        }

        if (child.LocalName == "li")
        {
            lines.EndItem();
        }
    }

    private static bool IsUnseen(IElement element) =>
        Unseen.Contains(element.LocalName) || element.HasAttribute("hidden") || element.GetAttribute("role") is "navigation" or "banner";

    private static AngleSharp.Html.Dom.IHtmlDocument Parse(string html) =>
        new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true }).ParseDocument(html);
}
