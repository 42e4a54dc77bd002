using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>The answer when every member that a question names is missing from the catalog.</summary>
internal static class Loading
{
    public static bool HasNoneOf(this LoadedMembers loaded, Question question) =>
        question.Filter.Members.Count > 0 && loaded.MissingOf(question.Filter).Count == question.Filter.Members.Count;

    /// <summary>The way to all of them, where a sentence names only a few.</summary>
    public static IEnumerable<Choice> ListChoice(this LoadedMembers loaded, Language language) => loaded.AreSeveral
        ? [new(NothingTexts.In(language).ListMembers(loaded.Names.Count), Queries.To(Verb.Find, Topic.Members))]
        : [];

    /// <summary>Offers the same question about what is loaded.</summary>
    public static Reply NotLoaded(this LoadedMembers loaded, Question question, string intent) =>
        new Draft(question, intent, loaded.NoDataFor(loaded.MissingOf(question.Filter), question.Language))
        {
            Total = 0,
            Choices =
            [
                .. loaded.Names.Take(3).Select(name => new Choice(name, CanonicalQuery.Print(question with { Filter = question.Filter with { Members = [name] }, Page = 1 }))),
                .. loaded.ListChoice(question.Language),
                new(MemberTexts.In(question.Language).Data, Queries.To(Verb.Find, Topic.Data)),
            ],
        }.ToReply();
}
