using System.Globalization;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>Facts, bars and small tables in a message.</summary>
internal static class BlockKitRows
{
    /// <summary>Letters of a label beside a bar: with the bar, a line that phones do not break.</summary>
    private const int WidestLabel = 26;

    private const int LongestBar = 10;

    public static IEnumerable<JsonObject> Draw(IReadOnlyList<Fact> rows) => rows.Count == 0
        ? []
        : [RichText(Section(rows.SelectMany((row, index) => new[] { Bold($"{(index > 0 ? "\n" : "")}{row.Label}: "), Text(row.Value) })))];

    public static IEnumerable<JsonObject> Draw(Chart chart)
    {
        var most = chart.Bars.Select(bar => bar.Value).DefaultIfEmpty().Max();
        var digits = PlainText.Number(most).Length;
        var labels = chart.Bars.Select(bar => PlainText.Cut(bar.Label, WidestLabel)).ToList();
        var width = labels.Select(Letters).DefaultIfEmpty().Max();
        var lines = chart.Bars.Select((bar, index) =>
            $"{labels[index]}{new string(' ', width - Letters(labels[index]))} {PlainText.Number(bar.Value).PadLeft(digits)} {Bars.Draw(bar.Value, most, LongestBar)}".TrimEnd());
        var title = Section(Bold(chart.Title));
        return [chart.Bars.Count == 0 ? RichText(title) : RichText(title, Preformatted(string.Join('\n', lines)))];
    }

    public static IEnumerable<JsonObject> DrawTable(Grid grid)
    {
        yield return RichText(Section(Bold(grid.Title)));
        var rows = grid.Rows.Select(row => Array([Cell(row.Label), .. Enumerable.Range(0, grid.Columns.Count).Select(index => Cell(index < row.Cells.Count ? row.Cells[index] : PlainText.Blank))]));
        yield return new JsonObject
        {
            ["type"] = "table",
            ["column_settings"] = Array([new JsonObject { ["is_wrapped"] = true }, .. grid.Columns.Select(_ => new JsonObject { ["align"] = "right" })]),
            ["rows"] = new JsonArray([Array(grid.Columns.Prepend(" ").Select(Cell)), .. rows]),
        };
    }

    public static IEnumerable<JsonObject> DrawLines(Grid grid) =>
        Draw([.. grid.Rows.Select(row => new Fact(row.Label, PlainText.Cells(grid, row)))]).Prepend(RichText(Section(Bold(grid.Title))));

    private static int Letters(string text) => new StringInfo(text).LengthInTextElements;
}
