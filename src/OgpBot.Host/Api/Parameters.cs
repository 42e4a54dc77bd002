using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Host.Api;

/// <summary>The parameters that requests for records may have: the filters of the canonical query, with the same values.</summary>
internal static class Parameters
{
    public static readonly QueryParameter Country = new("country", "the name of a member, in English or as it writes itself, or its ID prefix", "Peru",
        (selection, value, vocabulary) => Member(value, vocabulary) is not { } member ? null
            : Filtered(selection, filter => filter with { Members = [.. filter.Members, member] }))
    {
        Choices = vocabulary => vocabulary.Members.Where(member => member.LastId is not null).Select(member => member.Name),
    };

    public static readonly QueryParameter Id = new("id", "an ID such as PE0062, or a range such as PE0099..PE0101", "PE0062",
        (selection, value, _) => IdRanges.Parse(value) is not { } range ? null
            : Filtered(selection, filter => filter with { Ids = [.. filter.Ids, range] }));

    public static readonly QueryParameter Area = new("area", "a policy area, one to leave out such as -Justice, or none", "Justice",
        (selection, value, vocabulary) => value.Equals("none", StringComparison.OrdinalIgnoreCase)
            ? Filtered(selection, filter => filter with { NoArea = true })
            : Signed(selection, value, text => Named(text, SenseKind.Area, vocabulary.Areas),
                (filter, area) => filter with { Areas = [.. filter.Areas, area] },
                (filter, area) => filter with { NotAreas = [.. filter.NotAreas, area] }))
    {
        Choices = vocabulary => vocabulary.Areas,
    };

    public static readonly QueryParameter Year = new("year", "a year such as 2017, a range such as 2015..2017, >=2017, >2017, <=2017 or <2017, or one to leave out such as -2012", "2015..2017",
        (selection, value, _) => Signed(selection, value, YearRanges.Parse,
            (filter, years) => filter with { Years = [.. filter.Years, years] },
            (filter, years) => filter with { NotYears = [.. filter.NotYears, years] }));

    public static readonly QueryParameter Plan = new("plan", "the number of an action plan, one to leave out such as -1, or current", "current",
        (selection, value, _) => value.Equals("current", StringComparison.OrdinalIgnoreCase)
            ? Filtered(selection, filter => filter with { CurrentPlan = true })
            : Signed(selection, value, text => Number(text, 1, 99),
                (filter, plan) => filter with { Plans = [.. filter.Plans, plan!.Value] },
                (filter, plan) => filter with { NotPlans = [.. filter.NotPlans, plan!.Value] }));

    public static readonly QueryParameter Starred = new("starred", "true or false", "true",
        (selection, value, _) => bool.TryParse(value, out var starred) ? Filtered(selection, filter => filter with { Starred = starred }) : null)
    {
        Repeats = false,
    };

    public static readonly QueryParameter Type = new("type", "a type of resource, or one to leave out such as -Action Plan", "IRM Report",
        (selection, value, vocabulary) => Signed(selection, value, text => Named(text, SenseKind.Type, vocabulary.ResourceTypes),
            (filter, type) => filter with { Types = [.. filter.Types, type] },
            (filter, type) => filter with { NotTypes = [.. filter.NotTypes, type] }))
    {
        Choices = vocabulary => vocabulary.ResourceTypes,
    };

    public static readonly QueryParameter Format = new("format", "a format of resources", "Download",
        (selection, value, vocabulary) => Named(value, SenseKind.Format, vocabulary.ResourceFormats) is not { } format ? null
            : Filtered(selection, filter => filter with { Formats = [.. filter.Formats, format] }))
    {
        Choices = vocabulary => vocabulary.ResourceFormats,
    };

    public static readonly QueryParameter Words = new("q", "words that the title holds, all of them; -word for one that it does not hold", "open data",
        (selection, value, _) => value.Length > 0 && Folding.Words(value).Count == 0 ? null
            : Filtered(selection, filter => value.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(filter, WithWord)))
    {
        Repeats = false,
    };

    public static readonly QueryParameter Sort = new("sort", "newest, oldest, id or title", "newest",
        (selection, value, _) => !int.TryParse(value, out var _) && Enum.TryParse<Sort>(value, ignoreCase: true, out var sort) ? selection with { Sort = sort } : null)
    {
        Repeats = false,
    };

    public static readonly QueryParameter Page = new("page", "the number of a page, from 1 to 1000000", "1",
        (selection, value, _) => Number(value, 1, Selection.LastPage) is not { } page ? null : selection with { Page = page })
    {
        Repeats = false,
    };

    public static readonly QueryParameter Size = new("size", "records on a page, from 1 to 100", "20",
        (selection, value, _) => Number(value, 1, Selection.LargestSize) is not { } size ? null : selection with { Size = size })
    {
        Repeats = false,
    };

    /// <summary>PE0062 for "pe62"; null when it is not one ID.</summary>
    public static string? IdOf(string text) => IdRanges.Parse(text) is { } range && range.First == range.Last ? range.First : null;

    private static int? Number(string text, int least, int most) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most ? number : null;

    private static Selection Filtered(Selection selection, Func<Filter, Filter> narrow) => selection with { Filter = narrow(selection.Filter) };

    private static Filter WithWord(Filter filter, string word) => word is ['-', .. var rest]
        ? filter with { NotWords = [.. filter.NotWords, .. Folding.Words(rest)] }
        : filter with { Words = [.. filter.Words, .. Folding.Words(word)] };

    private static Selection? Signed<T>(Selection selection, string value, Func<string, T?> read, Func<Filter, T, Filter> with, Func<Filter, T, Filter> without) =>
        value is ['-', .. var rest] && read(rest) is { } unwanted ? Filtered(selection, filter => without(filter, unwanted))
        : read(value) is { } wanted ? Filtered(selection, filter => with(filter, wanted))
        : null;

    private static string? Member(string text, Vocabulary vocabulary)
    {
        var name = Lexicon.Shipped.MemberName(text) ?? text;
        return vocabulary.Members.FirstOrDefault(member => Same(member.Name, name) || member.Prefix.Equals(text, StringComparison.OrdinalIgnoreCase))?.Name;
    }

    /// <summary>By its name in the catalog, or by another that the lexicon knows.</summary>
    private static string? Named(string text, SenseKind kind, IReadOnlyList<string> names) => names.FirstOrDefault(name => Same(name, text))
        ?? Lexicon.Shipped.Phrases.Where(phrase => phrase.Phrase == Lexicon.Key(text) && phrase.Sense.Kind == kind)
            .Select(phrase => phrase.Sense.Value).FirstOrDefault(names.Contains);

    private static bool Same(string name, string text) => Lexicon.Key(name) == Lexicon.Key(text);
}
