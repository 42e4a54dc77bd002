using System.Globalization;
using OgpBot.Conversations;

namespace OgpBot.Texts;

/// <summary>Words, lists and numbers inside a sentence.</summary>
public static class Phrase
{
    public static string Quote(string word, Language language) => language == Language.Spanish ? $"«{word}»" : $"“{word}”";

    public static string Quoted(IEnumerable<string> words, Language language) => string.Join(", ", words.Select(word => Quote(word, language)));

    /// <summary>"a, b and c".</summary>
    public static string And(IReadOnlyList<string> parts, Language language) => Join(parts, language == Language.Spanish ? BeforeSound(parts, "i", "y", "e") : "and");

    /// <summary>"a, b or c".</summary>
    public static string Or(IReadOnlyList<string> parts, Language language) => Join(parts, language == Language.Spanish ? BeforeSound(parts, "o", "o", "u") : "or");

    /// <summary>The first few, and how many more there are.</summary>
    public static string AndMore(IReadOnlyList<string> parts, int most, Language language) => parts.Count <= most
        ? And(parts, language)
        : And([.. parts.Take(most), language == Language.Spanish ? $"{Number(parts.Count - most)} más" : $"{Number(parts.Count - most)} more"], language);

    /// <summary>A count, with a comma for the thousands in both languages. Years are never written with it.</summary>
    public static string Number(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A label inside a sentence.</summary>
    public static string LowerFirst(string label) => $"{char.ToLowerInvariant(label[0])}{label[1..]}";

    /// <summary>Labels inside a sentence, with commas.</summary>
    public static string Lowered(IEnumerable<string> labels) => string.Join(", ", labels.Select(LowerFirst));

    /// <summary>A phrase as the label of a choice.</summary>
    public static string UpperFirst(string phrase) => $"{char.ToUpperInvariant(phrase[0])}{phrase[1..]}";

    /// <summary>Spanish avoids two equal vowels: "Health u Open Data", "Justice e Infrastructure".</summary>
    private static string BeforeSound(IReadOnlyList<string> parts, string vowel, string word, string instead) =>
        parts.Count > 0 && parts[^1].TrimStart('«').StartsWith(vowel, StringComparison.OrdinalIgnoreCase) ? instead : word;

    private static string Join(IReadOnlyList<string> parts, string last) =>
        parts.Count < 2 ? string.Concat(parts) : $"{string.Join(", ", parts.Take(parts.Count - 1))} {last} {parts[^1]}";
}
