namespace OgpBot.Ingest.Export;

/// <param name="Index">Of the column, from 0.</param>
/// <param name="Certain">False: an unknown heading among areas, which is one if the column holds nothing but 0 and 1.</param>
internal sealed record AreaColumn(int Index, string Area, bool Certain);

/// <summary>Which column of one file holds what.</summary>
internal sealed class ExportLayout
{
    private readonly int[][] columns;
    private readonly IReadOnlyList<string> headings;

    /// <param name="sample">Some rows, by which the IDs are found when no heading names them.</param>
    public ExportLayout(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> sample)
    {
        this.headings = headings;
        var known = headings.Index()
            .SelectMany(heading => Headings.ColumnsOf(heading.Item).Select(found => (heading.Index, found.Column, found.Rank)))
            .ToLookup(found => found.Column);
        columns = [.. Enum.GetValues<ExportColumn>().Select(column => known[column].OrderBy(found => found.Rank).ThenBy(found => found.Index).Select(found => found.Index).ToArray())];
        // A column called so may number the commitments of each plan, beside one that identifies them.
        if (!this[ExportColumn.Id].ToArray().Any(index => HoldsIds(index, sample)) && IdsIn(headings, sample) is { } ids)
        {
            columns[(int)ExportColumn.Id] = [ids];
        }
        else
        {
            columns[(int)ExportColumn.Id] = [.. columns[(int)ExportColumn.Id].OrderBy(index => HoldsIds(index, sample) ? 0 : 1)];
        }

        Areas = [.. AreasIn(headings).Where(area => !this[ExportColumn.Id].Contains(area.Index))];
    }

    public int Count => headings.Count;

    /// <summary>In the order of areas.csv, whatever the file's: a commitment's areas are shown in it.</summary>
    public IReadOnlyList<AreaColumn> Areas { get; }

    /// <summary>The columns that hold this, the best first; empty when the file has none.</summary>
    public ReadOnlySpan<int> this[ExportColumn column] => columns[(int)column];

    public bool Has(ExportColumn column) => this[column].Length > 0;

    /// <summary>The file's own heading of the best column for this, for telling where something is wrong.</summary>
    public string Heading(ExportColumn column) => Has(column) ? headings[this[column][0]] : column.ToString();

    private static int? IdsIn(IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<string>> sample) => Enumerable.Range(0, headings.Count)
        .Where(index => sample.Any(row => index < row.Count && row[index].Length > 0)
            && sample.All(row => index >= row.Count || row[index].Length == 0 || ExportId.Is(row[index])))
        .Select(index => (int?)index).FirstOrDefault();

    private static bool HoldsIds(int index, IReadOnlyList<IReadOnlyList<string>> sample) => sample.Any(row => index < row.Count && ExportId.Is(row[index]));

    private static IEnumerable<AreaColumn> AreasIn(IReadOnlyList<string> headings)
    {
        var known = headings.Index().Where(heading => Headings.AreaOf(heading.Item) is not null && Headings.ColumnsOf(heading.Item).Count == 0).ToList();
        if (known.Count == 0)
        {
            return [];
        }

        // Where areas stand together, a heading that is not known among them is probably a newer area.
        var among = headings.Index().Take(known[^1].Index).Skip(known[0].Index).ToList();
        var together = among.All(heading => Headings.ColumnsOf(heading.Item).Count == 0);
        var newer = among.Where(heading => together && heading.Item.Length > 0 && !Headings.IsKnown(heading.Item)).OrderBy(heading => heading.Item, StringComparer.Ordinal);
        return known.Select(heading => (heading.Index, Found: Headings.AreaOf(heading.Item)!.Value))
            .OrderBy(area => area.Found.Rank).Select(area => new AreaColumn(area.Index, area.Found.Area, Certain: true))
            .Concat(newer.Select(heading => new AreaColumn(heading.Index, heading.Item, Certain: false)));
    }
}
