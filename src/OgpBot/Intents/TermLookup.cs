using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>Finds glossary terms by any of their names.</summary>
internal sealed class TermLookup(IReadOnlyList<Term> terms)
{
    private const int Far = 3;

    /// <summary>How names are compared: folded words, joined by one space.</summary>
    public static string Key(string name) => string.Join(' ', Folding.Words(name));

    /// <summary>Exactly named, else those of which one name holds all of the words. Empty when there is none.</summary>
    public IReadOnlyList<Term> Find(string asked)
    {
        var key = Key(asked);
        Term[] exact = [.. terms.Where(term => term.Key == asked || Names(term).Any(name => name == key))];
        if (exact.Length > 0 || key.Length == 0)
        {
            return exact;
        }

        var words = Stems(key);
        return [.. terms.Where(term => Names(term).Any(name => words.IsSubsetOf(Stems(name))))];
    }

    /// <summary>Terms at most two slips away, then those that share a word, then those whose meaning mentions the one asked for.</summary>
    public IReadOnlyList<Term> Near(string asked, int most)
    {
        string[] keys = [Key(asked), .. Aliases(asked)];
        return
        [
            .. (from term in terms
                let nearness = Nearness(term, keys)
                where nearness < Far
                orderby nearness
                select term).Take(most),
        ];
    }

    private static int Nearness(Term term, string[] keys)
    {
        if (keys.Any(key => key.Length is > 3 and < 60 && Names(term).Any(name => Spelling.Distance(key, name, 2) <= 2)))
        {
            return 0;
        }

        var meaning = $" {Key(term.Meaning)} ";
        return Names(term).Any(name => Stems(name).Overlaps(Stems(keys[0]))) ? 1
            : keys.Any(key => key.Length > 1 && meaning.Contains($" {key} ", StringComparison.Ordinal)) ? 2
            : Far;
    }

    /// <summary>Other names that people use for a term that the glossary lacks: IRM for Independent Reporting Mechanism.</summary>
    private static IEnumerable<string> Aliases(string asked) =>
        Lexicon.Shipped.Phrases.Where(entry => entry.Sense.Kind == SenseKind.Term && entry.Sense.Value == asked).Select(entry => entry.Phrase);

    private static IEnumerable<string> Names(Term term) => term.Also.Prepend(term.Name).Select(Key);

    /// <summary>Words without the plural's s, the little ones left out.</summary>
    private static HashSet<string> Stems(string key) =>
        [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2 || key.Length < 4).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];
}
