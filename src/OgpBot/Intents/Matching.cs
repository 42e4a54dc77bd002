using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>
/// Words search titles: all of them first, and when no title holds all, any of them. Lists and counts of the same words
/// go through here, so that they agree.
/// </summary>
/// <param name="Question">With the filter that was used in the end.</param>
public sealed record Matching(Question Question, int Total, bool Relaxed)
{
    public static async Task<Matching> ReadAsync(CatalogStore catalog, Question question, CancellationToken cancellationToken)
    {
        var total = await catalog.CountCommitmentsAsync(question.Filter, cancellationToken);
        if (total > 0 || question.Filter.AnyWord || question.Filter.Words.Count < 2)
        {
            return new Matching(question, total, Relaxed: false);
        }

        var relaxed = question with { Filter = question.Filter with { AnyWord = true } };
        var some = await catalog.CountCommitmentsAsync(relaxed.Filter, cancellationToken);
        return some > 0 ? new Matching(relaxed, some, Relaxed: true) : new Matching(question, 0, Relaxed: false);
    }

    public IEnumerable<Block> Notes => Relaxed ? [new Note(ListTexts.In(Question.Language).AnyWordInstead(Question.Filter.Words))] : [];
}
