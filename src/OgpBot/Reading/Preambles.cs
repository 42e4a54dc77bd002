using System.Collections.Frozen;

namespace OgpBot.Reading;

/// <summary>The words around questions, from Lexicon/preambles.csv: who asks, what for, and courtesy.</summary>
internal sealed class Preambles
{
    private static readonly Lazy<Preambles> TheShipped = new(() => new Preambles());

    private readonly FrozenDictionary<string, FrozenSet<string>> phrases;

    private Preambles() => phrases = Lexicon.Rows("preambles", "kind", "english", "spanish")
        .ToFrozenDictionary(row => row[0], row => Lexicon.Split(row[1]).Concat(Lexicon.Split(row[2])).ToFrozenSet(StringComparer.Ordinal));

    public static Preambles Shipped => TheShipped.Value;

    /// <summary>In words.</summary>
    public const int LongestPhrase = 8;

    public bool Holds(string kind, string phrase) => phrases[kind].Contains(phrase);
}
