using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>One action plan, or the few that a number, a year or "current" picks.</summary>
public sealed class ShowPlan(CatalogStore catalog) : IIntent
{
    /// <summary>More would not fit on one card.</summary>
    private const int MostPlans = 3;

    public string Name => "show-plan";

    public IReadOnlyList<string> Examples => ["what is Peru's current action plan?", "show action plan 2", "¿cuál es el plan de acción actual de Perú?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Plans) && Narrows(question.Filter);

    /// <summary>True when the filter picks plans by more than their member.</summary>
    public static bool Narrows(Filter filter) =>
        filter.CurrentPlan || filter.Plans.Count + filter.NotPlans.Count + filter.Years.Count + filter.NotYears.Count > 0;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var plans = await catalog.PlansAsync(question.Filter, cancellationToken);
        if (plans.Count == 0)
        {
            return await NoSuchPlanAsync(question, cancellationToken);
        }

        var texts = PlanTexts.In(question.Language);
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(plans));
        var blocks = new List<Block>();
        if (plans.Count <= MostPlans)
        {
            foreach (var plan in plans)
            {
                blocks.Add(new Detail(PlanItems.Of(plan, question.Language, withMember: true), await FactsAsync(plan, question.Language, cancellationToken)));
            }
        }
        else
        {
            blocks.Add(paging.List([.. found.Items.Select(plan => PlanItems.Of(plan, question.Language, withMember: true))]));
        }

        return new Draft(question, Name, plans.Count == 1 ? Summary(plans[0], texts) : texts.Listed(plans.Count))
        {
            Blocks = [.. blocks, .. PlanItems.InferredNote(plans, question.Language), .. SpansNote(plans, texts), .. loaded.Notes(question)],
            Total = plans.Count,
            Paging = paging,
            Choices = await ChoicesAsync(plans, texts, cancellationToken),
            Sources = found.Items.Select(plan => plan.Source),
        }.ToReply();
    }

    private async Task<Reply> NoSuchPlanAsync(Question question, CancellationToken cancellationToken)
    {
        var existing = await catalog.PlansAsync(question.Filter.OfMembers(), cancellationToken);
        var texts = PlanTexts.In(question.Language);
        return new Draft(question, Name, texts.NoSuchPlan(PlanItems.Names(existing)))
        {
            Total = 0,
            Choices =
            [
                .. existing.Take(4).Select(plan => new Choice(plan.Name, Queries.To(Verb.Show, Topic.Plans, PlanItems.FilterOf(plan)))),
                new(texts.All, Queries.To(Verb.Find, Topic.Plans)),
            ],
        }.ToReply();
    }

    private async Task<IReadOnlyList<Fact>> FactsAsync(ActionPlan plan, Language language, CancellationToken cancellationToken)
    {
        var texts = PlanTexts.In(language);
        var fields = FieldTexts.In(language);
        var starred = await catalog.CountCommitmentsAsync(PlanItems.FilterOf(plan) with { Starred = true }, cancellationToken);
        return
        [
            new(fields.Label(Field.Member), plan.Member),
            new(texts.Year, $"{plan.Year}"),
            new(texts.Span, Span(plan, texts, fields)),
            new(texts.Commitments, $"{plan.Commitments}"),
            .. plan.StatedCommitments.IsGiven ? [new Fact(texts.StatedCommitments, plan.StatedCommitments.Value!)] : Array.Empty<Fact>(),
            new(texts.Starred, $"{starred}"),
            new(texts.AreaFocus, fields.Value(plan.AreaFocus)),
        ];
    }

    private static string Span(ActionPlan plan, PlanTexts texts, FieldTexts fields) =>
        plan.Span.IsGiven || plan.SpansInTitles.Count == 0
            ? fields.Value(plan.Span)
            : $"{texts.SpanNotStated}; {texts.InTitles(string.Join(", ", plan.SpansInTitles))}";

    private static string Summary(ActionPlan plan, PlanTexts texts) =>
        texts.Summary(plan.Name, plan.Member, PlanItems.When(plan), plan.Commitments, plan.Current);

    private static IEnumerable<Block> SpansNote(IEnumerable<ActionPlan> plans, PlanTexts texts) =>
        plans.Any(plan => !plan.Span.IsGiven && plan.SpansInTitles.Count > 1) ? [new Note(texts.SpansDiffer)] : [];

    private async Task<IEnumerable<Choice>> ChoicesAsync(IReadOnlyList<ActionPlan> plans, PlanTexts texts, CancellationToken cancellationToken)
    {
        var filter = new Filter { Members = plans.Select(plan => plan.Member).Distinct(StringComparer.Ordinal).ToValues(), Plans = plans.Select(plan => plan.Number).Distinct().ToValues() };
        var starred = await catalog.CountCommitmentsAsync(filter with { Starred = true }, cancellationToken);
        return
        [
            new(texts.ItsCommitments, Queries.To(Verb.Find, Topic.Commitments, filter)),
            .. starred > 0 ? [new Choice(texts.Starred, Queries.To(Verb.Find, Topic.Commitments, filter with { Starred = true }))] : Array.Empty<Choice>(),
            new(texts.Areas, Queries.To(Verb.Rank, Topic.Commitments, filter, Field.Area)),
            new(texts.Performance, Queries.To(Verb.Find, Topic.Performance, filter)),
            new(texts.Participation, Queries.To(Verb.Find, Topic.Participation, filter)),
            new(texts.All, Queries.To(Verb.Find, Topic.Plans)),
        ];
    }
}
