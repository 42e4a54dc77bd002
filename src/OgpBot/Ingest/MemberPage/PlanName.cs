using System.Globalization;
using System.Text.RegularExpressions;

namespace OgpBot.Ingest.MemberPage;

/// <summary>"Action Plan 4" as a number, and spans of years.</summary>
internal static partial class PlanName
{
    [GeneratedRegex(@"\AAction Plan (?<number>[0-9]{1,2})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Name();

    [GeneratedRegex(
        @"\A(?<from>[0-9]{4})\s?[-–—]\s?(?<to>[0-9]{2}|[0-9]{4})\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Span();

    public static int? Number(string text) =>
        Name().Match(text) is { Success: true } match ? int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) : null;

    /// <summary>The years of 2019-2021 or 2015-16; one year alone is from and to.</summary>
    public static (int From, int To)? Years(string text)
    {
        if (Entries.Year(text) is { } only)
        {
            return (only, only);
        }

        var match = Span().Match(text);
        if (!match.Success || Entries.Year(match.Groups["from"].Value) is not { } from)
        {
            return null;
        }

        var to = match.Groups["to"].Value;
        return Entries.Year(to.Length == 2 ? $"{from / 100}{to}" : to) is { } last && last >= from ? (from, last) : null;
    }
}
