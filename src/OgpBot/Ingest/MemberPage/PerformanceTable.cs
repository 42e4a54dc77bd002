using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest.MemberPage;

/// <summary>
/// Reads the table of commitment performance. Its cells have lost their columns: only a row with a figure for every column can be told apart;
/// the figures of other rows stay unassigned.
/// </summary>
internal static class PerformanceTable
{
    private const string Columns = "Starred Commitments";
    private const string Most = "Most per action plan";

    public static IReadOnlyList<Performance> Read(Section section, string member)
    {
        var rows = new Dictionary<int, Performance>();
        Line? title = null;
        var figures = new List<Line>();
        foreach (var line in section.Between(Columns, "Global", "Regional"))
        {
            if (PlanName.Number(line.Text) is not null)
            {
                Close();
                title = line;
            }
            else if (title is null || Figure(line.Text) is null)
            {
                section.Reject(line, $"expected a plan or a figure; found “{Page.Excerpt(line.Text)}”");
            }
            else
            {
                figures.Add(line);
            }
        }

        if (title is not null && !section.Complete && !section.Said.Any(line => line.Text == "Global"))
        {
            section.Reject(title, "the page ends inside this row");
            return [.. rows.Values];
        }

        Close();
        return [.. rows.Values];

        void Close()
        {
            if (title is not null && !rows.TryAdd(PlanName.Number(title.Text)!.Value, Row(section, member, title, figures)))
            {
                section.Reject(title, $"repeats {title.Text}");
            }

            figures.Clear();
        }
    }

    public static IReadOnlyList<PerformanceRecord> ReadRecords(Section section, string member)
    {
        var records = new List<PerformanceRecord>();
        foreach (var scope in (string[])["Global", "Regional"])
        {
            var lines = section.Between(scope, "Global", "Regional");
            var figures = lines.Skip(1).ToList();
            if (!section.Complete && lines is [.., var end] && end == section.Said[^1])
            {
                section.Reject(end, $"the page ends inside the figures for {scope}");
                continue;
            }

            if (lines is [{ Text: Most }, .., var last] && figures.Count > 0 && figures.All(line => Figure(line.Text) is not null))
            {
                var title = section.Said.First(line => line.Text == scope);
                records.Add(new PerformanceRecord(member, scope, figures.Select(line => line.Text).ToValues(), section.SourceOf(title, last)));
            }
            else if (lines.Count > 0)
            {
                section.Reject(lines[0], $"expected “{Most}” and figures for {scope}");
            }
        }

        return records;
    }

    private static Performance Row(Section section, string member, Line title, List<Line> figures)
    {
        var source = section.SourceOf(title, figures.Count == 0 ? title : figures[^1]);
        var values = figures.Select(line => Figure(line.Text)!.Value).ToList();
        var row = new Performance(member, PlanName.Number(title.Text)!.Value, source);
        return values is [var major, var outstanding, var starred]
            ? row with { Major = major, Outstanding = outstanding, Starred = starred }
            : row with { Unassigned = figures.Select(line => line.Text).ToValues() };
    }

    private static Known? Figure(string text) => text switch
    {
        "Pending IRM Review" or "Pending IRM review" => Known.PendingReview,
        "No IRM data" => Known.NotInSource,
        _ when text.Length <= 4 && text.All(char.IsAsciiDigit) => Known.Given(text),
        _ => null,
    };
}
