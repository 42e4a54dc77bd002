using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which members the catalog holds commitments of.</summary>
public sealed record LoadedMembers(IReadOnlyList<string> Names)
{
    /// <summary>More names than a sentence bears.</summary>
    public const int MostNamed = 5;

    /// <summary>Names that stand for the others.</summary>
    private const int Examples = 3;

    public static async Task<LoadedMembers> ReadAsync(CatalogStore catalog, CancellationToken cancellationToken) =>
        new([.. (await catalog.MembersAsync(cancellationToken)).Select(member => member.Name)]);

    public bool AreSeveral => Names.Count > 1;

    public IReadOnlyList<string> MissingOf(Filter filter) => [.. filter.Members.Where(member => !Names.Contains(member, StringComparer.Ordinal))];

    /// <summary>True when an answer to it can hold records of several members, so that each must name its own.</summary>
    public bool MayMix(Filter filter) => AreSeveral && filter.Members.Count != 1;

    /// <summary>"No data for Chile: only Peru is loaded."</summary>
    public string NoDataFor(IReadOnlyList<string> missing, Language language)
    {
        var texts = NothingTexts.In(language);
        return Names.Count switch
        {
            0 => texts.NothingLoaded,
            > MostNamed => texts.NotAmong(missing, Names.Count, [.. Names.Take(Examples)]),
            _ => texts.NotLoaded(missing, Names),
        };
    }

    /// <summary>True when every member that a question names is missing.</summary>
    public bool HasNoneOf(Question question) => question.Filter.Members.Count > 0 && MissingOf(question.Filter).Count == question.Filter.Members.Count;

    /// <summary>The way to all of them, where a sentence names only a few.</summary>
    public IEnumerable<Choice> ListChoice(Language language) => AreSeveral
        ? [new(NothingTexts.In(language).ListMembers(Names.Count), Queries.To(Verb.Find, Topic.Members))]
        : [];

    /// <summary>The answer when it holds none of the members: offers the same question about what is loaded.</summary>
    public Reply NotLoaded(Question question, string intent) =>
        new Draft(question, intent, NoDataFor(MissingOf(question.Filter), question.Language))
        {
            Total = 0,
            Choices =
            [
                .. Names.Take(Examples).Select(name => new Choice(name, CanonicalQuery.Print(question with { Filter = question.Filter with { Members = [name] }, Page = 1 }))),
                .. ListChoice(question.Language),
                new(MemberTexts.In(question.Language).Data, Queries.To(Verb.Find, Topic.Data)),
            ],
        }.ToReply();

    /// <summary>"No member is called “wakanda” either: 75 members are loaded, for instance …"</summary>
    public string NoneCalled(IReadOnlyList<string> words, Language language) => NothingTexts.In(language).NoneCalled(words, Names.Count, [.. Names.Take(Examples)]);

    /// <summary>Told where some of the members asked for are loaded and some are not, and what figures over several members mean.</summary>
    public IEnumerable<Block> Notes(Question question)
    {
        var (filter, language) = (question.Filter, question.Language);
        if (MissingOf(filter) is { Count: > 0 } missing)
        {
            yield return new Note(NoDataFor(missing, language));
        }

        if (!MayMix(filter) || filter.Ids.Count > 0)
        {
            yield break;
        }

        if (filter.Members.Count + filter.Regions.Count == 0 && filter.Level is null && question.By != Field.Member && question.Across != Field.Member)
        {
            yield return new Note(MemberTexts.In(language).OverAll(Names.Count));
        }

        if (question.By == Field.Plan || question.Across == Field.Plan || filter.Plans.Count > 0)
        {
            yield return new Note(MemberTexts.In(language).PlansOfEach);
        }
    }
}
