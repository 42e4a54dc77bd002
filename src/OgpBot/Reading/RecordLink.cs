using System.Text.RegularExpressions;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What an address on the configured domain points at: /members/peru/, /members/peru/commitments/PE0062/, also below /es/.</summary>
/// <param name="Member">As the address writes it: peru, united-kingdom.</param>
/// <param name="Commitment">Its ID; null for the member's own page.</param>
public sealed partial record RecordLink(string Member, string? Commitment, Language Language)
{
    private const int LongestUrl = 2_000;

    /// <summary>What asks for it.</summary>
    public string Says => Commitment ?? $"tell me about {Member.Replace('-', ' ')}";

    /// <summary>Null for every other address.</summary>
    public static RecordLink? Read(string url, string domain)
    {
        ArgumentNullException.ThrowIfNull(url);
        ArgumentNullException.ThrowIfNull(domain);
        if (url.Length > LongestUrl || !Uri.TryCreate(url, UriKind.Absolute, out var address) || !IsWeb(address) || !IsUnder(address.Host, domain))
        {
            return null;
        }

        var match = RecordPath().Match(address.AbsolutePath);
        return match.Success
            ? new(
                match.Groups["member"].Value.ToLowerInvariant(),
                match.Groups["id"] is { Success: true, Value: var id } ? id.ToUpperInvariant() : null,
                match.Groups["spanish"].Success ? Language.Spanish : Language.English)
            : null;
    }

    private static bool IsWeb(Uri address) => address.Scheme == Uri.UriSchemeHttps || address.Scheme == Uri.UriSchemeHttp;

    /// <summary>The domain, with and without www, and those below it.</summary>
    /// <param name="host">As it is written: what is no host in any alphabet has no other form.</param>
    private static bool IsUnder(string host, string domain)
    {
        var root = domain.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? domain[4..] : domain;
        return host.Equals(root, StringComparison.OrdinalIgnoreCase) || host.EndsWith($".{root}", StringComparison.OrdinalIgnoreCase);
    }

    [GeneratedRegex(@"^(?:(?<spanish>/es)|/en)?/members/(?<member>[a-z0-9-]{1,100})(?:/commitments/(?<id>[a-z]{2,4}\d{4}))?/?$", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex RecordPath();
}
