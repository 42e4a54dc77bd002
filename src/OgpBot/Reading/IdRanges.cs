using System.Globalization;
using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Commitment IDs as people type them: pe62, PE 0018, #PE0054, PEOO62, PE0099..PE0101.</summary>
public static partial class IdRanges
{
    /// <summary>The longest range that is read; a longer one is cut to it.</summary>
    public const int MostIds = 500;

    /// <summary>One ID, or two joined by "..": null when it is neither.</summary>
    public static IdRange? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var match = OneOrTwo().Match(text);
        if (!match.Success)
        {
            return null;
        }

        var prefix = match.Groups["prefix"].Value;
        var first = Id(prefix, match.Groups["number"].Value);
        var last = match.Groups["lastnumber"].Success ? Id(prefix, match.Groups["lastnumber"].Value) : first;
        return Between(first, last);
    }

    /// <summary>In either order; both IDs must have the same prefix.</summary>
    public static IdRange Between(string first, string last) =>
        string.CompareOrdinal(first, last) <= 0 ? new IdRange(first, last) : new IdRange(last, first);

    /// <summary>Four digits, upper case. The letter O among the digits is a zero.</summary>
    public static string Id(string prefix, string number)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        ArgumentNullException.ThrowIfNull(number);
        var digits = number.Replace('o', '0').Replace('O', '0').TrimStart('0');
        return prefix.ToUpperInvariant() + digits.PadLeft(4, '0');
    }

    /// <summary>Every ID of the range, at most <see cref="MostIds"/>.</summary>
    public static IEnumerable<string> Ids(this IdRange range)
    {
        ArgumentNullException.ThrowIfNull(range);
        var prefix = range.First.TrimEnd("0123456789".ToCharArray());
        var first = int.Parse(range.First.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
        var last = int.Parse(range.Last.AsSpan(prefix.Length), CultureInfo.InvariantCulture);
        return Enumerable.Range(first, Math.Min(last - first + 1, MostIds)).Select(number => $"{prefix}{number:0000}");
    }

    [GeneratedRegex("""^#?(?<prefix>[a-z]{2,3}?)(?<number>[0-9o]{1,4})(?:\.\.(?:\k<prefix>)?(?<lastnumber>[0-9o]{1,4}))?\z""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OneOrTwo();
}
