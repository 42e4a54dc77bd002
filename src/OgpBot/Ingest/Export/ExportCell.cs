using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Ingest.Export;

/// <summary>What stands in a cell of the export.</summary>
internal static partial class ExportCell
{
    // "Pending IRM Review", and whatever may follow it.
    private const int LongestReason = 40;

    // Float noise: Excel writes 4.1 as 4.0999999999999996.
    [GeneratedRegex(@"\A-?[0-9]{1,6}\.[0-9]{6,}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Noisy();

    // Month first, as OGP writes dates; 31/12/2015 can only be day first, and two digits of a year are of this century.
    private static readonly string[] DateForms = ["M/d/yyyy", "M/d/yy", "d/M/yyyy", "yyyy-MM-dd", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"];

    /// <summary>One line: plain spaces, single ones, none at the ends.</summary>
    public static string Line(string text)
    {
        if (IsTidy(text))
        {
            return text;
        }

        var line = text.Length <= 1_024 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var letter in text)
        {
            if (!char.IsWhiteSpace(letter) && letter is not ('\uFEFF' or '\uFFFE'))
            {
                line[length++] = letter;
            }
            else if (length > 0 && line[length - 1] != ' ')
            {
                line[length++] = ' ';
            }
        }

        return Composed(line[..length].TrimEnd(' '));
    }

    /// <summary>A fact, or why there is none. ND, NR, NA and "Pending IRM Review" are OGP's own words for that.</summary>
    public static Known Fact(string text)
    {
        var line = Line(text);
        return line.Length > LongestReason || (line.Length > 0 && !"NnPp#-–".Contains(line[0])) ? Known.Given(line) : line.ToUpperInvariant() switch
        {
            "" or "-" or "–" or "NULL" => Known.NotInSource,
            "ND" or "NOT APPLICABLE" => Known.NotApplicable,
            "NR" or "NOT REPORTED" or "NOT REVIEWED" or "NO IRM DATA" => Known.NotReported,
            "NA" or "N/A" or "#N/A" or "NOT AVAILABLE" => Known.NotAvailable,
            var upper when upper.StartsWith("PENDING", StringComparison.Ordinal) => Known.PendingReview,
            _ => Known.Given(line),
        };
    }

    /// <summary>4.0999999999999996 is 4.1; 3.2.5 and B.1.A stay.</summary>
    public static Known Number(Known known) => known.Value is { } text && Noisy().IsMatch(text)
        ? Known.Given(Math.Round(decimal.Parse(text, CultureInfo.InvariantCulture), 5).ToString("0.#####", CultureInfo.InvariantCulture))
        : known;

    /// <summary>A day as 2024-01-31; anything else as it stands: "July 2014".</summary>
    public static Known Date(Known known) =>
        known.Value is { } text && DateTime.TryParseExact(text, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day.Year is >= 1990 and <= 2100
            ? Known.Given(day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))
            : known;

    /// <summary>A whole number, also when a spreadsheet wrote 2012.0.</summary>
    public static int? Whole(string text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number == decimal.Truncate(number) && number < 10_000
            ? (int)number
            : null;

    // A lone half of a pair is no character, and Normalize throws on it.
    private static string Composed(ReadOnlySpan<char> line) =>
        Ascii.IsValid(line) ? line.ToString()
        : line.IndexOfAnyInRange('\uD800', '\uDFFF') < 0 ? line.ToString().Normalize(NormalizationForm.FormC)
        : string.Concat(line.ToString().EnumerateRunes()).Normalize(NormalizationForm.FormC);

    private static bool IsTidy(string text)
    {
        var before = ' ';
        foreach (var letter in text)
        {
            if (letter is < ' ' or > '~' || (letter == ' ' && before == ' '))
            {
                return false;
            }

            before = letter;
        }

        return text.Length == 0 || before != ' ';
    }
}
