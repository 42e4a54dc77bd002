using OgpBot.Catalog;

namespace OgpBot.Ingest.Merging;

/// <summary>
/// Sources that only give years number a member's plans by their order; a source that knows a plan may number it otherwise.
/// Then the plan of the same year takes the number that is known, and one that only stood in its place moves on.
/// </summary>
internal static class PlanNumbers
{
    /// <summary>The content with its inferred plans numbered as <paramref name="known"/> numbers them.</summary>
    public static CatalogContent Agreed(CatalogContent content, IReadOnlyList<ActionPlan> known)
    {
        var moved = Moves(content.Plans, known).ToDictionary(move => (move.Plan.Member, move.Plan.Number), move => move.Number);
        return moved.Count == 0 ? content : content with
        {
            Plans = [.. content.Plans.Select(plan => moved.TryGetValue((plan.Member, plan.Number), out var number) ? plan with { Number = number } : plan)],
            Commitments = [.. content.Commitments.Select(it => moved.TryGetValue((it.Member, it.Plan), out var number) ? it with { Plan = number } : it)],
        };
    }

    private static IEnumerable<(ActionPlan Plan, int Number)> Moves(IReadOnlyList<ActionPlan> plans, IReadOnlyList<ActionPlan> known)
    {
        var theirs = known.ToLookup(plan => plan.Member, StringComparer.Ordinal);
        foreach (var own in plans.GroupBy(plan => plan.Member, StringComparer.Ordinal).Where(own => theirs.Contains(own.Key)))
        {
            var numbers = theirs[own.Key].DistinctBy(plan => plan.Year).ToDictionary(plan => plan.Year, plan => plan.Number);
            var taken = theirs[own.Key].Select(plan => plan.Number).Concat(own.Where(plan => !plan.NumberInferred).Select(plan => plan.Number)).ToHashSet();
            foreach (var plan in own.Where(plan => plan.NumberInferred).OrderBy(plan => plan.Year))
            {
                if (!numbers.TryGetValue(plan.Year, out var number))
                {
                    for (number = plan.Number; !taken.Add(number); number++)
                    {
                    }
                }

                if (number != plan.Number)
                {
                    yield return (plan, number);
                }
            }
        }
    }
}
