using System.Globalization;
using System.Text.RegularExpressions;

namespace OgpBot.Ingest.MemberPage;

/// <summary>A numbered entry of a list: its title, and the line of facts below it.</summary>
internal sealed record Entry(Line First, Line Last, string Title, string Facts);

/// <summary>Reads the page's numbered lists. What is not exactly a title and one line of facts is rejected.</summary>
internal static partial class Entries
{
    // The longest title known has 601 characters.
    private const int LongestTitle = 2_000;

    [GeneratedRegex(@"\A[0-9]{1,5}\.\s+(?<title>\S.*)\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Start();

    public static IEnumerable<Entry> Read(Section section)
    {
        var said = section.Said;
        var first = said.TakeWhile(line => !Start().IsMatch(line.Text)).Count();
        foreach (var stray in said.Take(first))
        {
            section.Reject(stray, $"stands before the first numbered entry: “{Page.Excerpt(stray.Text)}”");
        }

        for (var i = first; i < said.Count;)
        {
            var lines = said.Skip(i + 1).TakeWhile(line => !Start().IsMatch(line.Text)).Prepend(said[i]).ToList();
            i += lines.Count;
            if (Check(lines) is { } fault)
            {
                section.Reject(fault.Line, fault.Reason);
            }
            else
            {
                yield return new Entry(lines[0], lines[1], Start().Match(lines[0].Text).Groups["title"].Value, lines[1].Text);
            }
        }
    }

    /// <summary>A year between 1990 and 2100.</summary>
    public static int? Year(string text) =>
        text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1990 and <= 2100 ? year : null;

    private static (Line Line, string Reason)? Check(List<Line> lines) => lines switch
    {
        [var title] => (title, $"no line of facts below the title “{Page.Excerpt(title.Text)}”"),
        [var title, ..] when title.Text.Length > LongestTitle => (title, $"the title has {title.Text.Length} characters; at most {LongestTitle} are taken"),
        [_, _] => null,
        [_, _, var extra, ..] => (extra, $"one line of facts is expected below a title; a second one says “{Page.Excerpt(extra.Text)}”"),
        _ => null,
    };
}
