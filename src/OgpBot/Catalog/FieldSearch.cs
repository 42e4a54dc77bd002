using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>What a value of a commitment's fact means as a condition, and as a label to count by.</summary>
internal static class FieldSearch
{
    // Of one value: more would be no name.
    private const int MostWords = 20;

    /// <summary>Facts that hold names: a value asks for its words, in any order.</summary>
    private static bool HoldsWords(Field field) => field is Field.Lead or Field.Supporting;

    /// <summary>How a given fact is kept for finding.</summary>
    public static string Written(Field field, string value) => HoldsWords(field) ? $" {Lexicon.Key(value)} " : Folding.Fold(value);

    /// <summary>
    /// True when the fact is any of the folded values, or holds all of the words of one; for descriptions and links, when it holds one.
    /// An empty value asks for records without the fact, "pending review" and its like for those that have no value for that reason.
    /// </summary>
    public static void Add(Conditions conditions, Field field, IReadOnlyList<string> values)
    {
        switch (field)
        {
            case Field.Year or Field.Plan:
                conditions.Add($"cast(r.{(field == Field.Year ? "year" : "plan")} as text) in @value", values);
                break;
            case Field.Star:
                conditions.Add("case r.starred when 1 then 'yes' else 'no' end in @value", values);
                break;
            case Field.Member:
                conditions.Add("lower(r.member) in @value", values);
                break;
            case Field.Region:
                conditions.Add("exists (select 1 from member m where m.name = r.member and lower(m.region) in @value)", values);
                break;
            case Field.Area:
                conditions.Add("r.number in (select commitment from commitment_area where folded in @value)", values);
                break;
            case Field.Title:
                conditions.AddPairs("instr(r.title_folded, v.column1) > 0", values, value => (value, value));
                break;
            case Field.Type or Field.Format:
                // Facts of resources.
                conditions.Add("0");
                break;
            case Field.Description or Field.Url:
                var column = field == Field.Description ? "description" : "url";
                conditions.AddPairs($"case v.column1 when '' then r.{column}_state = 0 else instr(lower(r.{column}), v.column1) > 0 end", values, value => (value, value));
                break;
            default:
                AddFact(conditions, field, values);
                break;
        }
    }

    private static void AddFact(Conditions conditions, Field field, IReadOnlyList<string> values)
    {
        // The plus keeps SQLite from visiting the wide rows one by one: it walks the narrow index of the order asked for.
        var facts = $"(select commitment from commitment_fact where field = '{field}'";
        List<string> any = values.Contains("") ? [$"+r.number not in {facts})"] : [];
        var byWords = values.ToLookup(value => HoldsWords(field) && FactWords.StateOf(value) is null);
        if (byWords[false].Where(value => value.Length > 0).ToList() is { Count: > 0 } exact)
        {
            // The plus keeps SQLite from fetching each of thousands of whole rows: an index of theirs has what is asked for.
            any.Add($"+r.number in {facts} and folded in {conditions.Name(exact)})");
        }

        any.AddRange(byWords[true].Select(value => LinkWords.Telling(value).Take(MostWords).Select(word => $"instr(folded, {conditions.Name($" {word} ")}) > 0"))
            .Select(words => $"+r.number in {facts} and {string.Join(" and ", words.DefaultIfEmpty("0"))})"));
        conditions.Add($"({string.Join(" or ", any)})");
    }

    /// <summary>How commitments are labelled when they are counted by a fact; the join that the label needs, if any.</summary>
    /// <param name="alias">Of the joined table: two may stand in one query.</param>
    /// <exception cref="ArgumentOutOfRangeException">Nothing to count by.</exception>
    public static (string Label, string Join) Label(Field field, string alias) => field switch
    {
        Field.Area => ($"coalesce({alias}.area, '')", $"left join commitment_area {alias} on {alias}.commitment = r.number"),
        Field.Year => ("cast(r.year as text)", ""),
        Field.Plan => ("cast(r.plan as text)", ""),
        Field.Member => ("r.member", ""),
        Field.Region => ($"coalesce({alias}.region, '')", $"join member {alias} on {alias}.name = r.member"),
        Field.Star => ("case r.starred when 1 then 'yes' else 'no' end", ""),
        Field.Title => ("r.title", ""),
        Field.Lead => Known("lead"),
        Field.Supporting => Known("supporting"),
        Field.Status => Known("status"),
        Field.Completion => Known("completion"),
        Field.Impact => Known("impact"),
        Field.EarlyResults => Known("early_results"),
        Field.Start => Known("start_date"),
        Field.End => Known("end_date"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Commitments are not counted by this."),
    };

    /// <summary>The same for resources.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Nothing to count by.</exception>
    public static (string Label, string Join) ResourceLabel(Field field) => field switch
    {
        Field.Year => ("cast(r.year as text)", ""),
        Field.Member => ("r.member", ""),
        Field.Region => ("coalesce(m.region, '')", "join member m on m.name = r.member"),
        Field.Type => ("coalesce(r.type, '')", ""),
        Field.Format => ("coalesce(r.format, '')", ""),
        Field.Plan => ("coalesce(cast(p.plan as text), '')", "left join resource_plan p on p.resource = r.number"),
        _ => throw new ArgumentOutOfRangeException(nameof(field), field, "Resources are not counted by this."),
    };

    private static (string Label, string Join) Known(string column) => (FactWords.Label(column), "");
}
