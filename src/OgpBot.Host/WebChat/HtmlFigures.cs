using System.Globalization;
using Microsoft.AspNetCore.Html;
using OgpBot.Conversations;
using static OgpBot.Host.WebChat.HtmlRenderer;

namespace OgpBot.Host.WebChat;

/// <summary>Charts and tables as HTML. Bars are SVG: their widths are attributes, which a policy against inline styles allows.</summary>
internal static class HtmlFigures
{
    public static IHtmlContent Draw(Chart chart)
    {
        var most = chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        return Html($"""
            <figure class="chart"><figcaption>{PlainText.Line(chart.Title)}</figcaption><ol class="bars">{All(chart.Bars.Select(bar => Draw(bar, most)))}</ol></figure>
            """);
    }

    public static IHtmlContent Draw(Grid grid)
    {
        var title = PlainText.Line(grid.Title);
        var head = All(grid.Columns.Select(column => Html($"""<th scope="col">{PlainText.Line(column)}</th>""")));
        var body = All(grid.Rows.Select(row => Html($"""
            <tr><th scope="row">{PlainText.Line(row.Label)}</th>{All(row.Cells.Take(grid.Columns.Count).Select(cell => Html($"<td>{PlainText.Filled(PlainText.Line(cell))}</td>")))}</tr>
            """)));
        return Html($"""
            <figure class="grid"><figcaption>{title}</figcaption><div class="grid-scroll" role="region" tabindex="0" aria-label="{title}"><table><thead><tr><td></td>{head}</tr></thead><tbody>{body}</tbody></table></div></figure>
            """);
    }

    private static IHtmlContent Draw(Bar bar, int most)
    {
        var label = PlainText.Line(bar.Label);
        var name = bar.Says is { } says
            ? Html($"""<button type="button" class="bar-label" data-says="{PlainText.Clean(says)}">{label}</button>""")
            : Html($"""<span class="bar-label">{label}</span>""");
        // The long way round: int.MaxValue times 100 does not fit.
        var width = most > 0 ? Math.Max(0, 100.0 * bar.Value / most) : 0;
        return Html($"""
            <li class="bar">{name} <span class="bar-value">{bar.Value}</span><svg class="bar-track" viewBox="0 0 100 1" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="bar-fill" width="{width.ToString("0.##", CultureInfo.InvariantCulture)}" height="1"></rect></svg></li>
            """);
    }
}
