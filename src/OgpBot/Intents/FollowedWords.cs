using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What is followed, in words.</summary>
internal static class FollowedWords
{
    /// <summary>"resources: Peru; starred commitments". Lists with the same conditions share them: "resources and commitments: Peru".</summary>
    public static string Of(IReadOnlyList<Question> lists, Language language)
    {
        var texts = DigestTexts.In(language);
        return string.Join("; ", lists.GroupBy(list => list.Filter).Select(same => Scoped(Phrase.And([.. same.Select(list => texts.List(list.Topic)).Distinct()], language), same.Key, language)));
    }

    /// <summary>As stored, where the catalog can no longer read it.</summary>
    public static string Of(Subscription subscription, IReadOnlyList<Question> lists, Language language) => lists.Count > 0 ? Of(lists, language) : string.Join("; ", subscription.Queries);

    private static string Scoped(string lists, Filter filter, Language language) =>
        FilterWords.In(language).Sentence(filter) switch
        {
            "" => lists,

            // An ID says what it is.
            var scope when filter == new Filter { Ids = filter.Ids } => scope,
            var scope => $"{lists}: {scope}",
        };
}
