using OgpBot.Catalog;

namespace OgpBot.Ingest.Merging;

/// <summary>
/// Sources that only give years number a member's plans by their order; a source that knows a plan may number it otherwise.
/// Then the plan of the same year takes the number that is known, and one that only stood in its place moves on.
/// </summary>
internal static class PlanNumbers
{
    /// <summary>The content with those of its plans that may move numbered as <paramref name="known"/> numbers them.</summary>
    public static CatalogContent Agreed(CatalogContent content, IEnumerable<ActionPlan> known, Func<ActionPlan, bool> mayMove)
    {
        var moved = Moves(content.Plans, known.ToLookup(plan => plan.Member, StringComparer.Ordinal), mayMove)
            .ToDictionary(move => (move.Plan.Member, move.Plan.Number), move => move.Number);
        return moved.Count == 0 ? content : content with
        {
            Plans = [.. content.Plans.Select(plan => moved.TryGetValue((plan.Member, plan.Number), out var number) ? plan with { Number = number } : plan)],
            Commitments = [.. content.Commitments.Select(it => moved.TryGetValue((it.Member, it.Plan), out var number) ? it with { Plan = number } : it)],
        };
    }

    private static IEnumerable<(ActionPlan Plan, int Number)> Moves(
        IReadOnlyList<ActionPlan> plans, ILookup<string, ActionPlan> known, Func<ActionPlan, bool> mayMove)
    {
        foreach (var own in plans.GroupBy(plan => plan.Member, StringComparer.Ordinal).Where(own => known.Contains(own.Key)))
        {
            var theirs = known[own.Key].DistinctBy(plan => plan.Year).ToDictionary(plan => plan.Year, plan => plan.Number);
            var reserved = theirs.Values.ToHashSet();
            var taken = own.Where(plan => !mayMove(plan)).Select(plan => plan.Number).ToHashSet();
            foreach (var plan in own.Where(mayMove).OrderBy(plan => theirs.ContainsKey(plan.Year) ? 0 : 1).ThenBy(plan => plan.Year))
            {
                if (!theirs.TryGetValue(plan.Year, out var number) || taken.Contains(number))
                {
                    for (number = plan.Number; taken.Contains(number) || reserved.Contains(number); number++)
                    {
                    }
                }

                taken.Add(number);
                if (number != plan.Number)
                {
                    yield return (plan, number);
                }
            }
        }
    }
}
