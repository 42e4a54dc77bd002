using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>The canonical queries that choices about commitments say.</summary>
public static class Queries
{
    public static string Find(Filter filter) => CanonicalQuery.Print(new Question { Verb = Verb.Find, Filter = filter });

    public static string Show(string id) => CanonicalQuery.Print(new Question { Verb = Verb.Show, Filter = OfIds(id) });

    public static string Cite(string id) => CanonicalQuery.Print(new Question { Verb = Verb.Cite, Filter = OfIds(id) });

    public static string Count(Filter filter, Field by) => CanonicalQuery.Print(new Question { Verb = Verb.Count, Filter = filter, By = by });

    public static string Compare(IEnumerable<string> ids) => CanonicalQuery.Print(new Question { Verb = Verb.Compare, Filter = OfIds([.. ids]) });

    public static string Pivot(Filter filter, Field rows, Field columns) =>
        CanonicalQuery.Print(new Question { Verb = Verb.Pivot, Filter = filter, By = rows, Across = columns });

    public static string Brief(Filter filter) => CanonicalQuery.Print(new Question { Verb = Verb.Brief, Filter = filter });

    public static string Resources(Filter filter) => CanonicalQuery.Print(new Question { Verb = Verb.Find, Topic = Topic.Resources, Filter = filter });

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
