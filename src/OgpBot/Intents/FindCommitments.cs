using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Lists the commitments that a question is about, page by page.</summary>
public sealed class FindCommitments(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly NextSteps nextSteps = new(catalog);

    public string Name => "find-commitments";

    public IReadOnlyList<string> Examples =>
        ["Peru justice commitments 2017", "starred commitments", "commitments about sanitation", "compromisos de justicia de Perú", "compromisos destacados"];

    public bool Answers(Question question) =>
        question is { Topic: Topic.Commitments, Verb: Verb.Find } or { Topic: Topic.Commitments, Verb: Verb.Show, Filter.Ids.Count: 0 };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: 0, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        return await ListAsync(matching, cancellationToken);
    }

    private async Task<Reply> ListAsync(Matching matching, CancellationToken cancellationToken)
    {
        var question = matching.Question;
        var cut = await YearCut.ReadAsync(question, async at => (await catalog.FindCommitmentsAsync(question.Filter, question.Sort, at, 1, cancellationToken)).Items is [var commitment] ? commitment.Year : null);
        var (found, paging) = await Paging.ReadAsync(
            question.Page,
            (skip, take) => catalog.FindCommitmentsAsync(cut.Filter, question.Sort, skip, take, cancellationToken));
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        var texts = ListTexts.In(question.Language);
        var total = cut.Summary(year => texts.NewestYear(found.Total, year, question.Filter), year => texts.OldestYear(found.Total, year, question.Filter)) ?? texts.Total(found.Total, cut.Filter);
        return new Draft(question, Name, paging.Pages == 1 ? total : $"{total} {PagingTexts.In(question.Language).PageOf(paging.Page, paging.Pages)}")
        {
            Blocks =
            [
                paging.List(Items.Of(found.Items, question.Language, loaded.MayMix(question.Filter))),
                .. OptionalFacts.Listed(question.Asked, found.Items, question.Language),
                .. cut.Widens(found.Total) ? [new Note(texts.YearsOnly)] : Array.Empty<Block>(),
                .. matching.Notes,
                .. loaded.Notes(question),
                .. await gaps.NotesAsync(question, cancellationToken),
            ],
            Total = found.Total,
            Paging = paging,
            Choices = await nextSteps.AfterAsync(question, found, cancellationToken),
            Sources = found.Items.Select(commitment => commitment.Source),
        }.ToReply();
    }
}
