using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the list of commitments: "PE0084, 2019, Anti-Corruption" below each title.</summary>
internal static partial class CommitmentList
{
    // Precedes the title of a starred commitment; it is a mark, not part of the title.
    private const string StarMark = "Starred commitment ";

    [GeneratedRegex(
        @"\A(?<id>[A-Za-z]{2,3}[0-9]{4})\s*,\s*(?<year>[^,]*?)\s*(,\s*(?<areas>.*))?\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Facts();

    /// <summary>Plan numbers are still 0.</summary>
    public static IReadOnlyList<Commitment> Read(Section section, string member)
    {
        var commitments = new Dictionary<string, Commitment>(StringComparer.Ordinal);
        var entries = Entries.Read(section).Select(entry => (Entry: entry, Match: Facts().Match(entry.Facts))).ToList();
        var prefix = Prefix(entries.Where(entry => entry.Match.Success).Select(entry => Id(entry.Match)));
        var doubtful = entries.Where(entry => entry.Match.Success).GroupBy(entry => Id(entry.Match), entry => entry.Entry)
            .Where(group => group.DistinctBy(entry => (entry.Title, entry.Facts)).Count() > 1)
            .ToDictionary(group => group.Key, group => string.Join(", ", group.Select(entry => entry.Last.Number)));
        foreach (var (entry, match) in entries)
        {
            if (Check(match, prefix, doubtful, commitments) is { } reason)
            {
                section.Reject(entry.Last, $"{reason}; found “{Page.Excerpt(entry.Facts)}”");
                continue;
            }

            var starred = entry.Title.StartsWith(StarMark, StringComparison.Ordinal);
            var title = starred ? entry.Title[StarMark.Length..].TrimStart() : entry.Title;
            var id = Id(match);
            var year = Entries.Year(match.Groups["year"].Value)!.Value;
            commitments[id] = new Commitment(id, member, year, 0, title, starred, section.SourceOf(entry.First, entry.Last))
            {
                Areas = match.Groups["areas"].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).ToValues(),
                Misspellings = Typos.In(title),
            };
        }

        return [.. commitments.Values];
    }

    /// <summary>The letters that most of the IDs begin with; null without any.</summary>
    public static string? Prefix(IEnumerable<string> ids) =>
        ids.CountBy(id => id[..^4]).OrderByDescending(count => count.Value).Select(count => count.Key).FirstOrDefault();

    private static string Id(Match match) => match.Groups["id"].Value.ToUpperInvariant();

    private static string? Check(Match match, string? prefix, Dictionary<string, string> doubtful, Dictionary<string, Commitment> before) => match switch
    {
        { Success: false } => "expected an ID, a year and policy areas, such as “PE0084, 2019, Justice”",
        _ when Entries.Year(match.Groups["year"].Value) is null => $"“{Page.Excerpt(match.Groups["year"].Value)}” is not a year",
        _ when Id(match)[..^4] != prefix => $"{Id(match)} does not begin with {prefix}, as the page's other IDs do",
        // Which entry the ID really belongs to cannot be known: neither is taken.
        _ when doubtful.TryGetValue(Id(match), out var lines) => $"{Id(match)} stands in entries that differ, lines {lines}",
        _ when before.TryGetValue(Id(match), out var first) => $"repeats {Id(match)}, the ID of line {first.Source.LastLine}",
        _ => null,
    };
}
