using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Puts years, plans, areas, members or starred and other commitments beside each other, or single commitments by their IDs.</summary>
public sealed class CompareCommitments(CatalogStore catalog) : IIntent
{
    /// <summary>Rows below the totals.</summary>
    private const int MostRows = 12;

    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly SideBySide sideBySide = new(catalog);

    private readonly UnknownYears unknownYears = new(catalog);

    public string Name => "compare-commitments";

    public IReadOnlyList<string> Examples => ["compare 2017 and 2019", "plan 2 vs plan 4", "compare PE0036 and PE0045", "compara justicia y anticorrupción"];

    public bool Answers(Question question) => question is { Verb: Verb.Compare, Topic: Topic.Commitments or Topic.Areas };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        if (question is { By: null, Filter.Ids.Count: > 0 })
        {
            return await sideBySide.AnswerAsync(Name, question, cancellationToken);
        }

        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: null, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        var compared = await Comparison.ReadAsync(catalog, matching.Question, cancellationToken);
        return compared.Columns.Count == 0 ? Without(matching, compared.By) : await ComparedAsync(matching, compared, cancellationToken);
    }

    private Reply Without(Matching matching, Field by)
    {
        var language = matching.Question.Language;
        return new Draft(matching.Question, Name, FigureTexts.In(language).NothingToGroup(matching.Total, FieldTexts.In(language).TheField(by)))
        {
            Choices = [new Choice(ListTexts.In(language).List(matching.Total), Queries.Find(matching.Question.Filter))],
        }.ToReply();
    }

    private async Task<Reply> ComparedAsync(Matching matching, Comparison compared, CancellationToken cancellationToken)
    {
        var (question, language) = (matching.Question, matching.Question.Language);
        var (texts, lists) = (FigureTexts.In(language), ListTexts.In(language));
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        var scope = FilterWords.In(language).Sentence(compared.Rest);
        string[] difference = compared.Bars is [var first, var second] ? [texts.Difference(first, second)] : [];
        var text = string.Join(' ', [texts.Compared(compared.Bars, scope), .. difference]);
        return new Draft(question, Name, text)
        {
            Blocks =
            [
                new Chart(Title(compared.By), compared.Bars),
                await compared.GridAsync(catalog, Title(compared.RowsBy), MostRows, language, cancellationToken),
                .. compared.All > compared.Columns.Count ? [new Note(texts.OnlyShown(compared.Columns.Count, compared.All))] : Array.Empty<Note>(),
                .. matching.Notes,
                .. loaded.Notes(question),
                .. await UnknownYearsAsync(question, compared, cancellationToken),
            ],
            Total = matching.Total,
            Documents = (await catalog.VersionAsync(cancellationToken)).Documents,
            Choices = compared.Bars.SelectMany(bar => bar.Says is null ? Array.Empty<Choice>() : [new Choice(lists.Counted(bar.Label, bar.Value), bar.Says)]),
        }.ToReply();

        string Title(Field field) => texts.PerTitle(Phrase.LowerFirst(FieldTexts.In(language).Label(field)), scope);
    }

    private async Task<IReadOnlyList<Note>> UnknownYearsAsync(Question question, Comparison compared, CancellationToken cancellationToken)
    {
        List<Note> notes = [];
        foreach (var column in compared.Columns.Where(column => compared.By == Field.Year && column.Count == 0))
        {
            var (reasons, _) = await unknownYears.ExplainAsync(question with { Filter = column.Filter }, cancellationToken);
            notes.AddRange(reasons.Select(reason => new Note(reason)));
        }

        return notes;
    }
}
