using System.Text.Json.Nodes;
using OgpBot.Conversations;
using static OgpBot.Host.Teams.AdaptiveCardElements;

namespace OgpBot.Host.Teams;

/// <summary>Facts, bars and small tables as rows of columns.</summary>
internal static class AdaptiveCardRows
{
    /// <summary>Cells of a longest bar: what fits beside a label on a phone.</summary>
    private const int LongestBar = 12;

    /// <summary>More columns than this do not fit on a phone: then each row is a line of text.</summary>
    private const int MostColumns = 5;

    public static JsonObject Draw(Fact fact) =>
        Spaced(Columns(Column(2, Text([Bold(fact.Label)])), Column(3, Text([Run(fact.Value)]))), "Small");

    public static IEnumerable<JsonObject> Draw(Chart chart)
    {
        var most = chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        var digits = PlainText.Number(most).Length;
        return chart.Bars.Select(bar => Draw(bar, most, digits)).Prepend(Text(Bold(chart.Title)));
    }

    public static IEnumerable<JsonObject> Draw(Grid grid)
    {
        var rows = grid.Columns.Count <= MostColumns
            ? grid.Rows.Select(row => Spaced(Row(Cell(row.Label), row.Cells.Select(Cell)), "Small"))
                .Prepend(Row(Text([Run(" ")]), grid.Columns.Select(column => Text([Bold(column)]))))
            : grid.Rows.Select(row => Text([Bold(row.Label), Run($" — {PlainText.Cells(grid, row)}")], "Small"));
        return rows.Prepend(Text(Bold(grid.Title)));
    }

    private static JsonObject Row(JsonObject label, IEnumerable<JsonObject> cells) => Columns(
    [
        Column(3, label),
        .. cells.Select(cell => Column(1, With(cell, "horizontalAlignment", "Right"))),
    ]);

    private static JsonObject Draw(Bar bar, int most, int digits)
    {
        // Figure spaces are as wide as digits: bars start below each other. The figure comes before the bar for who listens.
        var value = Bold(PlainText.Number(bar.Value).PadLeft(digits, '\u2007') + " ");
        JsonObject[] runs = Bars.Draw(bar.Value, most, LongestBar) is { Length: > 0 } drawn ? [value, With(Run(drawn), "color", "Accent")] : [value];
        var row = Spaced(Columns(Column(1, Text([Run(bar.Label)])), Column(1, Text(runs))), "Small");
        return bar.Says is { } says ? With(row, "selectAction", Say(says)) : row;
    }
}
