using CsCheck;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Ingest.MemberPage;

namespace OgpBot.Tests.Ingest;

public sealed class HtmlPageTests
{
    private const string Today = """
        <!DOCTYPE html>
        <html lang="en"><head><title>Ruritania - Open Government Partnership</title><style>li { color: red }</style></head>
        <body>
          <header role="banner"><ul><li><a href="/resources">Resources</a></li></ul></header>
          <nav><ul><li>Commitments</li><li>Resources</li></ul></nav>
          <main>
            <h1>Ruritania</h1>
            <ul><li>Member Since 2014</li><li>Action Plan 3</li></ul>
            <h2>Current Action Plan</h2><p>2024-2028</p><h3>Action Plan 3</h3>
            <ul><li>Number of Commitments: 7</li></ul>
            <h2>Resources</h2>
            <ol>
              <li><a href="/documents/plan-3">Ruritania Action Plan&nbsp;2024&ndash;2028</a>
                  <div><span>2024</span>, <span>Action Plan</span>, <span>Web page</span></div></li>
              <li><h3><a href="https://example.org/x?a=1&amp;b=2">Caf&eacute; &lt;script&gt; minutes</a></h3><p>2023, Meeting Minutes, PDF</p></li>
              <li></li>
              <li><a href="javascript:alert(1)">Untyped</a><p>2024, Web page</p></li>
            </ol>
            <h2>Recent Posts</h2>
            <script>document.write("1. Not a resource")</script>
            <button>Show More</button>
          </main>
          <footer><a href="/trap">Do not follow</a></footer>
        </body></html>
        """;

    [Fact]
    public void A_page_of_today_gives_its_member_and_its_resources_with_their_links()
    {
        var problems = new List<Problem>();

        var content = MemberPageReader.Read(HtmlPage.Read(Today), "ruritania.html", DateTimeOffset.UnixEpoch, problems)!;

        Assert.Equal(("Ruritania", "2014", 3), (content.Members[0].Name, content.Members[0].Since.Value, content.Members[0].CurrentPlan));
        Assert.Empty(content.Commitments);
        Assert.Equal(
            [
                ("Ruritania Action Plan 2024–2028", 2024, "Action Plan", "Web page", "https://www.opengovpartnership.org/documents/plan-3"),
                ("Café <script> minutes", 2023, "Meeting Minutes", "PDF", "https://example.org/x?a=1&b=2"),
                ("Untyped", 2024, null, "Web page", null),
            ],
            content.Resources.Select(resource => (resource.Title, resource.Year, resource.Type.Value, resource.Format.Value, resource.Url.Value)));
        Assert.DoesNotContain(problems, problem => problem.Rejected);
    }

    [Fact]
    public void A_record_of_a_page_names_the_line_of_the_file_that_it_stands_in()
    {
        var content = MemberPageReader.Read(HtmlPage.Read(Today), "ruritania.html", DateTimeOffset.UnixEpoch, [])!;

        Assert.Equal((13, 14), (content.Resources[0].Source.FirstLine, content.Resources[0].Source.LastLine));
    }

    [Fact]
    public void The_text_of_a_page_and_its_HTML_say_the_same()
    {
        var text = PeruPage.Text;
        var html = $"<!doctype html><html><body>{string.Concat(text.Split('\n').Select(line => $"<p>{System.Net.WebUtility.HtmlEncode(line)}</p>\n"))}</body></html>";

        var (fromText, fromHtml) = (Read(SourceText.Of(text)), Read(HtmlPage.Read(html)));

        Assert.Equal(fromText.Commitments.Select(Said), fromHtml.Commitments.Select(Said));
        Assert.Equal(fromText.Resources.Select(resource => (resource.Key, resource.Type, resource.Format)), fromHtml.Resources.Select(resource => (resource.Key, resource.Type, resource.Format)));
        Assert.Equal(fromText.Participation.Count, fromHtml.Participation.Count);
        Assert.Equal(fromText.Posts.Select(post => post.Title), fromHtml.Posts.Select(post => post.Title));
    }

    [Fact]
    public void A_page_nested_without_end_is_read_without_harm()
    {
        var html = $"<!doctype html><html><body>{string.Concat(Enumerable.Repeat("<div>", 20_000))}deep";

        Assert.DoesNotContain(HtmlPage.Read(html).Lines, line => line.Text == "deep");
    }

    [Fact]
    public void Whatever_stands_in_a_page_no_line_of_it_is_broken_or_untidy() => Gen.String.Sample(
        words => Assert.All(HtmlPage.Read($"<html><body><li>{words}</li>").Lines, line => Assert.DoesNotContain('\n', line.Text)),
        iter: 500);

    private static CatalogContent Read(SourceText text) => MemberPageReader.Read(text, "page", DateTimeOffset.UnixEpoch, [])!;

    private static (string Id, int Year, string Title, bool Starred, string Areas) Said(Commitment it) => (it.Id, it.Year, it.Title, it.Starred, string.Join('|', it.Areas));
}
