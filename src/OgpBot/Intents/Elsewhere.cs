using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What few members have: tables, documents and posts come from their pages, commitments from everywhere.</summary>
internal static class Elsewhere
{
    private const int MostOffered = 3;

    /// <summary>Says who has it, where the members asked for have nothing of the kind; null where nobody else has either.</summary>
    public static Reply? Answer(Question question, string intent, IEnumerable<string> holders)
    {
        string[] others = [.. holders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        var members = question.Filter.OfMembers();
        if (others.Length == 0 || members == Filter.None)
        {
            return null;
        }

        return new Draft(question, intent, MemberTexts.In(question.Language).OnlyOf(FilterWords.In(question.Language).Sentence(members), others))
        {
            Total = 0,
            Choices =
            [
                .. others.Take(MostOffered).Select(name => new Choice(name, CanonicalQuery.Print(question with { Filter = new Filter { Members = [name] }, Page = 1 }))),
                new(MemberTexts.In(question.Language).Commitments, Queries.Find(members)),
            ],
        }.ToReply();
    }
}
