using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>What a value of a commitment's fact means as a condition, and as a label to count by.</summary>
internal static class FieldSearch
{
    /// <summary>The commitments of any of the folded areas.</summary>
    public const string OfAreas = "(select c.commitment from area a join commitment_area c on c.area = a.number where a.folded in @value)";

    // Of one value: more would be no name.
    private const int MostWords = 20;

    /// <summary>
    /// True when the fact is any of the folded values; of names, when it holds all words of one; of descriptions, when the words of one stand together in it.
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
            case Field.Area when !values.Contains(""):
                conditions.Add($"r.number in {OfAreas}", values);
                break;
            case Field.Title:
                conditions.AddPairs("instr(r.title_folded, v.column1) > 0", values, value => (value, value));
                break;
            case Field.Type or Field.Format:
                // Facts of resources.
                conditions.Add("0");
                break;
            case Field.Url:
                conditions.AddPairs("case v.column1 when '' then r.url_state = 0 else instr(lower(r.url), v.column1) > 0 end", values, value => (value, value));
                break;
            default:
                AddFact(conditions, field, values);
                break;
        }
    }

    private static void AddFact(Conditions conditions, Field field, IReadOnlyList<string> values)
    {
        var byWords = values.ToLookup(value => Column(field) is not null && FactWords.StateOf(value) is null);
        List<string> any = [];
        if (byWords[false].ToList() is { Count: > 0 } exact)
        {
            // The plus keeps SQLite from fetching each of thousands of whole rows: an index of theirs has what is asked for.
            any.Add($"+r.number in (select c.value from commitment_fact f, json_each(f.commitments) c where f.field = '{field}' and f.folded in {conditions.Name(exact)})");
        }

        if (byWords[true].Select(value => Words(field, value)).OfType<string>().ToList() is { Count: > 0 } words)
        {
            any.Add($"+r.number in (select rowid from commitment_text where commitment_text match {conditions.Name(string.Join(" OR ", words))})");
        }

        conditions.Add($"({string.Join(" or ", any.DefaultIfEmpty("0"))})");
    }

    // Where full text holds the words of a fact.
    private static string? Column(Field field) => field switch
    {
        Field.Lead => "lead",
        Field.Supporting => "supporting",
        Field.Description => "description",
        _ => null,
    };

    // Names by all of their words in any order, descriptions by words that stand together. Null when nothing can hold the value.
    private static string? Words(Field field, string value)
    {
        List<string> words = [.. (field == Field.Description ? Folding.Words(value) : LinkWords.Telling(value)).Take(MostWords)];
        return words.Count == 0 ? null
            : field == Field.Description ? $"{Column(field)} : {Conditions.Quoted(words)}"
            : $"{Column(field)} : ({string.Join(" AND ", words.Select(word => Conditions.Quoted([word])))})";
    }

    /// <summary>How resources are labelled when they are counted by a fact; the join that the label needs, if any. Commitments are counted by the <see cref="Ledger"/>.</summary>
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
}
