using System.Text;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.MemberPage;

namespace OgpBot.Tests.Ingest;

/// <summary>A page of Peru, written from the shipped catalog in the order of the page.</summary>
public static class PeruPage
{
    public static DateTimeOffset Now { get; } = new(2030, 1, 2, 3, 4, 5, TimeSpan.Zero);

    public static CatalogContent Content { get; } = InPageOrder(ShippedCatalog.Read());

    public static string Text { get; } = PageWriter.Write(Content);

    internal static CatalogContent? Read(string text, List<Problem> problems) => Read(Encoding.UTF8.GetBytes(text), problems);

    internal static CatalogContent? Read(byte[] bytes, List<Problem> problems) =>
        TextDecoder.Read(bytes, "page.txt", problems) is { } text ? MemberPageReader.Read(SourceText.Of(text), "page.txt", Now, problems) : null;

    /// <summary>What the records say, one line each, without where they were read and without teasers.</summary>
    public static IReadOnlyList<string> Said(CatalogContent content)
    {
        var source = new Source("", 0, 0, Now);
        return
        [
            .. content.Members.Select(it => $"{it with { Source = source }}"),
            .. content.Plans.Select(it => $"{it with { Source = source, Current = false, Commitments = 0 }}"),
            .. content.Commitments.Select(it => $"{it with { Source = source }}"),
            .. content.Resources.Select(it => $"{it with { Source = source }}"),
            .. content.Performance.Select(it => $"{it with { Source = source }}"),
            .. content.PerformanceRecords.Select(it => $"{it with { Source = source }}"),
            .. content.Keys.Select(it => $"{it with { Source = source }}"),
            .. content.Participation.Select(it => $"{it with { Source = source }}"),
            .. content.GlobalReport.Select(it => $"{it with { Source = source }}"),
            .. content.Terms.Select(it => $"{it with { Source = source }}"),
            .. content.Posts.Select(it => $"{it with { Source = source, Teaser = Known.NotInSource }}"),
        ];
    }

    private static CatalogContent InPageOrder(CatalogContent content) => content with
    {
        Commitments = [.. content.Commitments.OrderBy(it => it.Source.FirstLine)],
        Resources = [.. content.Resources.OrderBy(it => it.Source.FirstLine)],
        Keys = [.. content.Keys.OrderBy(it => it.Source.FirstLine)],
        Posts = [.. content.Posts.OrderBy(it => it.Order)],
    };
}
