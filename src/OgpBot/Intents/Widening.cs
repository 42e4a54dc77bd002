using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Neighbouring questions that find more: the same one with one kind of value left out. Members are never left out.</summary>
public static class Widening
{
    /// <summary>Only neighbours with more than <paramref name="beyond"/> commitments, each with its count.</summary>
    public static async Task<IReadOnlyList<Choice>> ChoicesAsync(CatalogStore catalog, Question question, int beyond, CancellationToken cancellationToken)
    {
        List<Choice> choices = [];
        foreach (var wider in Without(question.Filter).Distinct())
        {
            var count = await catalog.CountCommitmentsAsync(wider, cancellationToken);
            if (count > beyond)
            {
                var scope = FilterWords.In(question.Language).Sentence(wider);
                choices.Add(new Choice(ListTexts.In(question.Language).Counted(scope, count), Queries.Find(wider)));
            }
        }

        return choices;
    }

    private static IEnumerable<Filter> Without(Filter filter)
    {
        if (filter.Words.Count > 0 || filter.NotWords.Count > 0 || filter.Title is not null)
        {
            yield return filter with { Words = [], NotWords = [], AnyWord = false, Title = null };
        }

        if (filter.Starred is not null)
        {
            yield return filter with { Starred = null };
        }

        if (filter.Years.Count > 0 || filter.NotYears.Count > 0)
        {
            yield return filter with { Years = [], NotYears = [] };
        }

        if (filter.Plans.Count > 0 || filter.NotPlans.Count > 0 || filter.CurrentPlan)
        {
            yield return filter with { Plans = [], NotPlans = [], CurrentPlan = false };
        }

        if (filter.Areas.Count > 0 || filter.NotAreas.Count > 0 || filter.NoArea)
        {
            yield return filter with { Areas = [], NotAreas = [], NoArea = false };
        }

        if (filter.Fields.Count > 0)
        {
            yield return filter with { Fields = [] };
        }
    }
}
