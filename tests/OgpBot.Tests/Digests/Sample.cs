using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Tests.Digests;

/// <summary>Small catalogs.</summary>
internal static class Sample
{
    public static readonly Source Source = new("page.txt", 1, 2, DateTimeOffset.UnixEpoch);

    /// <summary>Two members with a few records each.</summary>
    public static CatalogContent Content { get; } = CatalogContent.Empty with
    {
        Members = [new("Peru", "PE", Source), new("Chile", "CL", Source)],
        Plans = [new("Peru", 1, 2012, Current: true, 0, Source), new("Chile", 1, 2014, Current: true, 0, Source)],
        Commitments = [Commitment("PE0001", "Peru", "Open courts"), Commitment("CL0001", "Chile", "Open budgets")],
        Resources = [Resource("Peru", "First report"), Resource("Chile", "First letter")],
        Posts = [new("peru-post-1", "Peru", 1, "A post", Source)],
    };

    public static Commitment Commitment(string id, string member, string title) => new(id, member, 2014, 1, title, Starred: false, Source) { Areas = ["Justice"] };

    public static Resource Resource(string member, string title, int year = 2024) =>
        new($"{member} {year} {title}".ToLowerInvariant().Replace(' ', '-'), member, year, title, Source) { Type = Known.Given("IRM Report"), Format = Known.Given("PDF") };

    public static CatalogContent With(this CatalogContent content, params Resource[] resources) => content with { Resources = [.. content.Resources, .. resources] };

    public static CatalogContent With(this CatalogContent content, params Commitment[] commitments) => content with { Commitments = [.. content.Commitments, .. commitments] };

    /// <summary>The same catalog, read again at another time from other lines of another document.</summary>
    public static CatalogContent ReadAgain(this CatalogContent content)
    {
        var source = new Source("again.csv", 7, 9, DateTimeOffset.UnixEpoch.AddDays(1));
        return content with
        {
            Members = [.. content.Members.Select(record => record with { Source = source })],
            Plans = [.. content.Plans.Select(record => record with { Source = source })],
            Commitments = [.. content.Commitments.Select(record => record with { Source = source })],
            Resources = [.. content.Resources.Select(record => record with { Source = source })],
            Posts = [.. content.Posts.Select(record => record with { Source = source })],
        };
    }

    /// <summary>A member with some resources.</summary>
    public static CatalogContent WithMember(this CatalogContent content, string name, string prefix, int resources) => content with
    {
        Members = [.. content.Members, new(name, prefix, Source)],
        Resources = [.. content.Resources, .. Enumerable.Range(1, resources).Select(number => Resource(name, string.Create(CultureInfo.InvariantCulture, $"Report {number:000}")))],
    };
}
