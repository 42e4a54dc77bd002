using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>The plans that a question about the page's tables means; the tables know plans by number alone.</summary>
/// <param name="Plans">Those that the filter picks, by member and number.</param>
/// <param name="Narrowed">True when the filter picks plans by more than their member.</param>
internal sealed record PlanRows(IReadOnlyList<ActionPlan> Plans, bool Narrowed)
{
    public static async Task<PlanRows> ReadAsync(CatalogStore catalog, Question question, CancellationToken cancellationToken)
    {
        var plans = await catalog.PlansAsync(question.Filter, cancellationToken);
        return new PlanRows([.. plans.OrderBy(plan => plan.Member, StringComparer.Ordinal).ThenBy(plan => plan.Number)], ShowPlan.Narrows(question.Filter));
    }

    public bool Holds(string member, int number) => Plans.Any(plan => plan.Number == number && plan.Member == member);

    public static Filter OfMembers(Question question) => question.Filter.OfMembers();
}
