using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;

namespace OgpBot.EndToEndTests;

public sealed class ChatTests(RunningHost running)
{
    private readonly HostProcess host = running.Host;

    [Fact]
    public async Task A_question_is_answered_with_records_text_and_cards()
    {
        var answer = await host.AskAsync("a", "Peru justice commitments 2017", TestContext.Current.CancellationToken);

        Assert.Equal(2, (int)answer["total"]!);
        Assert.Equal(["PE0082", "PE0083"], answer["items"]!.AsArray().Select(item => (string?)item!["id"]).Order(StringComparer.Ordinal));
        Assert.Contains("PE0082", (string)answer["text"]!, StringComparison.Ordinal);
        Assert.Equal("AdaptiveCard", (string?)answer["adaptiveCard"]!["type"]);
        Assert.NotEmpty(answer["blocks"]!.AsArray());
        Assert.Equal("a", (string?)answer["conversationId"]);
    }

    [Fact]
    public async Task Without_a_conversation_a_new_one_is_begun_and_named()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var (_, body) = await PostAsync("""{"text":"commitments in 2012"}"""u8.ToArray(), "application/json");
        var id = (string)JsonNode.Parse(body)!["conversationId"]!;

        var next = await host.AskAsync(id, "next", cancellationToken);

        Assert.Equal(2, (int)next["page"]!);
    }

    [Fact]
    public async Task The_web_chat_gets_the_answer_as_html_in_the_language_of_the_page()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/chat")
        {
            Content = new StringContent("""{"text":"PE0062"}""", Encoding.UTF8, "application/json"),
            Headers = { { "Accept", "text/html, application/problem+json;q=0.5" }, { "Accept-Language", "es" } },
        };

        using var response = await host.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var html = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/html", response.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("<article class=\"reply\" lang=\"es\">", html.Trim(), StringComparison.Ordinal);
    }

    public static TheoryData<string, string, int> Rubbish { get; } = new()
    {
        { "", "application/json", 400 },
        { "{", "application/json", 400 },
        { """{"text":"x"} rubbish""", "application/json", 400 },
        { $"{new string('[', 60_000)}", "application/json", 400 },
        { """{"text":"x","conversationId":"\udc00"}""", "application/json", 400 },
        { "null", "application/json", 400 },
        { "[]", "application/json", 400 },
        { "{}", "application/json", 400 },
        { """{"text":null}""", "application/json", 400 },
        { """{"text":1e999}""", "application/json", 400 },
        { """{"text":{"text":"x"}}""", "application/json", 400 },
        { """{"text":"a","text":"b"}""", "application/json", 400 },
        { """{"text":"\ud800"}""", "application/json", 400 },
        { """{"text":"x","conversationId":7}""", "application/json", 400 },
        { """{"text":"x","conversationId":"a\u0000b"}""", "application/json", 400 },
        { $$"""{"text":"x","conversationId":"{{new string('c', 129)}}"}""", "application/json", 400 },
        { $$"""{"text":"x","more":{{new string('[', 5_000)}}""", "application/json", 400 },
        { """{"text":"x"}""", "text/plain", 415 },
        { """{"text":"x"}""", "application/json; charset=utf-7", 415 },
        { $$"""{"text":"{{new string('a', 1_000_000)}}"}""", "application/json", 413 },
    };

    [Theory]
    [MemberData(nameof(Rubbish))]
    public async Task A_body_that_is_no_question_is_refused_with_a_reason(string body, string type, int status)
    {
        var (code, answer) = await PostAsync(Encoding.UTF8.GetBytes(body), type);

        Assert.Equal(status, (int)code);
        var problem = JsonNode.Parse(answer)!;
        Assert.NotEmpty((string)(problem["detail"] ?? problem["title"])!);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_refused()
    {
        var (code, _) = await PostAsync([.. "{\"text\":\""u8, 0xff, 0xfe, 0xc3, .. "\"}"u8], "application/json");

        Assert.Equal(HttpStatusCode.BadRequest, code);
    }

    [Theory]
    [InlineData("\\u0000")]
    [InlineData("   ")]
    [InlineData("")]
    [InlineData("\\u202e\\u200b\\ufeff")]
    [InlineData("'; drop table commitment; --")]
    [InlineData("\\\" OR 1=1 NEAR( * ^")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Odd_text_gets_a_polite_reply(string text)
    {
        var (code, body) = await PostAsync(Encoding.UTF8.GetBytes($$"""{"text":"{{text}}"}"""), "application/json");

        Assert.Equal(HttpStatusCode.OK, code);
        Assert.NotEmpty((string)JsonNode.Parse(body)!["text"]!);
    }

    [Fact]
    public async Task Very_long_text_gets_a_polite_reply()
    {
        var answer = await host.AskAsync("long", string.Concat(Enumerable.Repeat("justice ", 20_000)), TestContext.Current.CancellationToken);

        Assert.NotEmpty((string)answer["text"]!);
    }

    [Fact]
    public async Task The_log_holds_nothing_that_was_typed()
    {
        await host.AskAsync("log", "zanahoria commitments", TestContext.Current.CancellationToken);
        await PostAsync("""{"text":"zanahoria" "zanahoria"}"""u8.ToArray(), "application/json");

        Assert.DoesNotContain(host.Lines.ToArray(), line => line.Contains("zanahoria", StringComparison.OrdinalIgnoreCase));
    }

    private async Task<(HttpStatusCode Code, string Body)> PostAsync(byte[] body, string type)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var content = new ByteArrayContent(body) { Headers = { ContentType = MediaTypeHeaderValue.Parse(type) } };
        using var response = await host.Client.PostAsync("/api/chat", content, cancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken));
    }
}
