using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What a comparison puts beside each other.</summary>
/// <param name="Rest">The filter without the values compared: what all columns have in common.</param>
/// <param name="All">How many columns there would be without a limit.</param>
public sealed record Comparison(Field By, IReadOnlyList<Comparison.Column> Columns, Filter Rest, int All)
{
    private const int MostColumns = 12;

    /// <param name="Count">Null when the catalog holds nothing of that member, which is not the same as none.</param>
    public sealed record Column(string Label, Filter Filter, int? Count)
    {
        public string? Says => Count > 0 ? Queries.Find(Filter) : null;
    }

    /// <summary>The columns that the catalog knows of, each leading to its commitments.</summary>
    public IReadOnlyList<Bar> Bars { get; } =
        [.. Columns.SelectMany(column => column.Count is { } count ? [new Bar(column.Label, count, column.Says)] : Array.Empty<Bar>())];

    /// <summary>What the rows of the table count.</summary>
    public Field RowsBy { get; init; }

    public static async Task<Comparison> ReadAsync(CatalogStore catalog, Question question, CancellationToken cancellationToken)
    {
        var by = question.By ?? Inferred(question.Filter);
        var (slices, rest) = Named(question.Filter, by, question.Language);
        if (slices.Count < 2)
        {
            slices = await OccurringAsync(catalog, rest, by, question.Language, cancellationToken);
        }

        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        List<Column> columns = [];
        foreach (var (label, filter) in slices.Take(MostColumns))
        {
            var unknown = by == Field.Member && loaded.MissingOf(filter).Count > 0;
            columns.Add(new Column(label, filter, unknown ? null : await catalog.CountCommitmentsAsync(filter, cancellationToken)));
        }

        // One area alone would make a table of one row.
        var rows = question.Across is { } across && across != by && Slices.CanGroup(across) ? across : by == Field.Area || by is Field.Member or Field.Region && rest.Areas.Count == 1 ? Field.Year : Field.Area;
        return new Comparison(by, columns, rest, slices.Count) { RowsBy = rows };
    }

    /// <summary>All and starred commitments of each column, then what they are about: areas, or years where areas are compared.</summary>
    public async Task<Grid> GridAsync(CatalogStore catalog, string title, int mostRows, Language language, CancellationToken cancellationToken)
    {
        var texts = FigureTexts.In(language);
        List<Dictionary<string, int>> counts = [];
        List<string> starred = [];
        foreach (var column in Columns)
        {
            var tallies = column.Count is null ? [] : await catalog.TallyCommitmentsAsync(column.Filter, RowsBy, cancellationToken);
            counts.Add(tallies.ToDictionary(tally => tally.Label, tally => tally.Count, StringComparer.Ordinal));
            starred.Add(column.Count is null ? texts.NoData : Phrase.Number(await StarredAsync(catalog, column.Filter, cancellationToken)));
        }

        var rows = counts.SelectMany(tallies => tallies).GroupBy(pair => pair.Key, (label, pairs) => (Label: label, Sum: pairs.Sum(pair => pair.Value)), StringComparer.Ordinal)
            .OrderByDescending(row => row.Sum).ThenBy(row => row.Label, StringComparer.Ordinal).Take(mostRows);
        return new Grid(title, [.. Columns.Select(column => column.Label)],
        [
            new GridRow(texts.CommitmentsRow, [.. Columns.Select(column => column.Count is { } count ? Phrase.Number(count) : texts.NoData)]),
            .. By == Field.Star ? Array.Empty<GridRow>() : [new GridRow(texts.StarredRow, starred)],
            .. rows.Select(row => new GridRow(
                Slices.Label(RowsBy, row.Label, language),
                [.. Columns.Select((column, index) => column.Count is null ? texts.NoData : Phrase.Number(counts[index].GetValueOrDefault(row.Label)))])),
        ]);
    }

    private static async Task<int> StarredAsync(CatalogStore catalog, Filter filter, CancellationToken cancellationToken) =>
        filter.Starred == false ? 0 : await catalog.CountCommitmentsAsync(filter with { Starred = true }, cancellationToken);

    /// <summary>What the filter names several of is compared; the years when it names several of nothing.</summary>
    private static Field Inferred(Filter filter) => filter switch
    {
        { Years.Count: > 1 } => Field.Year,
        { Plans.Count: > 1 } => Field.Plan,
        { Areas.Count: > 1 } => Field.Area,
        { Members.Count: > 1 } => Field.Member,
        { Regions.Count: > 1 } => Field.Region,
        _ => Field.Year,
    };

    private static (IReadOnlyList<(string Label, Filter Filter)> Slices, Filter Common) Named(Filter filter, Field by, Language language) => by switch
    {
        Field.Year => ([.. filter.Years.Select(years => (FilterWords.In(language).Years([years]), filter with { Years = [years] }))], filter with { Years = [] }),
        Field.Plan => ([.. filter.Plans.Select(plan => (FieldTexts.In(language).PlanName(plan), filter with { Plans = [plan] }))], filter with { Plans = [] }),
        Field.Area => ([.. filter.Areas.Select(area => (area, filter with { Areas = [area] }))], filter with { Areas = [] }),
        Field.Member => ([.. filter.Members.Select(member => (member, filter with { Members = [member] }))], filter with { Members = [] }),
        Field.Region => ([.. filter.Regions.Select(region => (region, filter with { Regions = [region] }))], filter with { Regions = [] }),
        Field.Star => ([], filter with { Starred = null }),
        _ => ([], filter with { Fields = [.. filter.Fields.Where(fact => fact.Field != by)] }),
    };

    /// <summary>Every value that occurs.</summary>
    private static async Task<IReadOnlyList<(string Label, Filter Filter)>> OccurringAsync(CatalogStore catalog, Filter rest, Field by, Language language, CancellationToken cancellationToken)
    {
        if (!Slices.CanGroup(by))
        {
            return [];
        }

        var tallies = (await catalog.TallyCommitmentsAsync(rest, by, cancellationToken)).Where(tally => tally.Label.Length > 0);
        var ordered = by is Field.Year or Field.Plan
            ? tallies.OrderBy(tally => int.Parse(tally.Label, CultureInfo.InvariantCulture))
            : tallies.OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Label, StringComparer.Ordinal);
        return [.. ordered.SelectMany(Slice)];

        IEnumerable<(string Label, Filter Filter)> Slice(Tally tally) =>
            Slices.Of(rest, by, tally.Label) is { } slice ? [(Slices.Label(by, tally.Label, language), slice)] : [];
    }
}
