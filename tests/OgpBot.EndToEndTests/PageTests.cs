using System.Net;
using System.Text.RegularExpressions;

namespace OgpBot.EndToEndTests;

public sealed partial class PageTests(RunningHost running)
{
    private readonly HttpClient client = running.Host.Client;

    [Fact]
    public async Task The_page_and_all_it_is_made_of_come_from_here_under_a_strict_policy()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        using var page = await client.GetAsync("/", cancellationToken);
        var html = await page.Content.ReadAsStringAsync(cancellationToken);
        var assets = Assets().Matches(html).Select(match => match.Groups["path"].Value).Distinct().ToArray();

        Assert.Contains("script-src 'self';", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.False(page.Headers.Contains("Server"));
        Assert.DoesNotContain("{{", html, StringComparison.Ordinal);
        Assert.Contains("/chat.js", assets);
        Assert.Contains("/chat.css", assets);
        foreach (var asset in assets)
        {
            using var response = await client.GetAsync(asset, cancellationToken);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
        }
    }

    [Theory]
    [InlineData("es-PE,es;q=0.9,en;q=0.5", "es", "¿Qué te gustaría saber?")]
    [InlineData("en-GB", "en", "What would you like to know?")]
    [InlineData("ja", "en", "What would you like to know?")]
    public async Task The_page_speaks_the_language_of_the_browser(string browser, string language, string greeting)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/") { Headers = { { "Accept-Language", browser } } };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));

        Assert.Contains($"<html lang=\"{language}\">", html, StringComparison.Ordinal);
        Assert.Contains(greeting, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_that_did_not_change_is_not_sent_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var first = await client.GetAsync("/chat.css", cancellationToken);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/chat.css") { Headers = { IfNoneMatch = { first.Headers.ETag! } } };

        using var second = await client.SendAsync(request, cancellationToken);

        Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
    }

    [GeneratedRegex("""(?:src|href)="(?<path>/[\w.]+)""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Assets();
}
