using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Texts;

namespace OgpBot.Digests;

/// <summary>Records as a digest shows them: their member first when there are several, then what changed.</summary>
internal sealed class DigestItems(Language language, IReadOnlyDictionary<string, News> news, bool withMember)
{
    private readonly DigestTexts texts = DigestTexts.In(language);

    // A link leads to a document; a card about it would say no more than this line.
    public Item Of(Resource resource) => Of(Items.Of(resource, language, withMember: false), resource.Key, resource.Member);

    public Item Of(Post post) => Of(new Item(ItemKind.Post, post.Key, post.Title), post.Key, post.Member);

    public Item Of(ActionPlan plan) => Of(PlanItems.Of(plan, language, withMember: false), Fingerprint.KeyOf(plan), plan.Member);

    public Item Of(Commitment commitment) => Of(Items.Of(commitment, language, withMember: false), commitment.Id, commitment.Member);

    private Item Of(Item item, string key, string member)
    {
        string[] labelled = withMember ? [member] : [];
        // What changed says more than what stayed.
        var facts = Changed(news[key]).ToList();
        return item with { Details = [.. labelled, .. facts.Count > 0 ? facts : item.Details] };
    }

    private IEnumerable<string> Changed(News one) => one.ChangesFacts
        ? CommitmentFacts.Compare(one.Before, one.After).Select(change => change.Field == Field.Star
            ? texts.Star(change.Now.IsGiven)
            : DigestTexts.Fact(FieldTexts.In(language).Label(change.Field), FieldTexts.In(language).Value(change.Was), FieldTexts.In(language).Value(change.Now)))
        : [];
}
