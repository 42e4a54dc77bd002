using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The action plans of the members.</summary>
public sealed class ListPlans(CatalogStore catalog) : IIntent
{
    public string Name => "list-plans";

    public IReadOnlyList<string> Examples => ["list action plans", "which action plans does Peru have?", "lista los planes de acción"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Plans) && !ShowPlan.Narrows(question.Filter);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = PlanTexts.In(question.Language);
        var plans = Sorted(await catalog.PlansAsync(question.Filter, cancellationToken), question);
        var severalMembers = loaded.MayMix(question.Filter);
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(plans));
        return new Draft(question, Name, texts.Listed(plans.Length))
        {
            Blocks =
            [
                paging.List([.. found.Items.Select(plan => PlanItems.Of(plan, question.Language, severalMembers))]),
                .. PlanItems.InferredNote(found.Items, question.Language),
                .. loaded.Notes(question),
            ],
            Total = plans.Length,
            Paging = paging,
            Choices =
            [
                .. found.Items.Take(4).Select(plan => new Choice(severalMembers ? $"{plan.Member}: {plan.Name}" : plan.Name, Queries.To(Verb.Show, Topic.Plans, PlanItems.FilterOf(plan)))),
                new(texts.PerPlan, Queries.To(Verb.Count, Topic.Commitments, question.Filter.OfMembers(), Field.Plan)),
                new(texts.Performance, Queries.To(Verb.Find, Topic.Performance, question.Filter.OfMembers())),
            ],
            Sources = found.Items.Select(plan => plan.Source),
        }.ToReply();
    }

    private static ActionPlan[] Sorted(IReadOnlyList<ActionPlan> plans, Question question)
    {
        var byMember = plans.OrderBy(plan => plan.Member, StringComparer.Ordinal);
        var sorted = question.Sort == Sort.Oldest ? byMember.ThenBy(plan => plan.Number) : byMember.ThenByDescending(plan => plan.Number);
        return [.. sorted.Take(question.Top ?? int.MaxValue)];
    }
}
