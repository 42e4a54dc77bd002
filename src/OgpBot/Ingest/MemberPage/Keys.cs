using System.Text.RegularExpressions;
using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads what the page's sections say besides their tables: keys, levels, phases, codes, scales.</summary>
internal static partial class Keys
{
    private static readonly string[] Levels = ["Collaborate", "Involve", "Consult", "Inform", "No Consultation"];

    public static readonly string[] Phases = ["Development", "Implementation"];

    [GeneratedRegex(
        @"\A\((?<code>[A-Z]{1,3})\) (?<meaning>\S.*)\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    public static partial Regex Code();

    public static IReadOnlyList<KeyEntry> Performance(Section section, string member)
    {
        var keys = new KeyList(section, member, "performance");
        foreach (var line in section.Between("Key", "Major"))
        {
            keys.Add("key", line);
        }

        return keys.Entries;
    }

    public static IReadOnlyList<KeyEntry> Stars(Section section, string member)
    {
        var keys = new KeyList(section, member, "stars");
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var lines = section.Between("Key");
        // The key names "Focus on design" first; the chart's own headings follow from its second mention on.
        var chart = lines.TakeWhile(line => seen.Add(line.Text)).Count();
        foreach (var (index, line) in lines.Index())
        {
            var kind = index < chart ? "key" : line.Text.StartsWith("Focus on ", StringComparison.Ordinal) ? "focus" : "note";
            keys.AddBracketed(kind, line);
        }

        return keys.Entries;
    }

    public static IReadOnlyList<KeyEntry> Participation(Section section, string member)
    {
        var keys = new KeyList(section, member, "participation");
        foreach (var line in section.Between("Key", "Definitions"))
        {
            keys.Add("key", line);
        }

        var definitions = section.Said.Select(line => (Line: line, Term: Definition(line))).Where(entry => entry.Term is not null).ToList();
        foreach (var level in Levels)
        {
            var (line, term) = definitions.FirstOrDefault(entry => entry.Term!.Value.Name == level);
            if ((line ?? section.Said.FirstOrDefault(said => said.Text == level)) is { } place)
            {
                keys.Add("level", place, level, term is { } defined ? Known.Given(defined.Meaning) : Known.NotInSource);
            }
        }

        foreach (var line in section.Said.Where(line => Phases.Contains(line.Text)).DistinctBy(line => line.Text))
        {
            keys.Add("phase", line);
        }

        return keys.Entries;
    }

    public static IReadOnlyList<KeyEntry> GlobalReport(Section section, string member)
    {
        var keys = new KeyList(section, member, "global-report");
        if (section.Said is [var origin, ..] && origin.Text.StartsWith("The data below is drawn from ", StringComparison.Ordinal))
        {
            keys.Add("note", origin, Glossary.FirstSentence(origin.Text), Known.NotInSource);
        }

        foreach (var line in section.Said.TakeWhile(line => line.Text != GlobalReportTable.Start))
        {
            if (Code().Match(line.Text) is { Success: true } code)
            {
                keys.Add("code", line, code.Groups["code"].Value, Known.Given(code.Groups["meaning"].Value));
            }
        }

        if (section.Said.FirstOrDefault(line => line.Text.StartsWith(GlobalReportTable.Score, StringComparison.Ordinal)) is { } scale)
        {
            keys.AddBracketed("scale", scale);
        }

        return keys.Entries;
    }

    /// <summary>"Involve: Government gave feedback on public inputs".</summary>
    public static (string Name, string Meaning)? Definition(Line line) =>
        line.Text.Split(": ", 2) is [var name, { Length: > 0 } meaning] && Levels.Contains(name) ? (name, meaning) : null;
}
