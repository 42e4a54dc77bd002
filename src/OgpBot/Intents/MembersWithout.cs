using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>"Which countries have no commitments on lobbying": those that have none, and not those that have others too.</summary>
internal sealed class MembersWithout(CatalogStore catalog)
{
    /// <summary>What the members lack; null when nothing is negated, or members are named.</summary>
    public static Filter? Wanted(Filter filter) => filter.Members.Count > 0 ? null : filter switch
    {
        { NotAreas: { Count: > 0 } lacking, Areas.Count: 0, NoArea: false } => filter with { NotAreas = [], Areas = lacking },
        { Starred: false } => filter with { Starred = true },
        _ => null,
    };

    /// <param name="among">The members that are asked about, by name.</param>
    public async Task<Reply> AnswerAsync(string intent, Question question, Filter wanted, IReadOnlyList<Member> among, CancellationToken cancellationToken)
    {
        var (texts, words) = (MemberTexts.In(question.Language), FilterWords.In(question.Language));
        var having = (await catalog.TallyCommitmentsAsync(wanted, Field.Member, cancellationToken)).Select(tally => tally.Label).ToHashSet(StringComparer.Ordinal);
        var counts = (await catalog.TallyCommitmentsAsync(Filter.None, Field.Member, cancellationToken)).ToDictionary(tally => tally.Label, tally => tally.Count, StringComparer.Ordinal);
        Member[] members = [.. among.Where(member => !having.Contains(member.Name))];
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(members));
        return new Draft(question, intent, texts.Lacking(members.Length, among.Count, words.Sentence(wanted)))
        {
            Blocks = members.Length == 0 ? [] : [paging.List([.. found.Items.Select(member => MemberItems.Of(member, question.Language, texts.CommitmentCount(counts.GetValueOrDefault(member.Name))))])],
            Total = members.Length,
            Paging = paging,
            Choices = having.Count == 0 ? [] : [new(texts.ThoseThatHave(having.Count), Queries.To(Verb.Find, Topic.Members, wanted))],
            Documents = (await catalog.VersionAsync(cancellationToken)).Documents,
        }.ToReply();
    }
}
