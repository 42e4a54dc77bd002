using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Counts commitments, in all or per value of a fact.</summary>
public sealed class CountCommitments(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly NextSteps nextSteps = new(catalog);

    public string Name => "count-commitments";

    public IReadOnlyList<string> Examples =>
        ["how many commitments does Peru have?", "how many justice commitments per year?", "¿cuántos compromisos hay en 2019?", "¿cuántos compromisos por plan?"];

    public bool Answers(Question question) => question is { Verb: Verb.Count, Topic: Topic.Commitments };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: null, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        question = matching.Question;
        var tallies = question.By is { } by ? await Tallies.ReadAsync(catalog, question, by, matching.Total, cancellationToken) : null;
        Tally[] bars = tallies is null ? [] : [.. tallies.InOrder()];
        var paging = tallies?.Paged(bars);
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        var list = new Choice(ListTexts.In(question.Language).List(matching.Total), Queries.Find(question.Filter));
        return new Draft(question, Name, FigureTexts.In(question.Language).Count(matching.Total, question.Filter))
        {
            Blocks =
            [
                .. await ShareAsync(question, matching.Total, cancellationToken),
                .. tallies is null ? [] : PerValue(tallies, bars),
                .. matching.Notes,
                .. loaded.Notes(question),
                .. await gaps.NotesAsync(question, cancellationToken),
            ],
            Total = matching.Total,
            Paging = paging,
            Documents = (await catalog.VersionAsync(cancellationToken)).Documents,
            Choices = [list, .. await nextSteps.NarrowerAsync(question, matching.Total, cancellationToken)],
        }.ToReply();
    }

    /// <summary>Of how many: a count of what was assessed so says little without it.</summary>
    private async Task<IEnumerable<Block>> ShareAsync(Question question, int count, CancellationToken cancellationToken)
    {
        var whole = question.Filter with { Fields = [.. question.Filter.Fields.Where(fact => fact.Field is Field.Lead or Field.Supporting)], Starred = null };
        return whole == question.Filter ? [] : [new Prose(FigureTexts.In(question.Language).Share(count, await catalog.CountCommitmentsAsync(whole, cancellationToken), whole))];
    }

    private static IReadOnlyList<Block> PerValue(Tallies tallies, Tally[] bars) => bars.Length > 0
        ? tallies.Blocks(bars, tallies.Paged(bars))
        : [new Note(FigureTexts.In(tallies.Question.Language).NothingToGroup(tallies.Total, FieldTexts.In(tallies.Question.Language).TheField(tallies.By)))];
}
