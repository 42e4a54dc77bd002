using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack;

public sealed class SlackSocketTests : IAsyncLifetime
{
    private static readonly SlackSocketTiming Brisk = new()
    {
        Pause = TimeSpan.FromMilliseconds(20),
        LongestPause = TimeSpan.FromMilliseconds(100),
        Hopeless = TimeSpan.FromMilliseconds(300),
        SwitchedOff = TimeSpan.FromMilliseconds(300),
        Goodbye = TimeSpan.FromSeconds(2),
    };

    private readonly ChannelHealth health = new("slack");
    private readonly ConcurrentQueue<string> taken = new();
    private StandInSocketMode slack = null!;
    private SlackSocketService? service;

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => slack = await StandInSocketMode.StartAsync(CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        await slack.DisposeAsync();
    }

    [Fact]
    public async Task An_event_is_acknowledged_only_after_it_was_taken_in()
    {
        var stored = new TaskCompletionSource();
        await StartAsync(async (_, _, _) =>
        {
            await stored.Task;
            return SlackAnswer.Acknowledged;
        });
        var line = await slack.NextAsync(CancellationToken);

        var acknowledged = slack.SendAsync(line, "events_api", Event("Ev1"), takesAnswer: false, CancellationToken);
        var early = await Task.WhenAny(acknowledged, Task.Delay(200, CancellationToken)) == acknowledged;
        stored.SetResult();

        Assert.False(early);
        Assert.Single((await acknowledged).AsObject());
    }

    [Fact]
    public async Task What_could_not_be_taken_in_is_not_acknowledged()
    {
        await StartAsync((_, payload, _) => Task.FromResult(Text(payload).Contains("busy", StringComparison.Ordinal) ? SlackAnswer.Busy
            : Text(payload).Contains("fault", StringComparison.Ordinal) ? throw new InvalidOperationException() : SlackAnswer.Acknowledged));
        var line = await slack.NextAsync(CancellationToken);

        var busy = slack.SendAsync(line, "events_api", Event("busy"), takesAnswer: false, CancellationToken);
        var fault = slack.SendAsync(line, "events_api", Event("fault"), takesAnswer: false, CancellationToken);
        await slack.SendAsync(line, "events_api", Event("Ev1"), takesAnswer: false, CancellationToken);
        await Task.WhenAny(busy, fault, Task.Delay(100, CancellationToken));

        Assert.False(busy.IsCompleted || fault.IsCompleted);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_answer_goes_into_the_acknowledgement_where_Slack_takes_it(bool takesAnswer)
    {
        await StartAsync((_, _, _) => Task.FromResult(new SlackAnswer(200, """{"text":"Perú"}""")));
        var line = await slack.NextAsync(CancellationToken);

        var acknowledgement = await slack.SendAsync(line, "slash_commands", new JsonObject { ["command"] = "/ogp" }, takesAnswer, CancellationToken);

        Assert.Equal(takesAnswer ? "Perú" : null, (string?)acknowledgement["payload"]?["text"]);
    }

    [Theory]
    [InlineData("warning")]
    [InlineData("refresh_requested")]
    public async Task At_a_refresh_both_connections_are_served_until_Slack_closes_the_old_one(string reason)
    {
        await StartAsync(Take);
        var old = await slack.NextAsync(CancellationToken);

        await old.TellAsync(reason, CancellationToken);
        var next = await slack.NextAsync(CancellationToken);
        await slack.SendAsync(next, "events_api", Event("new"), takesAnswer: false, CancellationToken);
        await slack.SendAsync(old, "events_api", Event("old"), takesAnswer: false, CancellationToken);
        await old.CloseAsync(CancellationToken);

        Assert.Equal(WebSocketCloseStatus.NormalClosure, await old.Ended.WaitAsync(TimeSpan.FromSeconds(5), CancellationToken));
        Assert.Equal("on", health.State);
        Assert.False(next.Ended.IsCompleted);
    }

    [Fact]
    public async Task While_there_is_no_second_connection_the_first_is_served()
    {
        await StartAsync(Take);
        var old = await slack.NextAsync(CancellationToken);
        for (var refusal = 0; refusal < 3; refusal++)
        {
            slack.InsteadOfAnAddress.Enqueue(Results.StatusCode(500));
        }

        await old.TellAsync("warning", CancellationToken);
        await slack.SendAsync(old, "events_api", Event("old"), takesAnswer: false, CancellationToken);
        var next = await slack.NextAsync(CancellationToken);
        await slack.SendAsync(next, "events_api", Event("new"), takesAnswer: false, CancellationToken);

        Assert.Equal(5, slack.Asked);
        Assert.Equal("on", health.State);
    }

    [Fact]
    public async Task A_connection_that_falls_silent_is_replaced()
    {
        slack.IsDeaf = true;
        await StartAsync(Take, Brisk with { Silence = TimeSpan.FromMilliseconds(200), Patience = TimeSpan.FromMilliseconds(200) });
        await slack.NextAsync(CancellationToken);

        slack.IsDeaf = false;
        var next = await slack.NextAsync(CancellationToken).WaitAsync(TimeSpan.FromSeconds(10), CancellationToken);

        await slack.SendAsync(next, "events_api", Event("Ev1"), takesAnswer: false, CancellationToken);
    }

    [Fact]
    public async Task A_connection_that_says_no_hello_is_not_counted_on()
    {
        slack.SaysHello = false;
        await StartAsync(Take, Brisk with { Opening = TimeSpan.FromMilliseconds(200), Red = TimeSpan.Zero });
        await slack.NextAsync(CancellationToken);
        await UntilAsync(() => !health.Ready);

        slack.SaysHello = true;

        await UntilAsync(() => health.State == "on");
    }

    [Fact]
    public async Task Socket_Mode_that_was_switched_off_is_said_and_forgotten_when_it_is_on_again()
    {
        await StartAsync(Take);
        var line = await slack.NextAsync(CancellationToken);
        await UntilAsync(() => health.State == "on");

        await line.TellAsync("link_disabled", CancellationToken);
        await UntilAsync(() => !health.Ready);
        var said = health.State;
        await slack.NextAsync(CancellationToken);

        Assert.Equal("failing: Socket Mode was switched off for this app", said);
        await UntilAsync(() => health.State == "on");
    }

    [Fact]
    public async Task A_token_that_Slack_refuses_makes_the_channel_red_at_once_and_says_why()
    {
        slack.InsteadOfAnAddress.Enqueue(Results.Json(new { ok = false, error = "invalid_auth" }));
        await StartAsync(Take);

        await UntilAsync(() => !health.Ready);

        Assert.Equal("failing: no connection to Slack (apps.connections.open: invalid_auth)", health.State);
        await UntilAsync(() => health.State == "on");
    }

    [Fact]
    public async Task A_short_outage_is_no_failure_and_a_long_one_is()
    {
        await StartAsync(Take, Brisk with { Red = TimeSpan.FromMilliseconds(600) });
        var line = await slack.NextAsync(CancellationToken);
        await UntilAsync(() => health.State == "on");
        var clock = Stopwatch.StartNew();
        for (var refusal = 0; refusal < 40; refusal++)
        {
            slack.InsteadOfAnAddress.Enqueue(Results.Json(new { ok = false, error = "internal_error" }));
        }

        line.Cut();
        await UntilAsync(() => !health.Ready);

        Assert.InRange(clock.ElapsedMilliseconds, 600, 10_000);
        slack.InsteadOfAnAddress.Clear();
        await UntilAsync(() => health.State == "on");
    }

    [Fact]
    public async Task Slack_is_not_asked_again_before_the_time_it_named()
    {
        slack.InsteadOfAnAddress.Enqueue(new Refusal());
        var clock = Stopwatch.StartNew();
        await StartAsync(Take);

        await slack.NextAsync(CancellationToken);

        Assert.True(clock.ElapsedMilliseconds >= 1000, $"after {clock.ElapsedMilliseconds} ms");
    }

    [Theory]
    [InlineData("https://slack.com/api/", "ws://127.0.0.1:9/link")]
    [InlineData("http://127.0.0.1/api/", "http://127.0.0.1:9/link")]
    [InlineData("http://127.0.0.1/api/", "link")]
    public async Task An_address_without_encryption_is_refused(string api, string address)
    {
        using var http = new HttpClient(new Answers($$"""{"ok":true,"url":"{{address}}"}"""));

        await Assert.ThrowsAsync<SlackSocketRefusedException>(() => new SlackSocketAddress(http, new Uri(api), "xapp-1", TimeProvider.System).NextAsync(CancellationToken));
    }

    [Fact]
    public async Task A_message_without_end_costs_no_memory_and_not_the_connection()
    {
        await StartAsync(Take);
        var line = await slack.NextAsync(CancellationToken);

        await line.SayAsync($$$"""{"envelope_id":"1","type":"events_api","payload":{"text":"{{{new string('a', 4_000_000)}}}"}}""", CancellationToken);
        await line.SayAsync("no JSON", CancellationToken);
        await slack.SendAsync(line, "events_api", Event("Ev1"), takesAnswer: false, CancellationToken);

        Assert.Contains("Ev1", Assert.Single(taken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_a_stop_what_was_taken_in_is_acknowledged_before_the_goodbye()
    {
        var stored = new TaskCompletionSource();
        await StartAsync(async (_, _, _) =>
        {
            taken.Enqueue("");
            await stored.Task;
            return SlackAnswer.Acknowledged;
        });
        var line = await slack.NextAsync(CancellationToken);
        var acknowledged = slack.SendAsync(line, "events_api", Event("Ev1"), takesAnswer: false, CancellationToken);
        await UntilAsync(() => !taken.IsEmpty);

        var stopping = StopAsync();
        stored.SetResult();
        await stopping;

        Assert.True(acknowledged.IsCompletedSuccessfully);
        Assert.Equal(WebSocketCloseStatus.NormalClosure, await line.Ended);
    }

    private Task<SlackAnswer> Take(string type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken)
    {
        taken.Enqueue(Text(payload));
        return Task.FromResult(SlackAnswer.Acknowledged);
    }

    private async Task StartAsync(SlackIntake intake, SlackSocketTiming? timing = null)
    {
        service = SocketModeUnderTest.Of(slack.Api, intake, timing ?? Brisk, health);
        await service.StartAsync(CancellationToken);
    }

    private async Task StopAsync()
    {
        if (service is { } running)
        {
            service = null;
            await running.StopAsync(CancellationToken.None);
            running.Dispose();
        }
    }

    private static async Task UntilAsync(Func<bool> holds)
    {
        var clock = Stopwatch.StartNew();
        while (!holds())
        {
            Assert.True(clock.Elapsed < TimeSpan.FromSeconds(10), "It never happened.");
            await Task.Delay(10, CancellationToken);
        }
    }

    private static JsonObject Event(string id) => new() { ["type"] = "event_callback", ["event_id"] = id };

    private static string Text(ReadOnlyMemory<byte> payload) => Encoding.UTF8.GetString(payload.Span);

    private sealed class Refusal : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            (httpContext.Response.StatusCode, httpContext.Response.Headers.RetryAfter) = (429, "1");
            return Task.CompletedTask;
        }
    }

    private sealed class Answers(string json) : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StringContent(json) });
    }
}
