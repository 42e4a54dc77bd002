using OgpBot.Conversations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Figures as bars in proportion. The library's own chart takes the printed figure out of the bar's length, which draws small values as nothing.</summary>
internal static class ChartView
{
    /// <summary>Cells between label and bar, and between bar and figure.</summary>
    private const int Gaps = 3;

    /// <summary>Eighths of a cell, from one to seven.</summary>
    private const string Eighths = "▏▎▍▌▋▊▉";

    public static IRenderable Draw(Chart chart) => new Rows(
        Styled.Line(chart.Title, Styled.Bold),
        new ByWidth(width => Bars(chart, width)));

    private static Spectre.Console.Grid Bars(Chart chart, int width)
    {
        var labels = Math.Min(chart.Bars.Select(bar => Styled.Cells(bar.Label)).DefaultIfEmpty().Max(), width / 2);
        var figures = chart.Bars.Select(bar => PlainText.Number(bar.Value).Length).DefaultIfEmpty().Max();
        var room = Math.Max(1, width - labels - figures - Gaps);
        var most = chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();

        var grid = new Spectre.Console.Grid()
            .AddColumn(new GridColumn().Width(labels).PadLeft(0).PadRight(2))
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(0));
        foreach (var bar in chart.Bars)
        {
            grid.AddRow(
                Styled.Line(bar.Label),
                new Paragraph().Append(Bar(bar.Value, most, room), Styled.Key).Append($" {PlainText.Number(bar.Value)}"));
        }

        return grid;
    }

    private static string Bar(int value, int most, int room)
    {
        if (value <= 0)
        {
            return "";
        }

        var eighths = Math.Max(1L, (long)value * room * 8 / most);
        var rest = (int)(eighths % 8);
        return new string('█', (int)(eighths / 8)) + (rest == 0 ? "" : Eighths[rest - 1]);
    }
}
