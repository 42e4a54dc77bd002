using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>key:value as people type them: canonical keys and their other names, values in any known writing, several by comma.</summary>
internal static class Qualifiers
{
    public static bool Knows(string key) => Lexicon.Shipped.Qualifiers.ContainsKey(key.TrimStart('-'));

    /// <summary>The question with the qualifier's condition, or with a notice that its value is not understood.</summary>
    public static Question Apply(Question question, Qualifier qualifier, Phrasebook book)
    {
        var negated = qualifier.Key[0] == '-';
        var key = Lexicon.Shipped.Qualifiers[qualifier.Key.TrimStart('-')];
        foreach (var value in key is "words" or "term" or "lead" ? [qualifier.Value] : qualifier.Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            question = One(question, key, value, negated, book)
                ?? question with { Notices = [.. question.Notices, new Notice(NoticeKind.BadQualifier, [qualifier.Key, value])] };
        }

        return question;
    }

    private static Question? One(Question question, string key, string value, bool negated, Phrasebook book)
    {
        var minus = negated ? "-" : "";
        Question? Filtered(string name, string plain) =>
            CanonicalFilter.With(question.Filter, name, plain, book.Vocabulary) is { } filter ? question with { Filter = filter } : null;

        return key switch
        {
            "country" when !negated && value is "all" or "any" or "todos" => Filtered("country", "all"),
            "country" => Filtered(minus + key, book.Vocabulary.Members.FirstOrDefault(member => string.Equals(member.Prefix, value, StringComparison.OrdinalIgnoreCase))?.Name ?? value),
            "region" => Filtered(minus + key, Many(book, SenseKind.Region, value).Concat(Many(book, SenseKind.RegionPart, value)).FirstOrDefault() ?? value),
            "completion" or "impact" or "results" or "status" => Facts(key, value, negated, book) is { Count: > 0 } facts
                ? question with { Filter = question.Filter with { Fields = [.. question.Filter.Fields.Union(facts)] } }
                : negated ? null : Filtered(key, value),
            "area" when value is "none" or "empty" or "ninguna" or "blank" => negated ? null : Filtered("area", "none"),
            "area" => Areas(value, book).Aggregate(question, (asked, area) => asked with { Filter = CanonicalFilter.With(asked.Filter, minus + "area", area, book.Vocabulary)! }),
            "no" => value is "area" or "theme" ? Filtered("area", "none") : value is "star" ? Filtered("-is", "starred") : null,
            "is" when value is "starred" or "star" or "destacado" or "estelar" => Filtered(minus + "is", "starred"),
            "is" when value is "unstarred" => Filtered("-is", "starred"),
            "is" when value is "current" or "actual" or "vigente" => Filtered("plan", "current"),
            "starred" => value switch
            {
                "true" or "yes" or "1" or "si" => Filtered(minus + "is", "starred"),
                "false" or "no" or "0" => Filtered(negated ? "is" : "-is", "starred"),
                _ => null,
            },
            "plan" when value is "current" or "actual" or "vigente" or "latest" => negated ? null : Filtered("plan", "current"),
            "year" or "plan" => Filtered(minus + key, value),
            "type" => Types(value, book).Aggregate(question, (asked, type) => asked with { Filter = CanonicalFilter.With(asked.Filter, minus + "type", type, book.Vocabulary)!, Topic = Topic.Resources }),
            "format" when !negated => Filtered(key, Named(book, SenseKind.Format, value) ?? value) is { } found ? found with { Topic = Topic.Resources } : null,
            "dimension" when !negated => Filtered(key, value) is { } found ? found with { Topic = Topic.GlobalReport } : null,
            "words" => Folding.Words(value).Aggregate((Question?)question, (asked, word) => asked is null ? null : CanonicalFilter.With(asked.Filter, minus + "word", word, book.Vocabulary) is { } filter ? asked with { Filter = filter } : null),
            "kind" when !negated => value switch
            {
                "commitment" or "commitments" => question with { Topic = Topic.Commitments },
                "resource" or "resources" => question with { Topic = Topic.Resources },
                "plan" or "plans" => question with { Topic = Topic.Plans },
                "post" or "posts" => question with { Topic = Topic.Posts },
                _ => null,
            },
            "sort" when !negated => CanonicalQuery.WithExtra(question, "sort", value switch { "year" or "date" or "desc" or "recent" => "newest", "asc" => "oldest", _ => value }),
            _ when negated => null,
            _ => CanonicalQuery.WithExtra(question, key, value) ?? Filtered(key, value),
        };
    }

    /// <summary>An alias can stand for several areas; an unknown name stays as typed, and finds nothing.</summary>
    private static List<string> Areas(string value, Phrasebook book) => Many(book, SenseKind.Area, value) is { Count: > 0 } areas ? areas : [value];

    private static List<string> Types(string value, Phrasebook book) => Many(book, SenseKind.Type, value) is { Count: > 0 } types ? types : [value];

    /// <summary>The catalog's values that a word stands for; with a minus all of the others.</summary>
    private static List<FieldIs> Facts(string key, string value, bool negated, Phrasebook book)
    {
        var field = key switch { "completion" => Field.Completion, "impact" => Field.Impact, "results" => Field.EarlyResults, _ => Field.Status };
        var named = Many(book, SenseKind.Fact, value).Select(FactReading.Parse).Where(fact => fact.Field == field).ToList();
        var all = book.Vocabulary.Facts.Where(fact => fact.Field == field);
        return named.Count == 0 ? [] : [.. (negated ? all.Except(named) : named).Select(fact => new FieldIs(fact.Field, fact.Value))];
    }

    private static string? Named(Phrasebook book, SenseKind kind, string value) => Many(book, kind, value).FirstOrDefault();

    private static List<string> Many(Phrasebook book, SenseKind kind, string value)
    {
        var key = Lexicon.Key(value);
        var senses = book.Senses(key) ?? book.Senses(string.Join(' ', key.Split(' ').Select(word => book.Knows(word) ? word : book.Spelling.Correct(word) ?? word)));
        return senses?.Where(sense => sense.Kind == kind).Select(sense => sense.Value).Distinct(StringComparer.Ordinal).ToList() ?? [];
    }
}
