using System.Text.RegularExpressions;

namespace OgpBot.Reading;

/// <summary>What a page of the organisation's site is about, by its address alone.</summary>
public static partial class PageAddress
{
    /// <returns>What asks for the record that the page is about; null when the address names none.</returns>
    public static string? Says(Uri page)
    {
        ArgumentNullException.ThrowIfNull(page);
        return page.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries) switch
        {
            [.., var last] when Id().IsMatch(last) => last.ToUpperInvariant(),
            [.., var section, var member] when section.Equals("members", StringComparison.OrdinalIgnoreCase) && Slug().IsMatch(member) => $"tell me about {member.Replace('-', ' ')}",
            _ => null,
        };
    }

    [GeneratedRegex(@"^[A-Za-z]{2,4}[0-9]{4}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    [GeneratedRegex(@"^[A-Za-z][A-Za-z-]{1,60}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Slug();
}
