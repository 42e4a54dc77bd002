using System.Globalization;
using System.Text;

namespace OgpBot.Conversations;

public static partial class PlainText
{
    /// <summary>
    /// The text as any encoder takes it: lone surrogates become U+FFFD; NUL and other control characters go, except line ends;
    /// so do the signs that would turn the direction of the text after it.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        // Enumerating runes replaces what is no character by U+FFFD.
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or 0x2028 or 0x2029)
            {
                clean.Append('\n');
            }
            else if (rune.Value == '\t')
            {
                clean.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control && rune.Value is not (>= 0x202A and <= 0x202E) and not (>= 0x2066 and <= 0x2069))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary><see cref="Clean"/>, on one line.</summary>
    public static string Line(string text) => Clean(text).Replace('\n', ' ').Trim();

    /// <summary>The address when it leads to the web and nowhere else (no javascript:, no name before the host); else null.</summary>
    public static string? WebAddress(string? url) =>
        url is not null && Uri.TryCreate(Line(url), UriKind.Absolute, out var uri) && uri is { Scheme: "http" or "https", UserInfo: "" } ? uri.AbsoluteUri : null;

    /// <summary>At most <paramref name="most"/> UTF-16 units, ending in … when cut. No emoji or accented letter is cut in two.</summary>
    public static string Cut(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        var rest = text.AsSpan();
        var end = 0;
        while (StringInfo.GetNextTextElementLength(rest[end..]) is > 0 and var length && end + length < most)
        {
            end += length;
        }

        // One "letter" can hold any number of combining marks: then there is no good place.
        if (end == 0)
        {
            end = most > 1 && char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1;
        }

        return string.Concat(rest[..end].TrimEnd(), "…");
    }
}
