using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>A table where its figures fit side by side; otherwise each row as a label with "column: value" lines.</summary>
internal static class GridView
{
    /// <summary>Cells that the first column may be squeezed to.</summary>
    private const int LeastLabel = 14;

    /// <summary>Cells of border and padding that each column costs, and one more at the end.</summary>
    private const int Border = 3;

    public static IRenderable Draw(Conversations.Grid grid) => new Rows(
        Styled.Line(grid.Title, Styled.Bold),
        new ByWidth(width => Natural(grid) <= width ? Table(grid) : Stacked(grid)));

    private static int Natural(Conversations.Grid grid)
    {
        var labels = grid.Rows.Select(row => Styled.Cells(row.Label)).DefaultIfEmpty().Max();
        var columns = grid.Columns.Select((name, column) =>
            grid.Rows.Select(row => Styled.Cells(CellAt(row, column))).Append(Styled.Cells(name)).Max() + Border);
        return Math.Min(labels, LeastLabel) + Border + columns.Sum() + 1;
    }

    private static Table Table(Conversations.Grid grid)
    {
        var table = new Table().Border(TableBorder.Rounded).AddColumn(new TableColumn(Styled.Blank));
        foreach (var column in grid.Columns)
        {
            table.AddColumn(new TableColumn(Styled.Line(column, Styled.Key)).NoWrap().RightAligned());
        }

        foreach (var row in grid.Rows)
        {
            table.AddRow([Styled.Line(row.Label), .. grid.Columns.Select((_, column) => Styled.Line(CellAt(row, column)))]);
        }

        return table;
    }

    private static Rows Stacked(Conversations.Grid grid) => new(grid.Rows.SelectMany(row => new IRenderable[]
    {
        Styled.Line(row.Label, Styled.Key),
        new Padder(
            Styled.Line(string.Join(" · ", grid.Columns.Select((name, column) => $"{name}: {CellAt(row, column)}"))),
            new Padding(2, 0, 0, 0)),
    }));

    /// <summary>A short row has nothing in its last columns.</summary>
    private static string CellAt(Conversations.GridRow row, int column) => row.Cells.ElementAtOrDefault(column) ?? "";
}
