using System.Text;
using OgpBot.Catalog;

namespace OgpBot.Tests.Ingest;

/// <summary>Writes a catalog's content as the text of a member's page, in the shape that OGP's pages have.</summary>
public static class PageWriter
{
    public static string Write(CatalogContent content)
    {
        var (page, member) = (new StringBuilder(), content.Members.Single());
        var current = content.Plans.Single(plan => plan.Current || plan.Number == member.CurrentPlan);
        Lines("Skip Navigation", "", member.Name, "", $"  • Member Since {member.Since.Value}", $"  • {current.Name}", "", "ON THE PAGE", "", "");
        Lines("Current Action Plan", "", current.Span.Value!, "", current.Name, "");
        Lines($"  • Number of Commitments: {current.StatedCommitments.Value}", $"  • Policy Area Focus: {current.AreaFocus.Value}", "", "Commitments", "");
        foreach (var (index, it) in content.Commitments.Index())
        {
            Lines($"  {index + 1}. {(it.Starred ? "Starred commitment " : "")}{it.Title}", "", $"    {it.Id}, {it.Year}, {string.Join(", ", it.Areas)}", "");
        }

        Lines("", "Resources", "");
        foreach (var (index, it) in content.Resources.Index())
        {
            Lines($"  {index + 1}. {it.Title}", "", $"    {it.Year}, {it.Type.Value}, {it.Format.Value}", "");
        }

        Lines("", "Current Data", "", "Updated now and then.", "", "Commitment Performance", "", Meaning("commitment-performance"), "", "Key", "");
        Lines([.. Keys("performance", "key").SelectMany(name => new[] { name, "" }), "Major", "Outstanding", "Starred Commitments"]);
        foreach (var row in content.Performance)
        {
            Lines([$"Action Plan {row.Plan}", .. row.Unassigned, .. new[] { row.Major, row.Outstanding, row.Starred }.Where(known => known.IsGiven).Select(known => known.Value!)]);
        }

        foreach (var record in content.PerformanceRecords)
        {
            Lines(["", record.Scope, "", "Most per action plan", .. record.Figures]);
        }

        Lines("", "How to Get More Starred Commitments", "", $"Starred commitments in OGP are {Meaning("starred-commitments")} More words follow.", "", "Key", "");
        foreach (var key in content.Keys.Where(key => key.Section == "stars"))
        {
            Lines(key.Meaning.IsGiven ? $"{key.Name} ({key.Meaning.Value})" : key.Name, "");
        }

        Participation();
        GlobalReport();
        Lines("", "Recent Posts", "");
        foreach (var post in content.Posts)
        {
            Lines(post.Caption.Value!, "", post.Title, "", post.Teaser.Value ?? $"What “{post.Title}” is about…", "");
        }

        Lines("Show More", "Do NOT follow this link or you will be banned from the site!");
        return page.ToString();

        void Participation()
        {
            var levels = content.Keys.Where(key => key is { Section: "participation", Kind: "level" }).ToList();
            Lines(["Public Participation", "", "What the table shows.", "", "Key", "", .. Keys("participation", "key").SelectMany(name => new[] { name, "" }), "Definitions", ""]);
            foreach (var level in levels.Where(level => level.Meaning.IsGiven))
            {
                // The page has a no-break space here and there.
                Lines($"{level.Name}:{(level.Name == "Consult" ? '\u00A0' : ' ')}{level.Meaning.Value}", "", "\u00A0", "");
            }

            foreach (var phase in Keys("participation", "phase"))
            {
                Lines([.. levels.Select(level => level.Name), "", phase, "", .. content.Participation.Where(row => row.Phase == phase).Select(row => $"Action Plan {row.Plan}")]);
            }
        }

        void GlobalReport()
        {
            var codes = content.Keys.Where(key => key is { Section: "global-report", Kind: "code" }).ToList();
            var scale = content.Keys.Single(key => key is { Section: "global-report", Kind: "scale" });
            Lines("", "OGP Global Report Data", "", $"{content.Keys.Single(key => key is { Section: "global-report", Kind: "note" }).Name} See there.", "");
            Lines("Action implications", "", Meaning("action-implications"), "", "IRM-based findings", "", Meaning("irm-based-findings"), "");
            Lines([.. codes.Select(code => $"({code.Name}) {code.Meaning.Value}"), "", "Third-party scores", "", $"{Meaning("third-party-scores")} Scores follow.", ""]);
            foreach (var dimension in content.GlobalReport.OrderBy(entry => entry.Source.FirstLine).GroupBy(entry => entry.Dimension))
            {
                Lines(dimension.Key, "");
                foreach (var entry in dimension)
                {
                    Lines(["Action Implications", .. entry.Implication.IsGiven ? [entry.Implication.Value!] : Array.Empty<string>(), "IRM-Based Findings"]);
                    Lines([.. codes.Select(code => code.Name), $"{scale.Name} ({scale.Meaning.Value})"]);
                }

                Lines("");
            }
        }

        IEnumerable<string> Keys(string section, string kind) => content.Keys.Where(key => key.Section == section && key.Kind == kind).OrderBy(key => key.Order).Select(key => key.Name);

        string Meaning(string key) => content.Terms.Single(term => term.Key == key).Meaning;

        void Lines(params IReadOnlyList<string> lines) => page.Append(string.Concat(lines.Select(line => $"{line}\n")));
    }
}
