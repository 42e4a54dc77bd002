using System.Globalization;

namespace OgpBot.Reading;

/// <summary>A token, or several words that form one phrase, with everything it can mean.</summary>
internal sealed record Piece(Token Token, string Text, Sense[] Senses)
{
    /// <summary>Set once a rule has used the piece: what stays unused is searched for in titles.</summary>
    public bool Used { get; set; }

    public bool Is(SenseKind kind) => Senses.Any(sense => sense.Kind == kind);

    public bool Is(SenseKind kind, string value) => Senses.Any(sense => sense.Kind == kind && sense.Value == value);

    public bool IsAny(params ReadOnlySpan<SenseKind> kinds)
    {
        foreach (var sense in Senses)
        {
            if (kinds.Contains(sense.Kind))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A word that neither the lexicon nor the catalog gives a role.</summary>
    public bool IsPlain => Token is Word && Senses is [];

    public string? Value(SenseKind kind) => Senses.FirstOrDefault(sense => sense.Kind == kind)?.Value;

    public IEnumerable<string> ValuesOf(SenseKind kind) => Senses.Where(sense => sense.Kind == kind).Select(sense => sense.Value).Distinct(StringComparer.Ordinal);

    /// <summary>A whole number below 10,000; null for anything else.</summary>
    public int? Number => Token is Word && Text.Length <= 4 && int.TryParse(Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    public int? Ordinal => Senses.Where(sense => sense.Kind == SenseKind.Ordinal && sense.Value != "last").Select(sense => (int?)int.Parse(sense.Value, CultureInfo.InvariantCulture)).FirstOrDefault();

    /// <summary>Says nothing about what is asked.</summary>
    public bool IsFiller => Token is Pause || Is(SenseKind.Noise);
}
