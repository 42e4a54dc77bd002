using OgpBot.Conversations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Figures as bars, each with its label and value.</summary>
internal static class ChartView
{
    public static IRenderable Draw(Chart chart)
    {
        var title = Styled.Line(chart.Title, Styled.Bold);
        if (chart.Bars.Count == 0)
        {
            return title;
        }

        var bars = new BarChart().ShowValues();
        foreach (var bar in chart.Bars)
        {
            // The chart reads labels as markup: the one place where text must be escaped for it.
            bars.AddItem(Markup.Escape(PlainText.Line(bar.Label)), bar.Value, Color.Teal);
        }

        return new Rows(title, bars);
    }
}
