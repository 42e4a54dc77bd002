using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Action plans as every answer shows them.</summary>
internal static class PlanItems
{
    public static Item Of(ActionPlan plan, Language language, bool withMember)
    {
        var texts = PlanTexts.In(language);
        IEnumerable<string> current = plan.Current ? [texts.Current] : [];
        IEnumerable<string> member = withMember ? [plan.Member] : [];
        return new Item(ItemKind.Plan, $"{string.Join('-', Folding.Words(plan.Member))}-plan-{plan.Number}", plan.Name)
        {
            Details = [.. member, When(plan), texts.CommitmentCount(plan.Commitments), .. current],
            Year = plan.Year,
            Says = Queries.To(Verb.Show, Topic.Plans, FilterOf(plan)),
        };
    }

    public static Filter FilterOf(ActionPlan plan) => new() { Members = [plan.Member], Plans = [plan.Number] };

    /// <summary>The span where the page states one, else the year label.</summary>
    public static string When(ActionPlan plan) => plan.Span.Value ?? $"{plan.Year}";

    public static string Named(ActionPlan plan) => $"{plan.Name} ({When(plan)})";

    /// <summary>"Action Plan 1 (2012), Action Plan 2 (2015)", at most ten.</summary>
    public static string Names(IEnumerable<ActionPlan> plans) => string.Join(", ", plans.Take(Paging.Size).Select(Named));

    /// <summary>Said once, however many plans are shown.</summary>
    public static IEnumerable<Block> InferredNote(IEnumerable<ActionPlan> plans, Language language) =>
        plans.Any(plan => plan.NumberInferred) ? [new Note(PlanTexts.In(language).Inferred)] : [];
}
