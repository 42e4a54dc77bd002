using OgpBot.Catalog;

namespace OgpBot.Ingest.MemberPage;

/// <summary>Reads the list of resources: "2020, IRM Report, Web page" below each title; newer pages may lack the type.</summary>
internal static class ResourceList
{
    public static IReadOnlyList<Resource> Read(Section section, string member)
    {
        var resources = new List<Resource>();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in Entries.Read(section))
        {
            var facts = entry.Facts.Split(',', StringSplitOptions.TrimEntries);
            if (Entries.Year(facts[0]) is not { } year)
            {
                section.Reject(
                    entry.Last, $"expected a year, a type and a format, such as “2020, IRM Report, Web page”; found “{Page.Excerpt(entry.Facts)}”");
                continue;
            }

            var key = Slug.Unique(Slug.Of(member, facts[0], entry.Title), taken);
            resources.Add(new Resource(key, member, year, entry.Title, section.SourceOf(entry.First, entry.Last))
            {
                // Without a type the one fact left is the format.
                Type = facts.Length > 2 ? Given(string.Join(", ", facts[1..^1])) : Known.NotInSource,
                Format = facts.Length > 1 ? Given(facts[^1]) : Known.NotInSource,
                Url = entry.First.Link is { } link ? Known.Given(link) : Known.NotInSource,
            });
        }

        return resources;
    }

    private static Known Given(string text) => text.Length == 0 ? Known.NotInSource : Known.Given(text);
}
