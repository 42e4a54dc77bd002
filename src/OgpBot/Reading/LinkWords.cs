using System.Collections.Frozen;

namespace OgpBot.Reading;

/// <summary>Words inside a name that say nothing by themselves: "Ministry of Justice", "Ministerio de Salud".</summary>
public static class LinkWords
{
    private static readonly FrozenSet<string> All = FrozenSet.ToFrozenSet(["of", "for", "the", "and", "on", "de", "del", "la", "las", "el", "los", "y", "e", "para"]);

    public static bool Contains(string word) => All.Contains(word);

    /// <summary>The folded words of a name that tell; all of them where none does.</summary>
    public static IReadOnlyList<string> Telling(string name)
    {
        var words = Folding.Words(name);
        return words.Where(word => !All.Contains(word)).ToList() is { Count: > 0 } telling ? telling : words;
    }
}
