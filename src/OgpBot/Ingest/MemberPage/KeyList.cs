using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Collects a section's keys, definitions, levels and scales in the order of the page.</summary>
internal sealed class KeyList(Section section, string member, string name)
{
    private readonly List<KeyEntry> entries = [];

    public IReadOnlyList<KeyEntry> Entries => entries;

    public void Add(string kind, Line line) => Add(kind, line, line.Text, Known.NotInSource);

    public void Add(string kind, Line line, string text, Known meaning) =>
        entries.Add(new KeyEntry(member, name, kind, entries.Count + 1, text, meaning, section.SourceOf(line)));

    /// <summary>"Stars (Global average 7%)": what stands in brackets is the meaning.</summary>
    public void AddBracketed(string kind, Line line)
    {
        var open = line.Text.IndexOf(" (", StringComparison.Ordinal);
        if (open > 0 && line.Text.EndsWith(')'))
        {
            Add(kind, line, line.Text[..open], Known.Given(line.Text[(open + 2)..^1]));
        }
        else
        {
            Add(kind, line);
        }
    }
}
