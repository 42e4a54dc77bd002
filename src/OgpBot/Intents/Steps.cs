using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>What a choice says to lead to another answer.</summary>
internal static class Steps
{
    public static string To(Verb verb, Topic topic, Filter? filter = null, Field? by = null) =>
        CanonicalQuery.Print(new Question { Verb = verb, Topic = topic, Filter = filter ?? Filter.None, By = by });

    public static string ToTerm(string term) => CanonicalQuery.Print(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = term });

    /// <summary>The resources of the newest year.</summary>
    public static string ToNewestResources(Filter? filter = null) =>
        CanonicalQuery.Print(new Question { Verb = Verb.Find, Topic = Topic.Resources, Filter = filter ?? Filter.None, Sort = Sort.Newest, Top = 1 });
}
