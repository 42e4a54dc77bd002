using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The policy areas that occur, with how many commitments each has.</summary>
public sealed class ListAreas(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    public string Name => "list-areas";

    public IReadOnlyList<string> Examples => ["list policy areas", "what topics are covered?", "áreas de política"];

    public bool Answers(Question question) => question is { Topic: Topic.Areas, Verb: Verb.Find or Verb.Show or Verb.Count or Verb.Brief or Verb.Cite };

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        question = matching.Question;
        var texts = FigureTexts.In(question.Language);
        var tallies = await Tallies.ReadAsync(catalog, question, Field.Area, matching.Total, cancellationToken);
        Tally[] bars = [.. tallies.InOrder()];
        var areas = texts.Areas(tallies.Given.Count, FilterWords.In(question.Language).Sentence(question.Filter));
        string[] without = tallies.Lacking == 0 ? [] : [texts.WithoutArea(tallies.Lacking)];
        return new Draft(question, Name, string.Join(' ', [areas, .. without]))
        {
            Blocks = [.. tallies.Blocks(bars, tallies.Paged(bars)), .. matching.Notes],
            Total = tallies.Given.Count,
            Paging = tallies.Paged(bars),
            Documents = (await catalog.VersionAsync(cancellationToken)).Documents,
            Choices =
            [
                .. tallies.Lacking > 0 && Slices.Says(question.Filter, Field.Area, "") is { } says ? [new Choice(texts.ListWithoutArea(tallies.Lacking), says)] : Array.Empty<Choice>(),
                new Choice(PivotCommitments.Label(Field.Area, Field.Year, question.Language), Queries.Pivot(question.Filter, Field.Area, Field.Year)),
                new Choice(ListTexts.In(question.Language).List(matching.Total), Queries.Find(question.Filter)),
            ],
        }.ToReply();
    }
}
