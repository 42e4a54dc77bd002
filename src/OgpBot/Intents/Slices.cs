using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>One value of what a question groups by: its name, and the filter that finds its records.</summary>
public static class Slices
{
    /// <summary>Whether commitments can be grouped by it: types and formats are facts of resources, links and texts are each their own.</summary>
    public static bool CanGroup(Field by) => by is not (Field.Type or Field.Format or Field.Title or Field.Description or Field.Url);

    public static string Label(Field by, string value, Language language)
    {
        var texts = FieldTexts.In(language);
        return by switch
        {
            Field.Area when value.Length == 0 => texts.NoArea,
            _ when FactWords.StateOf(value) is { } missing => texts.Missing(missing),
            Field.Plan => texts.PlanName(int.Parse(value, CultureInfo.InvariantCulture)),
            Field.Star => texts.Star(IsStar(value)),
            _ => value,
        };
    }

    /// <summary>The records of <paramref name="filter"/> with this value; null when no filter says it.</summary>
    public static Filter? Of(Filter filter, Field by, string value) => by switch
    {
        // Areas in a filter are a union: a record found through one of them may be counted under another.
        Field.Area when value.Length == 0 => filter.Areas.Count == 0 ? filter with { NoArea = true } : null,
        Field.Area => filter.Areas.Count == 0 || filter.Areas.Contains(value) ? filter with { Areas = [value] } : null,
        _ when value.Length == 0 => null,
        Field.Year => filter with { Years = [OneYear(value)] },
        Field.Plan => filter with { Plans = [int.Parse(value, CultureInfo.InvariantCulture)] },
        Field.Member => filter with { Members = [value] },
        Field.Region => filter with { Regions = [value] },
        Field.Star => filter with { Starred = IsStar(value) },
        _ => filter with { Fields = [.. filter.Fields.Where(fact => fact.Field != by), new FieldIs(by, value)] },
    };

    public static string? Says(Filter filter, Field by, string value) => Of(filter, by, value) is { } slice ? Queries.Find(slice) : null;

    private static bool IsStar(string value) => value == "yes";

    private static YearRange OneYear(string value)
    {
        var year = int.Parse(value, CultureInfo.InvariantCulture);
        return new YearRange(year, year);
    }
}
