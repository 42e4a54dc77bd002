using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What is said when no resource matches: what there is instead, and wider questions that find something.</summary>
internal static class ResourceGaps
{
    public static async Task<Reply> NothingAsync(CatalogStore catalog, Question question, string intent, CancellationToken cancellationToken)
    {
        var texts = ResourceTexts.In(question.Language);
        var words = FilterWords.In(question.Language);
        var all = question.Filter.OfMembers();
        var years = await catalog.TallyResourcesAsync(all, Field.Year, cancellationToken);
        if (years.Count == 0 && Elsewhere.Answer(question, intent, (await catalog.TallyResourcesAsync(Filter.None, Field.Member, cancellationToken)).Select(tally => tally.Label)) is { } elsewhere)
        {
            return elsewhere;
        }

        var types = await catalog.TallyResourcesAsync(all, Field.Type, cancellationToken);
        var choices = new List<Choice>();
        foreach (var wider in Wider(question.Filter).Distinct())
        {
            var found = await catalog.FindResourcesAsync(wider, Sort.Newest, 0, 1, cancellationToken);
            if (found.Total > 0)
            {
                var scope = words.Sentence(wider);
                choices.Add(new Choice($"{(scope.Length == 0 ? texts.All : scope)} ({found.Total})", Queries.To(Verb.Find, Topic.Resources, wider)));
            }
        }

        return new Draft(question, intent, Text(words.Sentence(question.Filter), years, types, texts))
        {
            Total = 0,
            Choices = [.. choices, new(texts.All, Queries.To(Verb.Find, Topic.Resources, all)), new(texts.ByType, Queries.To(Verb.Count, Topic.Resources, all, Field.Type))],
        }.ToReply();
    }

    private static string Text(string scope, IReadOnlyList<Tally> years, IReadOnlyList<Tally> types, ResourceTexts texts) => years.Count == 0
        ? texts.NothingLoaded
        : texts.Nothing(scope, Listed(years.OrderBy(year => year.Label, StringComparer.Ordinal)), Listed(types.OrderByDescending(type => type.Count)));

    private static string Listed(IEnumerable<Tally> tallies) =>
        string.Join(", ", tallies.Where(tally => tally.Label.Length > 0).Take(Paging.Size).Select(tally => tally.Label));

    /// <summary>The same question with one kind of condition left out; never the members.</summary>
    private static IEnumerable<Filter> Wider(Filter filter)
    {
        if (filter.Years.Count > 0 || filter.NotYears.Count > 0)
        {
            yield return filter with { Years = [], NotYears = [] };
        }

        if (filter.Types.Count > 0 || filter.NotTypes.Count > 0 || filter.Formats.Count > 0)
        {
            yield return filter with { Types = [], NotTypes = [], Formats = [] };
        }

        if (filter.Words.Count > 0 || filter.NotWords.Count > 0 || filter.Title is not null)
        {
            yield return filter with { Words = [], NotWords = [], AnyWord = false, Title = null };
        }
    }
}
