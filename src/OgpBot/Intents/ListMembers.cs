using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Which countries and localities are loaded.</summary>
public sealed class ListMembers(CatalogStore catalog) : IIntent
{
    public string Name => "list-members";

    public IReadOnlyList<string> Examples => ["which countries are loaded?", "list members", "¿qué países están cargados?"];

    public bool Answers(Question question) => question.AsksAbout(Topic.Members) && question.Filter.Members.Count == 0;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = MemberTexts.In(question.Language);
        var all = await catalog.MembersAsync(cancellationToken);
        var counts = await catalog.TallyCommitmentsAsync(Filter.None, Field.Member, cancellationToken);
        var commitments = counts.ToDictionary(tally => tally.Label, tally => tally.Count, StringComparer.Ordinal);
        var (found, paging) = await Paging.ReadAsync(question.Page, ShortList.Pages(all));

        return new Draft(question, Name, texts.Loaded(all.Count, all.Select(member => member.Name).FirstOrDefault("")))
        {
            Blocks = [paging.List([.. found.Items.Select(member => MemberItems.Of(member, question.Language, texts.CommitmentCount(commitments.GetValueOrDefault(member.Name))))])],
            Total = all.Count,
            Paging = paging,
            Choices =
            [
                .. found.Items.Take(3).Select(member => new Choice(member.Name, Queries.To(Verb.Show, Topic.Members, new Filter { Members = [member.Name] }))),
                new(texts.Plans, Queries.To(Verb.Find, Topic.Plans)),
                new(texts.Data, Queries.To(Verb.Find, Topic.Data)),
            ],
            Sources = found.Items.Select(member => member.Source),
        }.ToReply();
    }
}
