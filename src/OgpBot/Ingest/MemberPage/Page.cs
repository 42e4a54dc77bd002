using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>A member's page as text, cut into its sections.</summary>
internal sealed class Page
{
    private readonly Dictionary<string, Section> sections = new(StringComparer.Ordinal);
    private readonly ICollection<Problem> problems;
    private readonly DateTimeOffset importedAt;

    public Page(SourceText text, string document, DateTimeOffset importedAt, ICollection<Problem> problems)
    {
        (Document, this.importedAt, this.problems) = (document, importedAt, problems);
        var lines = text.Lines;
        var start = (Heading: "", Index: -1);
        foreach (var heading in Headings.InOrder)
        {
            var index = start.Index + 1;
            while (index < lines.Count && lines[index].Text != heading)
            {
                index++;
            }

            if (index < lines.Count)
            {
                sections[start.Heading] = new Section(this, start.Heading, [.. lines.Take(index).Skip(start.Index + 1)], Complete: true);
                start = (heading, index);
            }
        }

        sections[start.Heading] = Last(start.Heading, [.. lines.Skip(start.Index + 1)], text.EndsWithin);
        var end = lines.LastOrDefault(line => !line.IsBlank)?.Number ?? 1;
        foreach (var heading in Headings.InOrder.Where(heading => !Has(heading)))
        {
            problems.Add(new Problem(document, end, $"the page ends without “{heading}”", Rejected: false));
        }

        Head = sections[""];
    }

    public string Document { get; }

    /// <summary>What stands above the first heading.</summary>
    public Section Head { get; }

    /// <summary>Empty when the page lacks it.</summary>
    public Section this[string heading] => sections.GetValueOrDefault(heading) ?? new Section(this, heading, [], Complete: true);

    public bool Has(string heading) => sections.ContainsKey(heading);

    public Source SourceOf(Line first, Line last) => new(Document, first.Number, last.Number, importedAt);

    public void Reject(Line line, string reason) => problems.Add(new Problem(Document, line.Number, reason));

    // What follows the last heading is navigation, or a section that may have been cut: then a last line without its end cannot be trusted.
    private Section Last(string heading, List<Line> lines, bool endsWithin)
    {
        if (heading == Headings.End)
        {
            return new Section(this, heading, [], Complete: true);
        }

        if (endsWithin && lines is [.., { IsBlank: false } end])
        {
            Reject(end, $"the page ends inside this line: “{Excerpt(end.Text)}”");
            lines.RemoveAt(lines.Count - 1);
        }

        return new Section(this, heading, lines, Complete: false);
    }

    /// <summary>The start of a text, to name it in a reason.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
