using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>
/// The level of public influence on plans, or the scale itself. Where a level is missing the answer names none: a scale
/// beside the question would be read as its answer.
/// </summary>
public sealed class ShowParticipation(CatalogStore catalog) : IIntent
{
    private const string Section = "participation";

    public string Name => "show-participation";

    public IReadOnlyList<string> Examples =>
        ["what level of participation did action plan 3 reach?", "levels of participation", "¿qué nivel de participación alcanzó el plan de acción 2?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Participation);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var plans = await PlanRows.ReadAsync(catalog, question, cancellationToken);
        return plans.Narrowed || question.Filter.Members.Count > 0
            ? await LevelsOfAsync(question, plans, loaded, cancellationToken)
            : await ScaleAsync(question, cancellationToken);
    }

    private async Task<Reply> LevelsOfAsync(Question question, PlanRows plans, LoadedMembers loaded, CancellationToken cancellationToken)
    {
        var texts = ParticipationTexts.In(question.Language);
        var fields = FieldTexts.In(question.Language);
        var all = await catalog.ParticipationAsync(PlanRows.OfMembers(question), cancellationToken);
        if (all.Count == 0 && Elsewhere.Answer(question, Name, (await catalog.ParticipationAsync(Filter.None, cancellationToken)).Select(row => row.Member)) is { } elsewhere)
        {
            return elsewhere;
        }

        Participation[] asked = [.. all.Where(row => plans.Holds(row.Member, row.Plan)).Take(Paging.Size * 2)];
        var names = string.Join("; ", plans.Plans.GroupBy(plan => plan.Member, plan => fields.PlanName(plan.Number)).Take(Paging.Size).Select(member => $"{Phrase.And([.. member], question.Language)} ({member.Key})"));
        var given = asked.Any(row => row.Level.State != KnownState.NotInSource);
        return new Draft(question, Name, Text(plans, names, given, texts))
        {
            Title = texts.Title,
            Blocks = [.. given ? new Block[] { new Facts([.. asked.Select(Row)]) } : [], .. loaded.Notes(question)],
            Choices =
            [
                new(texts.ScaleChoice, Queries.To(Verb.Find, Topic.Participation)),
                .. plans.Plans is [var only]
                    ? new Choice[]
                    {
                        new(texts.CommitmentsOf(fields.PlanName(only.Number)), Queries.To(Verb.Find, Topic.Commitments, PlanItems.FilterOf(only))),
                        new(texts.PerformanceOf(fields.PlanName(only.Number)), Queries.To(Verb.Find, Topic.Performance, PlanItems.FilterOf(only))),
                    }
                    : [new(PerformanceTexts.In(question.Language).Title, Queries.To(Verb.Find, Topic.Performance, PlanRows.OfMembers(question)))],
                new(PlanTexts.In(question.Language).All, Queries.To(Verb.Find, Topic.Plans)),
            ],
            Sources = asked.Select(row => row.Source),
        }.ToReply();

        Fact Row(Participation row) => new($"{(loaded.MayMix(question.Filter) ? $"{row.Member}, " : "")}{fields.PlanName(row.Plan)}, {texts.Phase(row.Phase)}", fields.Value(row.Level));
    }

    private static string Text(PlanRows plans, string names, bool given, ParticipationTexts texts) => (plans.Plans.Count, given) switch
    {
        (0, _) => texts.NoSuchPlan,
        (_, true) => texts.Given(names),
        _ => texts.NotGiven(names),
    };

    private async Task<Reply> ScaleAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = ParticipationTexts.In(question.Language);
        KeyEntry[] entries = [.. (await catalog.KeysAsync(Section, Filter.None, cancellationToken)).DistinctBy(entry => (entry.Kind, entry.Name))];
        var meanings = entries.Where(entry => entry.Meaning.IsGiven).GroupBy(entry => entry.Name).ToDictionary(group => group.Key, group => group.First().Meaning.Value!, StringComparer.Ordinal);
        string[] levels = [.. entries.Where(entry => entry.Kind is "level" or "definition").Select(entry => entry.Name).Distinct(StringComparer.Ordinal)];
        return new Draft(question, Name, levels.Length == 0 ? texts.Nothing : $"{texts.What} {string.Join(", ", levels)}. {texts.ValuesLost}")
        {
            Opening = [new Heading(texts.Title), new Prose(levels.Length == 0 ? texts.Nothing : texts.What)],
            Blocks =
            [
                new Facts([.. levels.Select(level => new Fact(level, meanings.GetValueOrDefault(level, texts.NoDefinition)))]),
                new Facts([.. Joined("phase", texts.Phases, texts.Phase), .. Joined("key", texts.Key, name => name)]),
                new Note(texts.ValuesLost),
            ],
            Choices =
            [
                .. levels.Where(meanings.ContainsKey).Take(4).Select(level => new Choice(level, Queries.ToTerm(Folding.Fold(level)))),
                new(PlanTexts.In(question.Language).All, Queries.To(Verb.Find, Topic.Plans)),
            ],
            Sources = entries.Select(entry => entry.Source),
        }.ToReply();

        IEnumerable<Fact> Joined(string kind, string label, Func<string, string> name) =>
            entries.Where(entry => entry.Kind == kind).Select(entry => name(entry.Name)).ToArray() is { Length: > 0 } names
                ? [new Fact(label, string.Join(", ", names))]
                : [];
    }
}
