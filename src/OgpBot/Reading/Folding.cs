using System.Globalization;
using System.Text;

namespace OgpBot.Reading;

/// <summary>Makes texts comparable: what a person types, what the catalog holds, and what the lexicon knows meet folded.</summary>
public static class Folding
{
    /// <summary>Compatibility forms, no accents, lower case, straight quotes and dashes, nothing invisible, single spaces, trimmed.</summary>
    public static string Fold(string text)
    {
        if (Ascii.IsValid(text))
        {
            return FoldAscii(text);
        }

        var folded = new StringBuilder(text.Length);
        foreach (var rune in Decomposed(text).EnumerateRunes())
        {
            Append(folded, rune);
        }

        return folded.ToString().TrimEnd(' ').Normalize(NormalizationForm.FormC);
    }

    /// <summary>The runs of letters and digits of the folded text, in order.</summary>
    public static IReadOnlyList<string> Words(string text) => Split(Fold(text));

    /// <summary>The same for a text that is folded already.</summary>
    internal static IReadOnlyList<string> Split(string folded)
    {
        var words = new List<string>();
        var (start, here) = (0, 0);
        foreach (var rune in folded.EnumerateRunes())
        {
            if (!Rune.IsLetterOrDigit(rune))
            {
                Close(here);
                start = here + rune.Utf16SequenceLength;
            }

            here += rune.Utf16SequenceLength;
        }

        Close(here);
        return words;

        void Close(int end)
        {
            if (end > start)
            {
                words.Add(folded[start..end]);
            }
        }
    }

    // Most titles and questions: the same rules, of which ASCII needs few.
    private static string FoldAscii(string text)
    {
        var folded = text.Length <= 512 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (letter is > ' ' and < '\x7f')
            {
                folded[length++] = letter == '`' ? '\'' : char.ToLowerInvariant(letter);
            }
            else if (length > 0 && folded[length - 1] != ' ')
            {
                folded[length++] = ' ';
            }
        }

        var trimmed = folded[..length].TrimEnd(' ');
        return trimmed.SequenceEqual(text) ? text : trimmed.ToString();
    }

    // Normalize throws on a lone surrogate and on U+FFFE. Enumerating the runes makes each of the former a replacement character first.
    private static string Decomposed(string text)
    {
        var sound = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            sound.Append(rune.Value == 0xFFFE ? Rune.ReplacementChar : rune);
        }

        return sound.ToString().Normalize(NormalizationForm.FormKD);
    }

    private static void Append(StringBuilder folded, Rune rune)
    {
        switch (Rune.GetUnicodeCategory(rune))
        {
            case UnicodeCategory.NonSpacingMark or UnicodeCategory.Format:
                break;
            case UnicodeCategory.DashPunctuation:
                folded.Append('-');
                break;
            case UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Control:
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }

                break;
            default:
                folded.Append(Straight(rune));
                break;
        }
    }

    private static string Straight(Rune rune) => rune.Value switch
    {
        '‘' or '’' or '‚' or '‛' or '′' or 'ʼ' or '`' or '´' => "'",
        '“' or '”' or '„' or '‟' or '″' or '«' or '»' => "\"",
        '−' => "-",
        _ => Rune.ToLowerInvariant(rune).ToString(),
    };
}
