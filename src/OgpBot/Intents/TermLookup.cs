using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>Finds glossary terms by any of their names.</summary>
internal sealed class TermLookup(IReadOnlyList<Term> terms)
{
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

    /// <summary>Terms that share a word with the one asked for, or are at most two slips away.</summary>
    public IReadOnlyList<Term> Near(string asked, int most)
    {
        var key = Key(asked);
        var words = Stems(key);
        return
        [
            .. (from term in terms
               let distance = Names(term).Min(name => Spelling.Distance(key.Length > 60 ? key[..60] : key, name, 2))
               let shared = Names(term).Any(name => Stems(name).Overlaps(words))
               where shared || (distance <= 2 && key.Length > 3)
               orderby distance, term.Name
               select term).Take(most),
        ];
    }

    private static IEnumerable<string> Names(Term term) => term.Also.Prepend(term.Name).Select(Key);

    /// <summary>Words without the plural's s, the little ones left out.</summary>
    private static HashSet<string> Stems(string key) =>
        [.. key.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => word.Length > 2 || key.Length < 4).Select(word => word.Length > 3 ? word.TrimEnd('s') : word)];
}
