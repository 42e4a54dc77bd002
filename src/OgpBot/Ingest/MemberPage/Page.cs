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
        var start = (Heading: "", Index: -1);
        foreach (var heading in Headings.InOrder)
        {
            var index = text.Lines.Skip(start.Index + 1).TakeWhile(line => line.Text != heading).Count() + start.Index + 1;
            if (index == text.Lines.Count)
            {
                problems.Add(new Problem(document, text.Lines[^1].Number, $"the page ends without “{heading}”", Rejected: false));
                continue;
            }

            sections[start.Heading] = new Section(this, start.Heading, [.. text.Lines.Take(index).Skip(start.Index + 1)], Complete: true);
            start = (heading, index);
        }

        // What follows the last heading is either navigation or a section that the page's end may have cut.
        sections[start.Heading] = new Section(this, start.Heading, start.Heading == Headings.End ? [] : [.. text.Lines.Skip(start.Index + 1)], !text.EndsWithin);
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

    /// <summary>The start of a text, to name it in a reason.</summary>
    public static string Excerpt(string text) => text.Length <= 60 ? text : $"{text[..60]}…";
}
