using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>A small table of counts: policy areas by years unless something else is asked for.</summary>
public sealed class PivotCommitments(CatalogStore catalog) : IIntent
{
    /// <summary>Columns of a grid, but for the total.</summary>
    private const int MostColumns = 11;

    /// <summary>Rows of a grid, but for the total.</summary>
    private const int MostRows = 39;

    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    public string Name => "pivot-commitments";

    public IReadOnlyList<string> Examples => ["table of areas by year", "commitments by plan and star", "tabla de áreas por año"];

    public static string Label(Field rows, Field columns, Language language)
    {
        var fields = FieldTexts.In(language);
        return FigureTexts.In(language).PivotTitle(Phrase.LowerFirst(fields.Label(rows)), Phrase.LowerFirst(fields.Label(columns)), "");
    }

    public bool Answers(Question question) => question is { Verb: Verb.Pivot, Topic: Topic.Commitments or Topic.Areas };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: null, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        var asked = matching.Question;
        var rows = asked.By is { } by && Slices.CanGroup(by) ? by : asked.Across == Field.Area ? Field.Year : Field.Area;
        var columns = asked.Across is { } across && across != rows && Slices.CanGroup(across) ? across : rows == Field.Year ? Field.Area : Field.Year;
        asked = asked with { By = rows, Across = columns };
        var cells = await catalog.PivotCommitmentsAsync(asked.Filter, rows, columns, cancellationToken);
        var byRow = await catalog.TallyCommitmentsAsync(asked.Filter, rows, cancellationToken);
        var byColumn = await catalog.TallyCommitmentsAsync(asked.Filter, columns, cancellationToken);
        var table = Table(matching with { Question = asked }, cells, Largest(rows, byRow, MostRows), Largest(columns, byColumn, MostColumns), byRow.Count + byColumn.Count);
        return (table with { Documents = (await catalog.VersionAsync(cancellationToken)).Documents }).ToReply();
    }

    private Draft Table(Matching matching, IReadOnlyList<Cell> cells, Tally[] rows, Tally[] columns, int all)
    {
        var (question, language) = (matching.Question, matching.Question.Language);
        var (texts, fields) = (FigureTexts.In(language), FieldTexts.In(language));
        var counts = cells.ToDictionary(cell => (cell.Row, cell.Column), cell => cell.Count);
        var (by, across) = (question.By!.Value, question.Across!.Value);
        var title = texts.PivotTitle(
            Phrase.LowerFirst(fields.Label(by)), Phrase.LowerFirst(fields.Label(across)), FilterWords.In(language).Sentence(question.Filter));
        GridRow[] lines =
        [
            .. rows.Select(row => new GridRow(
                Slices.Label(by, row.Label, language),
                [.. columns.Select(column => Phrase.Number(counts.GetValueOrDefault((row.Label, column.Label)))), Phrase.Number(row.Count)])),
            new GridRow(texts.Total, [.. columns.Select(column => Phrase.Number(column.Count)), Phrase.Number(matching.Total)]),
        ];
        return new Draft(question, Name, $"{title}: {ListTexts.In(language).Commitments(matching.Total)}.")
        {
            Blocks =
            [
                new Grid(texts.Figures, [.. columns.Select(column => Slices.Label(across, column.Label, language)), texts.Total], lines),
                .. rows.Length + columns.Length < all ? [new Note(texts.LargestOnly)] : Array.Empty<Note>(),
                .. rows.Sum(row => row.Count) > matching.Total || columns.Sum(column => column.Count) > matching.Total ? [new Note(texts.Overlap(matching.Total))] : Array.Empty<Note>(),
                .. matching.Notes,
            ],
            Total = matching.Total,
            Choices =
            [
                new Choice(Label(across, by, language), Queries.Pivot(question.Filter, across, by)),
                new Choice(ListTexts.In(language).List(matching.Total), Queries.Find(question.Filter)),
            ],
        };
    }

    /// <summary>The values with the most commitments; the newest years. In the order of years and plans, else by count; what the source does not give comes last.</summary>
    private static Tally[] Largest(Field field, IReadOnlyList<Tally> tallies, int most)
    {
        if (field is Field.Year or Field.Plan)
        {
            return [.. tallies.OrderByDescending(Number).Take(most).OrderBy(Number)];
        }

        return [.. tallies.OrderBy(tally => tally.Label.Length == 0).ThenByDescending(tally => tally.Count).ThenBy(tally => tally.Label, StringComparer.Ordinal).Take(most)];

        static int Number(Tally tally) => int.TryParse(tally.Label, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
    }
}
