using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>The canonical queries that choices say.</summary>
public static class Queries
{
    public static string To(Verb verb, Topic topic, Filter? filter = null, Field? by = null) =>
        CanonicalQuery.Print(new Question { Verb = verb, Topic = topic, Filter = filter ?? Filter.None, By = by });

    public static string ToTerm(string term) => CanonicalQuery.Print(new Question { Verb = Verb.Explain, Topic = Topic.Glossary, Term = term });

    /// <summary>The resources of the newest year.</summary>
    public static string ToNewestResources(Filter? filter = null) =>
        CanonicalQuery.Print(new Question { Verb = Verb.Find, Topic = Topic.Resources, Filter = filter ?? Filter.None, Sort = Sort.Newest, Top = 1 });

    public static string Find(Filter filter) => To(Verb.Find, Topic.Commitments, filter);

    public static string Show(string id) => To(Verb.Show, Topic.Commitments, OfIds(id));

    public static string Cite(string id) => To(Verb.Cite, Topic.Commitments, OfIds(id));

    public static string Count(Filter filter, Field by) => To(Verb.Count, Topic.Commitments, filter, by);

    public static string Compare(IEnumerable<string> ids) => To(Verb.Compare, Topic.Commitments, OfIds([.. ids]));

    public static string Pivot(Filter filter, Field rows, Field columns) =>
        CanonicalQuery.Print(new Question { Verb = Verb.Pivot, Filter = filter, By = rows, Across = columns });

    public static string Brief(Filter filter) => To(Verb.Brief, Topic.Commitments, filter);

    public static string Resources(Filter filter) => To(Verb.Find, Topic.Resources, filter);

    public static Filter OfIds(params ReadOnlySpan<string> ids)
    {
        var ranges = new IdRange[ids.Length];
        for (var i = 0; i < ids.Length; i++)
        {
            ranges[i] = new IdRange(ids[i], ids[i]);
        }

        return new Filter { Ids = [.. ranges] };
    }
}
