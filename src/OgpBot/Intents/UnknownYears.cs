using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Years that no commitment is labelled with: the labels that there are, and the plan that covers the year.</summary>
public sealed class UnknownYears(CatalogStore catalog)
{
    /// <summary>More labels than a sentence bears: the nearest are named.</summary>
    private const int MostNamed = 8;

    /// <summary>Nothing when no year is asked for, or when some commitment carries one of them.</summary>
    /// <returns>Sentences, and filters that look in the nearest years and in the plan instead.</returns>
    public async Task<(IReadOnlyList<string> Reasons, IReadOnlyList<Filter> Instead)> ExplainAsync(Question question, CancellationToken cancellationToken)
    {
        var filter = question.Filter;
        var labels = await LabelsAsync(filter, cancellationToken);
        if (filter.Years.Count == 0 || labels.Length == 0 || labels.Any(label => filter.Years.Any(range => Holds(range, label))))
        {
            return ([], []);
        }

        var texts = NothingTexts.In(question.Language);
        var middle = filter.Years[0].From ?? filter.Years[0].To ?? labels[0];
        int[] nearest = [.. labels.OrderBy(label => Math.Abs(label - middle))];
        var named = nearest.Take(MostNamed).Order().Select(label => $"{label}");
        List<string> reasons = [texts.NoSuchYear(FilterWords.In(question.Language).Years(filter.Years), [.. named])];
        List<Filter> instead = [];
        foreach (var plan in await CoveringAsync(filter, cancellationToken))
        {
            reasons.Add(texts.PlanCovers(plan.Number, $"{plan.Year}-{plan.End}", $"{middle}"));
            instead.Add(filter with { Years = [], Plans = [plan.Number] });
        }

        instead.AddRange(nearest.Take(2).Order().Select(label => filter with { Years = [new YearRange(label, label)] }));
        return (reasons, instead);
    }

    private static bool Holds(YearRange range, int year) => (range.From ?? year) <= year && year <= (range.To ?? year);

    private async Task<int[]> LabelsAsync(Filter filter, CancellationToken cancellationToken) =>
    [
        .. from tally in await catalog.TallyCommitmentsAsync(filter.OfMembers(), Field.Year, cancellationToken)
           let year = int.Parse(tally.Label, CultureInfo.InvariantCulture)
           orderby year
           select year,
    ];

    /// <summary>Plans of one member whose span holds the one year asked for. Those of several members would need one sentence each.</summary>
    private async Task<IReadOnlyList<PlanEntry>> CoveringAsync(Filter filter, CancellationToken cancellationToken)
    {
        if (filter.Years is not [{ From: { } year } only] || only.To != year || filter.Plans.Count > 0)
        {
            return [];
        }

        PlanEntry[] plans = [.. (await catalog.VocabularyAsync(cancellationToken)).Plans.Where(plan => filter.Members.Count == 0 || filter.Members.Contains(plan.Member))];
        return plans.Select(plan => plan.Member).Distinct(StringComparer.Ordinal).Count() == 1 ? [.. plans.Where(plan => plan.Year <= year && year <= plan.End)] : [];
    }
}
