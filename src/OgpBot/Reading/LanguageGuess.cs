using System.Buffers;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Which language an utterance is in, by its words. Names, IDs, years and words of both languages do not tell.</summary>
internal static class LanguageGuess
{
    private static readonly SearchValues<char> OnlySpanish = SearchValues.Create("¿¡ñÑ");
    private static readonly SearchValues<char> Accented = SearchValues.Create("áéíóúÁÉÍÓÚ");

    /// <summary>The language that a person asks for ("in Spanish, please"); null when none is named.</summary>
    public static Language? Named(Sentence sentence) => sentence.Pieces.Select(piece => piece.Value(SenseKind.Language)).OfType<string>().FirstOrDefault() switch
    {
        "es" => Language.Spanish,
        "en" => Language.English,
        _ => null,
    };

    /// <summary>Null when the words do not tell.</summary>
    /// <param name="more">How much more Spanish than English was heard in words that the sentence does not know.</param>
    public static Language? Of(string typed, Sentence sentence, int more = 0)
    {
        var spanish = typed.AsSpan().ContainsAny(OnlySpanish) ? 2 : typed.AsSpan().ContainsAny(Accented) ? 1 : 0;
        var english = 0;
        foreach (var piece in sentence.Pieces)
        {
            // Names of areas and the like tell less than words: people use the English ones in Spanish sentences.
            var weight = piece.Senses.Any(sense => sense.Kind is SenseKind.Area or SenseKind.Term or SenseKind.Type or SenseKind.Dimension) && !piece.Is(SenseKind.Star) ? 1 : 2;
            // Values such as "starred" are part of the notation; names of areas are the person's own.
            var senses = piece.Token is Qualifier qualifier ? NameSenses(sentence.Book, qualifier.Value) : piece.Senses;
            var languages = senses.Select(sense => sense.Language).OfType<Language>().Distinct().ToList();
            if (languages is [Language.Spanish])
            {
                spanish += 2;
            }
            else if (languages is [Language.English])
            {
                english += weight;
            }
            else if (piece.Senses is [] && piece.Token is Word { Text.Length: > 3 } && sentence.Book.InTitles(piece.Text))
            {
                english++;
            }
        }

        spanish += more;
        return spanish > english ? Language.Spanish : english > spanish ? Language.English : null;
    }

    private static Sense[] NameSenses(Phrasebook book, string value) =>
        [.. (book.Senses(Lexicon.Key(value)) ?? []).Where(sense => sense.Kind is SenseKind.Area or SenseKind.AbsentArea or SenseKind.Type)];
}
