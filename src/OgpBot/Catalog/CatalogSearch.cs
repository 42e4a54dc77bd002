using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>What a <see cref="Filter"/> means for each kind of record. Filters that a kind has no facts for are passed over.</summary>
internal static class CatalogSearch
{
    public static Conditions Commitments(Filter filter)
    {
        var conditions = new Conditions();
        AddMembers(conditions, filter);
        switch (filter.Ids)
        {
            case []:
                break;
            case [var (first, last)] when first == last:
                conditions.Add("r.id = @value", first);
                break;
            default:
                var ranges = conditions.Pairs(filter.Ids, range => (range.First, range.Last));
                conditions.Add($"r.id in (select k.id from ({ranges}) v cross join commitment k on k.id between v.column1 and v.column2)");
                break;
        }

        conditions.AddIn($"r.number in {FieldSearch.OfAreas}", Folded(filter.Areas));
        conditions.AddIn($"r.number not in {FieldSearch.OfAreas}", Folded(filter.NotAreas));
        if (filter.NoArea)
        {
            FieldSearch.Add(conditions, Field.Area, [""]);
        }

        AddYears(conditions, filter);
        AddPlans(conditions, filter, "r.plan");
        if (filter.Starred is { } starred)
        {
            conditions.Add("r.starred = @value", starred ? 1 : 0);
        }

        foreach (var group in filter.Fields.GroupBy(field => field.Field))
        {
            FieldSearch.Add(conditions, group.Key, [.. group.Select(field => Folding.Fold(field.Value))]);
        }

        if (filter.Title is { } title)
        {
            conditions.Add("(r.title_folded = @value or (r.title_right = @value and r.title_right <> r.title_folded))", Folding.Fold(title));
        }
        else
        {
            conditions.AddWords("commitment_words", filter.Words, filter.AnyWord, not: false);
        }

        conditions.AddWords("commitment_words", filter.NotWords, any: true, not: true);
        return conditions;
    }

    /// <summary>Years are those of publication. A plan is one that the title names, by number or span.</summary>
    public static Conditions Resources(Filter filter)
    {
        var conditions = new Conditions();
        AddMembers(conditions, filter);
        AddYears(conditions, filter);
        conditions.AddIn("r.number in (select resource from resource_plan where plan in @value)", filter.Plans);
        conditions.AddIn("r.number not in (select resource from resource_plan where plan in @value)", filter.NotPlans);
        if (filter.CurrentPlan)
        {
            conditions.Add("exists (select 1 from resource_plan p join member m on m.name = r.member where p.resource = r.number and p.plan = m.current_plan)");
        }

        conditions.AddIn("r.type_folded in @value", Folded(filter.Types));
        conditions.AddIn("r.type_folded not in @value", Folded(filter.NotTypes));
        conditions.AddIn("r.format_folded in @value", Folded(filter.Formats));
        AddTitle(conditions, filter, "resource_words");
        return conditions;
    }

    public static Conditions Posts(Filter filter)
    {
        var conditions = new Conditions();
        AddMembers(conditions, filter);
        AddTitle(conditions, filter, "post_words");
        return conditions;
    }

    /// <summary>For records of a plan, whose number is in <paramref name="plan"/> and whose member is joined as m.</summary>
    public static Conditions OfPlans(Filter filter, string plan)
    {
        var conditions = new Conditions();
        AddMembers(conditions, filter);
        AddPlans(conditions, filter, plan);
        var year = $"(select y.year from plan y where y.member = r.member and y.number = {plan})";
        conditions.AddPairs($"{year} between v.column1 and v.column2", filter.Years, Ends);
        conditions.AddPairs($"{year} between v.column1 and v.column2", filter.NotYears, Ends, not: true);
        return conditions;
    }

    public static Conditions OfMembers(Filter filter)
    {
        var conditions = new Conditions();
        AddMembers(conditions, filter);
        return conditions;
    }

    public static Conditions GlobalReport(Filter filter)
    {
        var conditions = OfMembers(filter);
        conditions.AddIn("r.dimension_folded in @value", Folded(filter.Dimensions));
        return conditions;
    }

    private static void AddMembers(Conditions conditions, Filter filter)
    {
        // "Local governments in Argentina": Buenos Aires is a member of its own, named with its country.
        conditions.AddIn(filter.Level == MemberLevel.Local ? "r.member in (select name from member where name in @value or substr(name, instr(name, ', ') + 2) in @value)" : "r.member in @value", filter.Members);
        conditions.AddIn("r.member not in @value", filter.NotMembers);
        conditions.AddIn("r.member in (select name from member where region in @value)", filter.Regions);
        conditions.AddIn("r.member not in (select name from member where region in @value)", filter.NotRegions);
        if (filter.Level is { } level)
        {
            conditions.Add("r.member in (select name from member where level like @value)", $"%{level}%");
        }
    }

    private static void AddYears(Conditions conditions, Filter filter)
    {
        conditions.AddPairs("r.year between v.column1 and v.column2", filter.Years, Ends);
        conditions.AddPairs("r.year between v.column1 and v.column2", filter.NotYears, Ends, not: true);
    }

    private static void AddPlans(Conditions conditions, Filter filter, string plan)
    {
        conditions.AddIn($"{plan} in @value", filter.Plans);
        conditions.AddIn($"{plan} not in @value", filter.NotPlans);
        if (filter.CurrentPlan)
        {
            conditions.Add($"{plan} = (select current_plan from member where name = r.member)");
        }
    }

    private static void AddTitle(Conditions conditions, Filter filter, string words)
    {
        if (filter.Title is { } title)
        {
            conditions.Add("r.title_folded = @value", Folding.Fold(title));
        }
        else
        {
            conditions.AddWords(words, filter.Words, filter.AnyWord, not: false);
        }

        conditions.AddWords(words, filter.NotWords, any: true, not: true);
    }

    private static List<string> Folded(IEnumerable<string> names) => [.. names.Select(Folding.Fold)];

    private static (object, object) Ends(YearRange range) => (range.From ?? int.MinValue, range.To ?? int.MaxValue);
}
