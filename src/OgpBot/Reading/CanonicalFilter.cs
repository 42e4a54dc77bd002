using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>The filter part of a canonical query: one key and value for each condition.</summary>
internal static class CanonicalFilter
{
    private static readonly Dictionary<Field, string> FieldKeys = new()
    {
        [Field.Lead] = "lead",
        [Field.Supporting] = "supporting",
        [Field.Status] = "status",
        [Field.Completion] = "completion",
        [Field.Impact] = "impact",
        [Field.EarlyResults] = "results",
        [Field.Start] = "start",
        [Field.End] = "end",
        [Field.Description] = "description",
    };

    public static IEnumerable<(string Key, string Value)> Pairs(Filter filter) =>
    [
        .. filter.Members.Select(member => ("country", Folding.Fold(member))),
        .. filter.NotMembers.Select(member => ("-country", Folding.Fold(member))),
        .. Flag(filter.AllMembers, "country", "all"),
        .. filter.Regions.Select(region => ("region", Folding.Fold(region))),
        .. filter.NotRegions.Select(region => ("-region", Folding.Fold(region))),
        .. filter.Level is { } level ? new[] { ("level", Folding.Fold($"{level}")) } : [],
        .. filter.Ids.Select(range => ("id", (range.First == range.Last ? range.First : $"{range.First}..{range.Last}").ToLowerInvariant())),
        .. filter.Areas.Select(area => ("area", Folding.Fold(area))),
        .. filter.NotAreas.Select(area => ("-area", Folding.Fold(area))),
        .. Flag(filter.NoArea, "area", "none"),
        .. filter.Years.Select(years => ("year", Years(years))),
        .. filter.NotYears.Select(years => ("-year", Years(years))),
        .. filter.Plans.Select(plan => ("plan", Number(plan))),
        .. filter.NotPlans.Select(plan => ("-plan", Number(plan))),
        .. Flag(filter.CurrentPlan, "plan", "current"),
        .. Flag(filter.Starred == true, "is", "starred"),
        .. Flag(filter.Starred == false, "-is", "starred"),
        .. filter.Fields.Select(field => (FieldKeys[field.Field], Folding.Fold(field.Value))),
        .. filter.Types.Select(type => ("type", Folding.Fold(type))),
        .. filter.NotTypes.Select(type => ("-type", Folding.Fold(type))),
        .. filter.Formats.Select(format => ("format", Folding.Fold(format))),
        .. filter.Dimensions.Select(dimension => ("dimension", Folding.Fold(dimension))),
        .. filter.Title is { } title ? new[] { ("title", title) } : [],
        .. filter.Words.Select(word => ("word", word)),
        .. filter.NotWords.Select(word => ("-word", word)),
        .. Flag(filter.AnyWord, "match", "any"),
    ];

    /// <summary>The filter with one more condition; null when the key is unknown or the value does not fit it.</summary>
    public static Filter? With(Filter filter, string key, string value, Vocabulary vocabulary) => key switch
    {
        "country" when value == "all" => filter with { AllMembers = true },
        "country" => filter with { Members = [.. filter.Members, Member(vocabulary, value)] },
        "-country" => filter with { NotMembers = [.. filter.NotMembers, Member(vocabulary, value)] },
        "region" => filter with { Regions = [.. filter.Regions, Region(vocabulary, value)] },
        "-region" => filter with { NotRegions = [.. filter.NotRegions, Region(vocabulary, value)] },
        "level" => value switch
        {
            "local" => filter with { Level = MemberLevel.Local },
            "national" => filter with { Level = MemberLevel.National },
            _ => null,
        },
        "id" => IdRanges.Parse(value) is { } range ? filter with { Ids = [.. filter.Ids, range] } : null,
        "area" when value == "none" => filter with { NoArea = true },
        "area" => filter with { Areas = [.. filter.Areas, Written(vocabulary.Areas, SenseKind.Area, value)] },
        "-area" => filter with { NotAreas = [.. filter.NotAreas, Written(vocabulary.Areas, SenseKind.Area, value)] },
        "year" => YearRanges.Parse(value) is { } years ? filter with { Years = [.. filter.Years, years] } : null,
        "-year" => YearRanges.Parse(value) is { } years ? filter with { NotYears = [.. filter.NotYears, years] } : null,
        "plan" when value == "current" => filter with { CurrentPlan = true },
        "plan" => Plan(value) is { } plan ? filter with { Plans = [.. filter.Plans, plan] } : null,
        "-plan" => Plan(value) is { } plan ? filter with { NotPlans = [.. filter.NotPlans, plan] } : null,
        "is" => value == "starred" ? filter with { Starred = true } : null,
        "-is" => value == "starred" ? filter with { Starred = false } : null,
        "type" => filter with { Types = [.. filter.Types, Written(vocabulary.ResourceTypes, SenseKind.Type, value)] },
        "-type" => filter with { NotTypes = [.. filter.NotTypes, Written(vocabulary.ResourceTypes, SenseKind.Type, value)] },
        "format" => filter with { Formats = [.. filter.Formats, Written(vocabulary.ResourceFormats, SenseKind.Format, value)] },
        "dimension" => filter with { Dimensions = [.. filter.Dimensions, Written(vocabulary.Dimensions, SenseKind.Dimension, value)] },
        "title" => IsTitle(vocabulary, value) ? filter with { Title = value } : null,
        "word" => OneWord(value) is { } word ? filter with { Words = [.. filter.Words, word] } : null,
        "-word" => OneWord(value) is { } word ? filter with { NotWords = [.. filter.NotWords, word] } : null,
        "match" => value == "any" ? filter with { AnyWord = true } : null,
        _ => FieldKeys.FirstOrDefault(pair => pair.Value == key) is { Value: not null } pair
            ? filter with { Fields = [.. filter.Fields, new FieldIs(pair.Key, Fact(vocabulary, pair.Key, value))] }
            : null,
    };

    private static string Member(Vocabulary vocabulary, string value) =>
        Find(vocabulary.Members.Select(member => member.Name), value) ?? Lexicon.Shipped.MemberName(value) ?? value;

    private static string Region(Vocabulary vocabulary, string value) =>
        Find(vocabulary.Regions, value) ?? Meant(vocabulary, value, SenseKind.Region, SenseKind.RegionPart).FirstOrDefault() ?? value;

    /// <summary>The catalog's writing of a fact's value; one of its other names is no canonical query, and is read as words are.</summary>
    private static string Fact(Vocabulary vocabulary, Field field, string value) =>
        Find(vocabulary.Facts.Where(fact => fact.Field == field).Select(fact => fact.Value), value)
        ?? Meant(vocabulary, value, SenseKind.Fact).Select(FactReading.Parse).FirstOrDefault(fact => fact.Field == field)?.Value ?? value;

    private static IEnumerable<string> Meant(Vocabulary vocabulary, string value, params IReadOnlyList<SenseKind> kinds) =>
        (Phrasebook.For(vocabulary).Senses(Lexicon.Key(value)) ?? []).Where(sense => kinds.Contains(sense.Kind)).Select(sense => sense.Value);

    /// <summary>Anything else after "title:" are words to look for in titles.</summary>
    private static bool IsTitle(Vocabulary vocabulary, string value) =>
        vocabulary.Titles.Contains(value) || vocabulary.ResourceTitles.Contains(value) || vocabulary.PostTitles.Contains(value);

    /// <summary>The catalog's own writing of a folded value, else OGP's for one that the catalog lacks, else as given.</summary>
    private static string Written(IEnumerable<string> known, SenseKind kind, string value) => Find(known, value) ?? Lexicon.Shipped.Written(kind, value) ?? value;

    /// <summary>The catalog's own writing; null when it has none.</summary>
    public static string? Find(IEnumerable<string> known, string value)
    {
        var folded = Folding.Fold(value);
        return known.FirstOrDefault(name => Folding.Fold(name) == folded);
    }

    private static string Years(YearRange years) => years switch
    {
        { From: { } from, To: { } to } when from == to => Number(from),
        { From: { } from, To: { } to } => $"{Number(from)}..{Number(to)}",
        { From: { } from } => $"{Number(from)}..",
        { To: { } to } => $"..{Number(to)}",
        _ => "any",
    };

    /// <summary>One folded word, or several that stand for each other, joined by bars; null for anything else.</summary>
    private static string? OneWord(string value)
    {
        var alternatives = value.Split('|').Select(Folding.Words).ToList();
        return alternatives.TrueForAll(words => words.Count == 1) ? string.Join('|', alternatives.Select(words => words[0])) : null;
    }

    private static int? Plan(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var plan) && plan is > 0 and < 100 ? plan : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static (string, string)[] Flag(bool set, string key, string value) => set ? [(key, value)] : [];
}
