using System.Globalization;
using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Years as a qualifier's value: 2017, 2015..2017, >=2017, &lt;2017, 2017.., *..2017.</summary>
public static partial class YearRanges
{
    public const int Earliest = 1900;

    public const int Latest = 2100;

    /// <summary>Null when the text is none of these, or a year lies outside 1900 to 2100.</summary>
    public static YearRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = Form().Match(text);
        if (!match.Success)
        {
            return null;
        }

        int? first = match.Groups["first"].Success ? Number(match.Groups["first"]) : null;
        int? second = match.Groups["second"].Success ? Number(match.Groups["second"]) : null;
        var range = match.Groups["sign"].Value switch
        {
            ">=" => new YearRange(first, null),
            ">" => new YearRange(first + 1, null),
            "<=" => new YearRange(null, first),
            "<" => new YearRange(null, first - 1),
            _ when !match.Groups["dots"].Success => new YearRange(first, first),
            _ => Between(first, second),
        };
        return (range.From ?? Earliest) is >= Earliest and <= Latest && (range.To ?? Latest) is >= Earliest and <= Latest ? range : null;
    }

    /// <summary>In either order.</summary>
    public static YearRange Between(int? first, int? second) => first > second ? new YearRange(second, first) : new YearRange(first, second);

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(?:(?<sign>>=|<=|>|<)(?<first>\d{4})|(?<first>\d{4})|(?<first>\d{4})(?<dots>\.\.|-)(?:(?<second>\d{4})|\*)?|\*?(?<dots>\.\.)(?<second>\d{4}))\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
