using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>
/// How the commitments of each plan did, with the global and regional records. A figure is given only where the source
/// gives it together with its column.
/// </summary>
public sealed class ShowPerformance(CatalogStore catalog) : IIntent
{
    public string Name => "show-performance";

    public IReadOnlyList<string> Examples => ["commitment performance for action plan 2", "how did action plan 4 perform?", "¿qué desempeño tuvo el plan de acción 3?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Performance);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var texts = PerformanceTexts.In(question.Language);
        var members = PlanRows.OfMembers(question);
        var plans = await PlanRows.ReadAsync(catalog, question, cancellationToken);
        var all = await catalog.PerformanceAsync(members, cancellationToken);
        Performance[] asked = [.. all.Where(row => !plans.Narrowed || plans.Holds(row.Member, row.Plan)).OrderBy(row => row.Member, StringComparer.Ordinal).ThenBy(row => row.Plan)];
        if (asked.Length == 0)
        {
            return (all.Count == 0 ? Elsewhere.Answer(question, Name, (await catalog.PerformanceAsync(Filter.None, cancellationToken)).Select(row => row.Member)) : null) ?? Nothing(question, all, texts);
        }

        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(asked));
        var key = await catalog.KeysAsync("performance", members, cancellationToken);
        var records = plans.Narrowed ? [] : await catalog.PerformanceRecordsAsync(members, cancellationToken);
        var lines = new PerformanceLines(question.Language, key, loaded.MayMix(question.Filter));
        return new Draft(question, Name, asked is [var only] ? lines.Sentence(only) : texts.Summary(asked.Length))
        {
            Title = texts.Title,
            Blocks = [.. lines.Blocks(found.Items), .. lines.Records(records), .. asked.Any(PerformanceLines.HasFigures) ? [new Note(texts.What)] : Array.Empty<Block>(), .. loaded.Notes(question)],
            Paging = paging,
            Choices = Choices(question, asked, texts),
            Sources = found.Items.Select(row => row.Source),
        }.ToReply();
    }

    private Reply Nothing(Question question, IReadOnlyList<Performance> all, PerformanceTexts texts) =>
        new Draft(question, Name, all.Count == 0 ? texts.NothingLoaded : texts.NoRow(Names(all, question.Language)))
        {
            Choices =
            [
                .. all.Take(4).Select(row => new Choice(FieldTexts.In(question.Language).PlanName(row.Plan), Queries.To(Verb.Find, Topic.Performance, OfPlan(row)))),
                new(texts.AllPlans, Queries.To(Verb.Find, Topic.Performance, PlanRows.OfMembers(question))),
                new(MemberTexts.In(question.Language).Plans, Queries.To(Verb.Find, Topic.Plans)),
            ],
        }.ToReply();

    private static string Names(IEnumerable<Performance> rows, Language language) =>
        string.Join(", ", rows.Select(row => row.Plan).Distinct().Order().Take(Paging.Size).Select(FieldTexts.In(language).PlanName));

    private static Filter OfPlan(Performance row) => new() { Members = [row.Member], Plans = [row.Plan] };

    private static IEnumerable<Choice> Choices(Question question, Performance[] asked, PerformanceTexts texts)
    {
        var members = PlanRows.OfMembers(question);
        IEnumerable<Choice> plan = asked is [var only]
            ? [new(texts.CommitmentsOf(FieldTexts.In(question.Language).PlanName(only.Plan)), Queries.To(Verb.Find, Topic.Commitments, OfPlan(only)))]
            : [];
        return
        [
            .. plan,
            new(texts.AllPlans, Queries.To(Verb.Find, Topic.Performance, members)),
            new(texts.StarredCommitments, Queries.To(Verb.Find, Topic.Commitments, members with { Starred = true })),
            new(StarTexts.In(question.Language).Title, Queries.To(Verb.Find, Topic.Stars)),
            new(ParticipationTexts.In(question.Language).Title, Queries.To(Verb.Find, Topic.Participation, members)),
        ];
    }
}
