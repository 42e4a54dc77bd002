using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace OgpBot.EndToEndTests;

public sealed class HostileTests(RunningHost running)
{
    private readonly HttpClient client = running.Host.Client;

    [Theory]
    [InlineData("justice ")]
    [InlineData("PE0062 ")]
    [InlineData("PE0001-PE9999 ")]
    [InlineData("area:")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("-")]
    [InlineData("e\u0301")]
    [InlineData("👩‍👩‍👧‍👦")]
    [InlineData("2012 or ")]
    public async Task As_much_text_as_is_taken_is_answered_in_time(string words)
    {
        // JSON writes a letter as at most six bytes.
        var text = string.Concat(Enumerable.Repeat(words, 40_000 / words.Length));
        var before = Stopwatch.GetTimestamp();

        var answer = await running.Host.AskAsync("much", text, TestContext.Current.CancellationToken);

        Assert.NotEmpty((string)answer["text"]!);
        Assert.True(Stopwatch.GetElapsedTime(before) < TimeSpan.FromSeconds(5), $"{Stopwatch.GetElapsedTime(before)}");
    }

    [Theory]
    [InlineData("GET", "/api/chat", 405)]
    [InlineData("DELETE", "/", 405)]
    [InlineData("FOO", "/healthz", 405)]
    [InlineData("GET", "/nothing/here", 404)]
    [InlineData("GET", "/%2e%2e/%2e%2e/etc/passwd", 404)]
    [InlineData("GET", "/api/commitments/%3Cscript%3E", 404)]
    [InlineData("GET", "/api/commitments?page=-1", 400)]
    [InlineData("GET", "/api/commitments?nonsense=1", 400)]
    [InlineData("GET", "/api/commitments?area=%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    public async Task What_is_not_served_is_refused_with_a_problem_that_repeats_no_markup(string method, string path, int status)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var body = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal((status, "application/problem+json"), ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType));
        Assert.DoesNotContain("<script", body, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/chat.js")]
    public async Task Monitors_and_link_checkers_ask_with_HEAD(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Head, path);

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("<img src=x onerror=alert(1)> justice")]
    [InlineData("commitments titled \"<b>justice</b>\"")]
    [InlineData("area:\"<script>alert(1)</script>\"")]
    [InlineData("justise <svg/onload=alert(1)> and <u>zanahoria</u>")]
    [InlineData("word:<iframe> nonsense:<object>")]
    public async Task Markup_that_is_typed_comes_back_as_text_only(string text)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat")
        {
            Content = JsonContent.Create(new { conversationId = "markup", text }),
            Headers = { { "Accept", "text/html" } },
        };

        using var response = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.StartsWith("<article", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<(img|b|script|svg/|u|iframe|object)[ >/]", html);
    }

    [Fact]
    public async Task A_crowd_is_served_or_told_to_wait()
    {
        const int People = 32;
        const int Questions = 30;
        string[] asked = ["Peru justice commitments 2017", "commitments in 2012", "next", "areas by year", "PE0062", "compara 2017 y 2019"];
        var cancellationToken = TestContext.Current.CancellationToken;

        var statuses = await Task.WhenAll(Enumerable.Range(0, People).Select(async person =>
        {
            List<HttpStatusCode> told = [];
            foreach (var turn in Enumerable.Range(0, Questions))
            {
                using var response = await client.PostAsJsonAsync("/api/chat", new { conversationId = $"crowd-{person}", text = asked[turn % asked.Length] }, cancellationToken);
                told.Add(response.StatusCode);
            }

            return told;
        }));

        Assert.All(statuses.SelectMany(told => told), status => Assert.True(status is HttpStatusCode.OK or HttpStatusCode.TooManyRequests, $"{status}"));
        Assert.Equal("alive", await client.GetStringAsync("/healthz", cancellationToken));
    }

    [Fact]
    public async Task A_charset_may_be_quoted()
    {
        using var content = new StringContent("""{"text":"PE0062"}""");
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", "application/json; charset=\"UTF-8\"");

        using var response = await client.PostAsync("/api/chat", content, TestContext.Current.CancellationToken);

        Assert.Equal("PE0062", (string?)JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!["items"]![0]!["id"]);
    }
}
