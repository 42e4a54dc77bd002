namespace OgpBot.Ingest.Export;

/// <summary>The headings of a table, wherever near its start they stand: below a note or a line of numbers, or in two rows, the upper one for groups.</summary>
/// <param name="Last">The row in which they end, from 0.</param>
/// <param name="Known">How many of them are known.</param>
internal sealed record HeadingRows(IReadOnlyList<string> Headings, int Last, int Known)
{
    /// <summary>Rows in which they are looked for.</summary>
    public const int Most = 10;

    // Fewer known headings in a row occur by chance.
    private const int FewestKnown = 3;

    /// <summary>Null when no row near the start holds headings of the export.</summary>
    public static HeadingRows? In(IReadOnlyList<string[]> rows)
    {
        var near = Math.Min(Most, rows.Count);
        var single = Enumerable.Range(0, near).Select(row => Of(rows[row], row));
        // Two rows only count where together they say more than one alone.
        var joined = Enumerable.Range(1, Math.Max(near - 1, 0)).Where(row => !rows[row].Any(ExportId.Is)).Select(row => Of(Joined(rows[row - 1], rows[row]), row));
        return single.Concat(joined).Where(found => found.Known >= FewestKnown).MaxBy(found => found.Known);
    }

    private static HeadingRows Of(string[] cells, int row) => new(cells, row, cells.Count(Export.Headings.IsKnown));

    private static string[] Joined(string[] upper, string[] lower)
    {
        var cells = new string[Math.Max(upper.Length, lower.Length)];
        // A merged cell has its text in its first column.
        var group = "";
        for (var column = 0; column < cells.Length; column++)
        {
            var (above, below) = (column < upper.Length ? upper[column] : "", column < lower.Length ? lower[column] : "");
            group = above.Length > 0 ? above : group;
            cells[column] = below.Length == 0 ? above
                : Export.Headings.IsKnown($"{group} {below}") ? $"{group} {below}"
                : Export.Headings.IsKnown(above) && !Export.Headings.IsKnown(below) ? above
                : below;
        }

        return cells;
    }
}
