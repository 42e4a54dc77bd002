using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What the catalog holds about one member, or about the few that are named.</summary>
public sealed class ShowMember(CatalogStore catalog) : IIntent
{
    /// <summary>More would not fit on one card.</summary>
    private const int MostMembers = 3;

    public string Name => "show-member";

    public IReadOnlyList<string> Examples => ["when did Peru join OGP?", "tell me about Peru", "¿cuándo se unió Perú a OGP?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Members) && IsOne(question.Filter);

    /// <summary>True when members are named and nothing is asked of what they have.</summary>
    public static bool IsOne(Filter filter) => filter.Members.Count > 0 && filter.OfContent() == Filter.None;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var loaded = await LoadedMembers.ReadAsync(catalog, cancellationToken);
        if (loaded.HasNoneOf(question))
        {
            return loaded.NotLoaded(question, Name);
        }

        var all = await catalog.MembersAsync(cancellationToken);
        Member[] shown = [.. all.Where(member => question.Filter.Members.Contains(member.Name)).Take(MostMembers)];
        var blocks = new List<Block>();
        foreach (var member in shown)
        {
            blocks.Add(new Detail(MemberItems.Of(member, question.Language), await FactsAsync(member, question.Language, cancellationToken)));
        }

        return new Draft(question, Name, string.Join(' ', shown.Select(member => MemberItems.Joined(member, question.Language))))
        {
            Blocks = [.. blocks, .. loaded.Notes(question)],
            Total = shown.Length,
            Choices = Choices(shown, MemberTexts.In(question.Language)),
            Sources = shown.Select(member => member.Source),
        }.ToReply();
    }

    private async Task<IReadOnlyList<Fact>> FactsAsync(Member member, Language language, CancellationToken cancellationToken)
    {
        var texts = MemberTexts.In(language);
        var fields = FieldTexts.In(language);
        var filter = new Filter { Members = [member.Name] };
        var plans = await catalog.PlansAsync(filter, cancellationToken);
        var resources = await catalog.FindResourcesAsync(filter, Sort.Newest, 0, 1, cancellationToken);
        return
        [
            new(texts.Since, fields.Value(member.Since)),
            new(texts.CurrentPlan, plans.FirstOrDefault(plan => plan.Current) is { } current ? PlanItems.Named(current) : fields.NotInSource),
            new(texts.Plans, $"{plans.Count}"),
            new(texts.Commitments, Phrase.Number(await catalog.CountCommitmentsAsync(filter, cancellationToken))),
            new(texts.Starred, Phrase.Number(await catalog.CountCommitmentsAsync(filter with { Starred = true }, cancellationToken))),
            new(texts.Resources, Phrase.Number(resources.Total)),
            new(texts.Region, fields.Value(member.Region)),
            new(texts.Prefix, member.Prefix),
        ];
    }

    private static IEnumerable<Choice> Choices(IEnumerable<Member> shown, MemberTexts texts)
    {
        var filter = new Filter { Members = shown.Select(member => member.Name).ToValues() };
        return
        [
            new(texts.Commitments, Queries.To(Verb.Find, Topic.Commitments, filter)),
            new(texts.Plans, Queries.To(Verb.Find, Topic.Plans, filter)),
            new(texts.Starred, Queries.To(Verb.Find, Topic.Commitments, filter with { Starred = true })),
            new(texts.Areas, Queries.To(Verb.Rank, Topic.Commitments, filter, Field.Area)),
            new(texts.Resources, Queries.To(Verb.Find, Topic.Resources, filter)),
            new(texts.Performance, Queries.To(Verb.Find, Topic.Performance, filter)),
        ];
    }
}
