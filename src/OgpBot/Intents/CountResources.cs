using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>How many documents there are: in all, or by type, year, format or member.</summary>
public sealed class CountResources(CatalogStore catalog) : IIntent
{
    /// <summary>More bars than this cannot be compared by eye.</summary>
    private const int MostBars = 20;

    public string Name => "count-resources";

    public IReadOnlyList<string> Examples => ["how many resources are there?", "resources by type", "which year has the most resources?", "¿cuántos recursos hay por tipo?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Resources) && Counts(question.Verb);

    public static bool Counts(Verb verb) => verb is Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var any = await catalog.FindResourcesAsync(question.Filter, Sort.Newest, 0, 1, cancellationToken);
        if (any.Total == 0)
        {
            return await ResourceGaps.NothingAsync(catalog, question, Name, cancellationToken);
        }

        var texts = ResourceTexts.In(question.Language);
        var by = Grouping(question);
        var groups = Sorted(await catalog.TallyResourcesAsync(question.Filter, by, cancellationToken), question, by);
        var shown = WithTies(groups, question.Top);
        var scope = FilterWords.In(question.Language).Sentence(question.Filter);
        return new Draft(question, Name, Text(question, by, groups, any.Total, scope))
        {
            Blocks =
            [
                new Chart(texts.By(by), [.. shown.Take(MostBars).Select(group => Bar(group, question, by))]),
                .. Notes(question, shown.Length, groups.Length),
                .. loaded.Notes(question),
            ],
            Total = any.Total,
            Choices =
            [
                new(texts.List(any.Total), Queries.To(Verb.Find, Topic.Resources, question.Filter)),
                .. new[] { Field.Type, Field.Year, Field.Format }
                    .Where(field => field != by)
                    .Select(field => new Choice(texts.By(field), Queries.To(Verb.Count, Topic.Resources, question.Filter, field))),
                new(texts.Newest, Queries.ToNewestResources(question.Filter with { Years = [], NotYears = [] })),
            ],
            Sources = any.Items.Select(resource => resource.Source),
        }.ToReply();
    }

    private static Field Grouping(Question question) => question switch
    {
        { By: Field.Type or Field.Year or Field.Format or Field.Member or Field.Plan } => question.By.Value,
        { Verb: Verb.Compare, Filter.Years.Count: > 0, Filter.Types.Count: 0 } => Field.Year,
        { Filter.Types.Count: 1 } => Field.Year,
        _ => Field.Type,
    };

    private static string Text(Question question, Field by, Tally[] groups, int total, string scope)
    {
        var texts = ResourceTexts.In(question.Language);
        if (question.Verb != Verb.Rank)
        {
            return texts.Count(total, scope);
        }

        var first = groups[0].Count;
        var leaders = groups.Where(group => group.Count == first).Take(MostBars).Select(group => Label(group, by, question.Language)).ToArray();
        return texts.Leads(Phrase.And(leaders, question.Language), leaders.Length, first, question.Fewest, total);
    }

    private static Tally[] Sorted(IReadOnlyList<Tally> groups, Question question, Field by) => (question.Verb, question.Fewest, by) switch
    {
        (not Verb.Rank, _, Field.Year or Field.Plan) => [.. groups.OrderBy(group => group.Label, StringComparer.Ordinal)],
        (_, true, _) => [.. groups.OrderBy(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal)],
        _ => [.. groups.OrderByDescending(group => group.Count).ThenBy(group => group.Label, StringComparer.Ordinal)],
    };

    /// <summary>Groups as large as the last one asked for are shown too: to drop one of equals would be arbitrary.</summary>
    private static Tally[] WithTies(Tally[] groups, int? top) => top is { } asked && asked < groups.Length
        ? [.. groups.Where((group, index) => index < asked || group.Count == groups[asked - 1].Count)]
        : groups;

    private static Bar Bar(Tally group, Question question, Field by) => new(Label(group, by, question.Language), group.Count, Says(group, question.Filter, by));

    private static string Label(Tally group, Field by, Language language) => (by, group.Label) switch
    {
        (Field.Plan, "") => ResourceTexts.In(language).NoPlan,
        (_, "") => FieldTexts.In(language).NotInSource,
        (Field.Plan, var number) => FieldTexts.In(language).PlanName(int.Parse(number, CultureInfo.InvariantCulture)),
        (_, var label) => label,
    };

    private static string? Says(Tally group, Filter filter, Field by) => (by, group.Label) switch
    {
        (_, "") => null,
        (Field.Year, var year) => Queries.To(Verb.Find, Topic.Resources, filter with { Years = [Year(year)] }),
        (Field.Plan, var plan) => Queries.To(Verb.Find, Topic.Resources, filter with { Plans = [int.Parse(plan, CultureInfo.InvariantCulture)] }),
        (Field.Format, var format) => Queries.To(Verb.Find, Topic.Resources, filter with { Formats = [format] }),
        (Field.Member, var member) => Queries.To(Verb.Find, Topic.Resources, filter with { Members = [member] }),
        (_, var type) => Queries.To(Verb.Find, Topic.Resources, filter with { Types = [type] }),
    };

    private static YearRange Year(string label)
    {
        var year = int.Parse(label, CultureInfo.InvariantCulture);
        return new YearRange(year, year);
    }

    private static IEnumerable<Block> Notes(Question question, int shown, int groups)
    {
        var texts = ResourceTexts.In(question.Language);
        if (question.Across is not null)
        {
            yield return new Note(texts.OneFieldAtATime);
        }

        if (question.Top is { } top && top < shown)
        {
            yield return new Note(FigureTexts.In(question.Language).TiesShown(top, shown));
        }

        if (shown > MostBars)
        {
            yield return new Note(FigureTexts.In(question.Language).OnlyShown(MostBars, groups));
        }
    }
}
