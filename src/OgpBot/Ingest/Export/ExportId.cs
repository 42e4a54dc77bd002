using System.Text.RegularExpressions;

namespace OgpBot.Ingest.Export;

/// <summary>A commitment's ID as editions write it: PE0062, pe0062, PE 0062, PE-0062.</summary>
internal static partial class ExportId
{
    public const string Shape = "two or three letters and four digits";

    [GeneratedRegex(@"\A(?<letters>[A-Za-z]{2,3})[ _-]?(?<digits>[0-9]{4})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Id();

    public static bool Is(string text) => Id().IsMatch(text);

    /// <summary>As the catalog writes it; null when the text is none.</summary>
    public static string? Of(string text) =>
        Id().Match(text) is { Success: true } match ? $"{match.Groups["letters"].ValueSpan}{match.Groups["digits"].ValueSpan}".ToUpperInvariant() : null;
}
