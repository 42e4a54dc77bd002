using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Cuts a folded utterance into tokens. Qualifiers and IDs first: they win over every other reading.</summary>
internal static partial class Lexer
{
    /// <summary>Function words that look like ID letters: before a space they need a zero-padded number.</summary>
    private static readonly FrozenSet<string> FunctionWords = FrozenSet.ToFrozenSet(
        ["al", "am", "ar", "at", "de", "del", "do", "ee", "el", "en", "es", "go", "he", "id", "ie", "in", "is", "it", "la", "lo", "mad", "me", "my", "no", "of", "on", "or", "pa", "se", "si", "so", "to", "us", "we"]);

    public static IReadOnlyList<Token> Tokens(string folded, Phrasebook book)
    {
        var tokens = new List<Token>();
        var at = 0;
        while (at < folded.Length)
        {
            var (token, length) = Next(folded, at, tokens, book);
            if (token is not null)
            {
                tokens.Add(token);
            }

            at += length;
        }

        return tokens;
    }

    private static (Token? Token, int Length) Next(string text, int at, List<Token> before, Phrasebook book)
    {
        if (Match(QualifierForm(), text, at) is { } qualifier && Qualifiers.Knows(qualifier.Groups["key"].Value))
        {
            var value = qualifier.Groups["quoted"].Success ? qualifier.Groups["quoted"].Value : qualifier.Groups["value"].Value.TrimEnd(',', ';', '?', '!');
            return (new Qualifier(qualifier.Groups["key"].Value, value), qualifier.Length);
        }

        if (Match(SpanForm(), text, at) is { } span && YearSpan(span) is { } years)
        {
            return (years, span.Length);
        }

        if (Match(IdForm(), text, at) is { } id && IsId(id, book))
        {
            return Id(text, at, id, before, book);
        }

        if (Match(WordForm(), text, at) is { } word)
        {
            return (new Word(word.Value), word.Length);
        }

        return text[at] switch
        {
            '>' or '<' when at + 1 < text.Length && text[at + 1] == '=' => (new Sign(text.Substring(at, 2)), 2),
            '>' or '<' => (new Sign(text.Substring(at, 1)), 1),
            ',' or ';' => (new Pause(), 1),
            '-' when (at == 0 || text[at - 1] == ' ') && at + 1 < text.Length && char.IsLetterOrDigit(text[at + 1]) => (new Minus(), 1),
            _ => (null, char.IsHighSurrogate(text[at]) ? 2 : 1),
        };
    }

    /// <summary>One ID, or a range when "to" and a second end follow.</summary>
    private static (Token, int) Id(string text, int at, Match match, List<Token> before, Phrasebook book)
    {
        var first = IdRanges.Id(match.Groups["prefix"].Value, match.Groups["number"].Value);
        var joined = before is [.., Word { Text: "between" or "entre" }] ? BetweenEnd() : RangeEnd();
        if (Match(joined, text, at + match.Length) is { } end && (!end.Groups["prefix"].Success || IsId(end, book)))
        {
            var prefix = end.Groups["prefix"].Success ? end.Groups["prefix"].Value : match.Groups["prefix"].Value;
            var last = IdRanges.Id(prefix, end.Groups["number"].Value);
            if (string.Equals(prefix, match.Groups["prefix"].Value, StringComparison.Ordinal))
            {
                return (new IdToken(IdRanges.Between(first, last)), match.Length + end.Length);
            }
        }

        return (new IdToken(new IdRange(first, first)), match.Length);
    }

    /// <summary>Letters and digits are an ID when the letters are known, or when the form is unmistakable.</summary>
    private static bool IsId(Match match, Phrasebook book)
    {
        var prefix = match.Groups["prefix"].Value;
        var number = match.Groups["number"].Value;
        if (!number.Any(char.IsDigit) && number.Length != 4)
        {
            return false;
        }

        var padded = number.Length == 4 && number[0] is '0' or 'o';
        if (match.Groups["space"].Length == 0)
        {
            return book.Prefixes.Contains(prefix.ToUpperInvariant()) || number.Length == 4 && number.All(char.IsDigit) && prefix is not ("fy" or "nap" or "pan");
        }

        var isYear = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= YearRanges.Earliest and <= YearRanges.Latest;
        return book.Prefixes.Contains(prefix.ToUpperInvariant()) && !isYear && (padded || !FunctionWords.Contains(prefix));
    }

    private static Span? YearSpan(Match match)
    {
        var from = int.Parse(match.Groups["from"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        var to = int.Parse(match.Groups["to"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
        to = to < 100 ? from / 100 * 100 + to : to;
        return from is >= YearRanges.Earliest and <= YearRanges.Latest && to is >= YearRanges.Earliest and <= YearRanges.Latest && to > from ? new Span(from, to) : null;
    }

    private static Match? Match(Regex form, string text, int at) => form.Match(text, at) is { Success: true } match ? match : null;

    [GeneratedRegex("""\G(?<=^|[\s(,;])(?<key>-?[a-z]+):(?:"(?<quoted>(?:\\.|[^"\\])*)"|(?<value>[^\s"]+))""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex QualifierForm();

    [GeneratedRegex("""\G(?<![\p{L}\p{N}])(?<from>\d{4}) ?[-/] ?(?<to>\d{4}|\d{2})(?![\p{L}\p{N}]|-\d)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex SpanForm();

    [GeneratedRegex("""\G(?<![\p{L}\p{N}])#?(?<prefix>[a-z]{2,3}?)(?<space>[ \-_.#]{0,2})(?<number>[0-9o]{1,4})(?![\p{L}\p{N}])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex IdForm();

    [GeneratedRegex("""\G ?(?:-|\.\.+|to|thru|through|until|a|al|hasta)(?: el| la)? ?#?(?:(?<prefix>[a-z]{2,3})(?<space>[ \-_]?))?(?<number>[0-9o]{1,4})(?![\p{L}\p{N}])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex RangeEnd();

    [GeneratedRegex("""\G ?(?:-|\.\.+|to|and|y|e|a|al|hasta)(?: el| la)? ?#?(?:(?<prefix>[a-z]{2,3})(?<space>[ \-_]?))?(?<number>[0-9o]{1,4})(?![\p{L}\p{N}])""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex BetweenEnd();

    [GeneratedRegex("""\G[\p{L}\p{N}]+""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WordForm();
}
