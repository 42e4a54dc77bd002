using OgpBot.Conversations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Labels beside their values; one above the other where the terminal is too narrow for two columns.</summary>
internal static class FactsView
{
    /// <summary>Cells below which a value column is unpleasant to read.</summary>
    private const int LeastValue = 24;

    public static IRenderable Draw(IReadOnlyList<Fact> rows) => new ByWidth(width =>
        rows.Count == 0 || rows.Max(row => Styled.Cells(row.Label)) + LeastValue > width ? Stacked(rows) : SideBySide(rows));

    private static Spectre.Console.Grid SideBySide(IReadOnlyList<Fact> rows)
    {
        var grid = new Spectre.Console.Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var row in rows)
        {
            grid.AddRow(Styled.Line(row.Label, Styled.Key), Styled.Paragraph(row.Value));
        }

        return grid;
    }

    private static Rows Stacked(IReadOnlyList<Fact> rows) => new(rows.SelectMany(row => new IRenderable[]
    {
        Styled.Line(row.Label, Styled.Key),
        new Padder(Styled.Paragraph(row.Value), new Padding(2, 0, 0, 0)),
    }));
}
