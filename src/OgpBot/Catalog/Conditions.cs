using Dapper;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>
/// Grows a where clause. Every fragment is text of this program; every value is a parameter, so nothing that was typed reaches SQL.
/// The record's table is aliased r.
/// </summary>
internal sealed class Conditions
{
    // Words of one full-text expression: SQLite refuses expressions nested too deeply.
    private const int WordsAtOnce = 40;

    private readonly List<string> conditions = [];

    public DynamicParameters Parameters { get; } = new();

    public string Where => conditions.Count == 0 ? "" : $"where {string.Join(" and ", conditions)}";

    /// <summary>A fragment without values.</summary>
    public void Add(string condition) => conditions.Add(condition);

    /// <summary>A fragment with one value or list of values, named @value in it.</summary>
    public void Add(string condition, object value) => conditions.Add(condition.Replace("@value", Name(value)));

    /// <summary>A list condition, left out when nothing is listed: "r.member in @value".</summary>
    public void AddIn<T>(string condition, IReadOnlyCollection<T> values)
    {
        if (values.Count > 0)
        {
            Add(condition, values);
        }
    }

    /// <summary>True when any pair holds. The condition sees pairs as v.column1 and v.column2: "r.year between v.column1 and v.column2".</summary>
    public void AddPairs<T>(string condition, IReadOnlyCollection<T> pairs, Func<T, (object First, object Last)> pair, bool not = false)
    {
        if (pairs.Count == 1)
        {
            // One pair needs no table, and lets an index help.
            var (first, last) = pair(pairs.First());
            var direct = condition.Replace("v.column1", Name(first)).Replace("v.column2", Name(last));
            Add(not ? $"not ({direct})" : direct);
        }
        else if (pairs.Count > 1)
        {
            Add($"{(not ? "not " : "")}exists (select 1 from ({Pairs(pairs, pair)}) v where {condition})");
        }
    }

    /// <summary>A table of pairs whose columns are column1 and column2.</summary>
    public string Pairs<T>(IEnumerable<T> pairs, Func<T, (object First, object Last)> pair) =>
        $"values {string.Join(", ", pairs.Select(pair).Select(ends => $"({Name(ends.First)}, {Name(ends.Last)})"))}";

    /// <summary>A full-text condition on words to find, all of them or any; left out without words.</summary>
    /// <param name="table">The full-text table whose rowid is the record's number.</param>
    public void AddWords(string table, Values<string> words, bool any, bool not)
    {
        if (words.Count == 0)
        {
            return;
        }

        // A word of signs only holds no token: nothing can hold it, and full text would take it for no condition at all.
        var phrases = words.Select(Phrase).ToList();
        var sound = phrases.OfType<string>().ToList();
        if (sound.Count == 0 || (!any && !not && sound.Count < phrases.Count))
        {
            Add(not ? "1" : "0");
            return;
        }

        var parts = sound.Chunk(WordsAtOnce).Select(chunk => Name(string.Join(any || not ? " OR " : " AND ", chunk)))
            .Select(match => $"+r.number in (select rowid from {table} where {table} match {match})").ToList();
        Add(not ? $"not ({string.Join(" or ", parts)})" : $"({string.Join(any ? " or " : " and ", parts)})");
    }

    // Quoted, and made of letters and digits only: no full-text syntax can come in.
    // A bar stands between alternatives of one word: sanitation|sewage.
    private static string? Phrase(string word) => word.Split('|').Select(Folding.Words).Where(words => words.Count > 0).Select(Quoted).ToList() switch
    {
        [] => null,
        [var only] => only,
        var several => $"({string.Join(" OR ", several)})",
    };

    /// <summary>Words that stand together, for a full-text expression. They are letters and digits only, so no syntax can come in.</summary>
    public static string Quoted(IReadOnlyList<string> words) => $"\"{string.Join(' ', words)}\"";

    /// <summary>Makes the value a parameter; its name for a fragment.</summary>
    public string Name(object value)
    {
        var name = $"p{Parameters.ParameterNames.Count()}";
        Parameters.Add(name, value);
        return $"@{name}";
    }
}
