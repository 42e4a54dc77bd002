using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Shows several commitments by their IDs or ranges of IDs, and names those that do not exist.</summary>
public sealed class ShowCommitments(CatalogStore catalog) : IIntent
{
    /// <summary>More missing IDs than one message explains.</summary>
    private const int MostExplained = 3;

    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly NextSteps nextSteps = new(catalog);

    private readonly UnknownIds unknownIds = new(catalog);

    public string Name => "show-commitments";

    public IReadOnlyList<string> Examples => ["PE0082 and PE0083", "PE0099 to PE0101", "muestra PE0061, PE0062 y PE0063", "del PE0084 al PE0087"];

    public bool Answers(Question question) =>
        question is { Verb: Verb.Show, Topic: Topic.Commitments, Filter.Ids: var ids } && (ids.Count > 1 || (ids is [var only] && only.First != only.Last));

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var sort = question.Sort == Sort.Newest ? Sort.Id : question.Sort;
        var (found, paging) = await Paging.ReadAsync(
            question.Page,
            (skip, take) => catalog.FindCommitmentsAsync(question.Filter, sort, skip, take, cancellationToken));
        if (found.Total == 0)
        {
            return await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        var missing = await unknownIds.AmongAsync(question.Filter, cancellationToken);
        var shown = missing.Count == 0 ? question.Filter : question.Filter with { Ids = [] };
        string[] page = paging.Pages == 1 ? [] : [PagingTexts.In(question.Language).PageOf(paging.Page, paging.Pages)];
        var reasons = await ReasonsAsync(missing, question.Language, cancellationToken);
        var total = string.Join(' ', [ListTexts.In(question.Language).Total(found.Total, shown), .. page]);
        return new Draft(question, Name, string.Join(' ', [total, .. reasons]))
        {
            Opening = [new Heading(total), .. reasons.Select(reason => new Prose(reason))],
            Blocks =
            [
                paging.List(Items.Of(found.Items, question.Language, (await LoadedMembers.ReadAsync(catalog, cancellationToken)).AreSeveral)),
                .. OptionalFacts.Listed(question.Asked, found.Items, question.Language),
                .. await gaps.NotesAsync(question, cancellationToken),
            ],
            Total = found.Total,
            Paging = paging,
            Choices = await nextSteps.AfterAsync(question, found, cancellationToken),
            Sources = found.Items.Select(commitment => commitment.Source),
        }.ToReply();
    }

    private async Task<IReadOnlyList<string>> ReasonsAsync(IReadOnlyList<string> missing, Language language, CancellationToken cancellationToken)
    {
        List<string> reasons = [];
        foreach (var id in missing.Take(MostExplained))
        {
            reasons.Add((await unknownIds.ExplainAsync(id, language, cancellationToken)).Text);
        }

        if (missing.Count > MostExplained)
        {
            reasons.Add(NothingTexts.In(language).AlsoNotFound([.. missing.Skip(MostExplained)]));
        }

        return reasons;
    }
}
