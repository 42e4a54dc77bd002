using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which countries and localities are loaded, or have commitments of a kind: those with the most of them first.</summary>
public sealed class ListMembers(CatalogStore catalog) : IIntent
{
    private readonly NothingFound nothing = new(catalog);

    private readonly Gaps gaps = new(catalog);

    private readonly MembersWithout without = new(catalog);

    public string Name => "list-members";

    public IReadOnlyList<string> Examples => ["which countries are loaded?", "list members", "¿qué países están cargados?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Members) && !ShowMember.IsOne(question.Filter);

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var all = await catalog.MembersAsync(cancellationToken);
        return MembersWithout.Wanted(question.Filter) is { } wanted ? await without.AnswerAsync(Name, question, wanted, [.. all.Where(member => IsIn(member, question.Filter))], cancellationToken)
            : question.Filter.OfContent() == Filter.None && question.Filter.Members.Count == 0
            ? await LoadedAsync(question, all, cancellationToken)
            : await HavingAsync(question, all, cancellationToken);
    }

    private async Task<Reply> LoadedAsync(Question question, IReadOnlyList<Member> all, CancellationToken cancellationToken)
    {
        var texts = MemberTexts.In(question.Language);
        var counts = await catalog.TallyCommitmentsAsync(Filter.None, Field.Member, cancellationToken);
        var commitments = counts.ToDictionary(tally => tally.Label, tally => tally.Count, StringComparer.Ordinal);
        Member[] members = [.. all.Where(member => IsIn(member, question.Filter))];
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(members));
        return new Draft(question, Name, texts.Loaded(members.Length, members.Select(member => member.Name).FirstOrDefault(""), FilterWords.In(question.Language).Sentence(question.Filter)))
        {
            Blocks = [paging.List([.. found.Items.Select(member => MemberItems.Of(member, question.Language, texts.CommitmentCount(commitments.GetValueOrDefault(member.Name))))])],
            Total = members.Length,
            Paging = paging,
            Choices =
            [
                .. found.Items.Take(3).Select(member => new Choice(member.Name, Queries.To(Verb.Show, Topic.Members, new Filter { Members = [member.Name] }))),
                new(texts.Plans, Queries.To(Verb.Find, Topic.Plans, question.Filter)),
                new(texts.Data, Queries.To(Verb.Find, Topic.Data)),
            ],
            Sources = found.Items.Select(member => member.Source),
        }.ToReply();
    }

    private static bool IsIn(Member member, Filter filter) => !filter.NotMembers.Contains(member.Name)
        && (filter.Regions.Count == 0 || member.Region.Value is { } region && filter.Regions.Contains(region))
        && !(member.Region.Value is { } other && filter.NotRegions.Contains(other))
        && (filter.Level is not { } level || member.Level.Value?.Contains($"{level}", StringComparison.OrdinalIgnoreCase) == true);

    private async Task<Reply> HavingAsync(Question question, IReadOnlyList<Member> all, CancellationToken cancellationToken)
    {
        var matching = await Matching.ReadAsync(catalog, question, cancellationToken);
        if (matching.Total == 0)
        {
            return await gaps.AnswerAsync(Name, question, total: 0, cancellationToken) ?? await nothing.AnswerAsync(Name, question, cancellationToken);
        }

        question = matching.Question;
        var (texts, lists) = (MemberTexts.In(question.Language), ListTexts.In(question.Language));
        var tallies = await catalog.TallyCommitmentsAsync(question.Filter, Field.Member, cancellationToken);
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(tallies));
        var loaded = new LoadedMembers([.. all.Select(member => member.Name)]);
        var named = all.ToDictionary(member => member.Name, StringComparer.Ordinal);
        return new Draft(question, Name, texts.Having(tallies.Count, loaded.Names.Count, lists.Total(matching.Total, question.Filter)))
        {
            Blocks =
            [
                paging.List([.. found.Items.Select(Item)]),
                .. matching.Notes,
                .. loaded.Notes(question with { By = Field.Member }),
                .. await gaps.NotesAsync(question, cancellationToken),
            ],
            Total = tallies.Count,
            Paging = paging,
            Choices =
            [
                new(lists.List(matching.Total), Queries.Find(question.Filter)),
                new(lists.Per(Phrase.LowerFirst(FieldTexts.In(question.Language).Label(Field.Member))), Queries.Count(question.Filter, Field.Member)),
                .. loaded.AreSeveral && all.Any(member => member.Region.IsGiven) ? [new Choice(lists.Per(Phrase.LowerFirst(FieldTexts.In(question.Language).Label(Field.Region))), Queries.Count(question.Filter, Field.Region))] : Array.Empty<Choice>(),
                .. found.Items.Take(2).Select(tally => new Choice(lists.Counted(tally.Label, tally.Count), Only(tally.Label))),
            ],
            Documents = (await catalog.VersionAsync(cancellationToken)).Documents,
        }.ToReply();

        Item Item(Tally tally) => MemberItems.Of(named[tally.Label], question.Language, texts.CommitmentCount(tally.Count)) with { Says = Only(tally.Label) };

        string Only(string member) => Queries.Find(question.Filter.OfContent() with { Members = [member] });
    }
}
