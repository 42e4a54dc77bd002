using System.Net;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using OgpBot.Delivery;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackClientTests
{
    private static readonly SlackToken Token = new("T1", "xoxb-secret");

    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    public static TheoryData<string, string, int?> Errors { get; } = new()
    {
        // code, outcome, seconds
        { "channel_not_found", "refused", null },
        { "not_in_channel", "refused", null },
        { "is_archived", "refused", null },
        { "msg_too_long", "refused", null },
        { "missing_scope", "refused", null },
        { "invalid_auth", "refused", null },
        { "token_revoked", "refused", null },
        { "account_inactive", "refused", null },
        { "invalid_arguments", "refused", null },
        { "a_code_of_next_year", "refused", null },
        { "ratelimited", "later", 7 },
        { "rate_limited", "later", 7 },
        { "message_limit_exceeded", "later", 7 },
        { "service_unavailable", "later", 7 },
        { "request_timeout", "later", 7 },
        { "team_added_to_org", "later", 7 },
        { "internal_error", "unknown", null },
        { "fatal_error", "unknown", null },
    };

    public static TheoryData<int, string> Statuses { get; } = new()
    {
        { 429, "later" },
        { 503, "later" },
        { 412, "later" },
        { 500, "unknown" },
        { 502, "unknown" },
        { 504, "unknown" },
        { 408, "unknown" },
        { 302, "refused" },
        { 307, "refused" },
        { 400, "refused" },
        { 401, "refused" },
        { 403, "refused" },
        { 404, "refused" },
        { 413, "refused" },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Each_error_of_Slack_says_whether_a_message_may_have_arrived(string code, string outcome, int? seconds)
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = _ => WireAnswer.Error(code, ("Retry-After", "7"));

        var trouble = await PostAsync(world);

        Assert.Equal(outcome, NameOf(trouble));
        Assert.Equal(seconds, (trouble as Outcome.Later)?.After?.TotalSeconds);
        Assert.True(trouble is not Outcome.Refused refused || refused.Reason == code);
    }

    [Theory]
    [MemberData(nameof(Statuses))]
    public async Task Each_status_says_whether_a_message_may_have_arrived(int status, string outcome)
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = _ => new WireAnswer(status, "<html>", ("Location", "/elsewhere"));

        Assert.Equal(outcome, NameOf(await PostAsync(world)));
        Assert.Single(world.Wire.Requests);
    }

    [Fact]
    public async Task Nothing_has_arrived_where_nobody_listens()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var world = await SlackWorld.OpenAsync(api: $"http://127.0.0.1:{port}/api/");

        Assert.IsType<Outcome.Later>(await PostAsync(world));
    }

    [Fact]
    public async Task A_connection_that_breaks_after_the_message_left_leaves_it_open()
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = _ => WireAnswer.Ok() with { Breaks = true };

        Assert.IsType<Outcome.Unknown>(await PostAsync(world));
    }

    [Fact]
    public async Task An_answer_that_does_not_come_leaves_it_open()
    {
        await using var world = await SlackWorld.OpenAsync();
        var never = new TaskCompletionSource();
        var asked = new TaskCompletionSource();
        world.Wire.Answer = _ =>
        {
            asked.SetResult();
            return WireAnswer.Ok() with { Wait = never.Task };
        };
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);

        var posting = PostAsync(world, cancellationToken: stop.Token);
        await asked.Task.WaitAsync(Cancelled);
        await stop.CancelAsync();

        Assert.IsType<Outcome.Unknown>(await posting);
    }

    [Fact]
    public async Task A_message_that_was_stopped_before_it_left_has_not_arrived()
    {
        await using var world = await SlackWorld.OpenAsync();

        Assert.IsType<Outcome.Later>(await PostAsync(world, cancellationToken: new CancellationToken(canceled: true)));
        Assert.Empty(world.Wire.Requests);
    }

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{\"ok\":")]
    [InlineData("<html>maintenance</html>")]
    public async Task An_answer_that_cannot_be_read_leaves_it_open(string body)
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = _ => new WireAnswer(200, body);

        Assert.IsType<Outcome.Unknown>(await PostAsync(world));
    }

    [Fact]
    public async Task A_pause_holds_for_one_channel_of_one_workspace_until_it_is_over()
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = request => (string?)request.Json["channel"] == "C1" && request.Authorization.EndsWith("secret", StringComparison.Ordinal)
            ? new WireAnswer(429, """{"ok":false,"error":"ratelimited"}""", ("Retry-After", "30"))
            : WireAnswer.Ok();

        var first = await PostAsync(world);
        var again = await PostAsync(world);
        var elsewhere = await PostAsync(world, "C2");
        var other = await PostAsync(world, token: new SlackToken("T2", "xoxb-other"));
        world.Time.Advance(TimeSpan.FromSeconds(30));
        await PostAsync(world);

        Assert.Equal([30, 30], new[] { first, again }.Cast<Outcome.Later>().Select(later => later.After!.Value.TotalSeconds));
        Assert.Equal(["sent", "sent"], new[] { elsewhere, other }.Select(NameOf));
        // The second was not even tried.
        Assert.Equal(["C1", "C2", "C1", "C1"], world.Wire.Requests.Select(request => (string?)request.Json["channel"]));
    }

    [Fact]
    public async Task A_method_is_not_called_more_often_than_its_tier_allows()
    {
        await using var world = await SlackWorld.OpenAsync();

        var outcomes = new List<string>();
        for (var call = 0; call < 60; call++)
        {
            var result = await world.Get<SlackClient>().WriteAsync(Token, "chat.unfurl", [], SlackApiJson.Default.SlackBody, Cancelled);
            outcomes.Add(NameOf(result.Trouble ?? new Outcome.Sent(null)));
        }

        Assert.Equal((50, 10), (outcomes.Count(outcome => outcome == "sent"), outcomes.Count(outcome => outcome == "later")));
        Assert.Equal(50, world.Wire.Requests.Count);
    }

    [Fact]
    public async Task Reads_are_forms_and_writes_are_JSON_and_the_token_is_in_the_header_alone()
    {
        await using var world = await SlackWorld.OpenAsync();
        var client = world.Get<SlackClient>();

        await client.ReadAsync(Token, "conversations.history", [new("channel", "D1"), new("oldest", "1.5&x=ñ")], SlackApiJson.Default.SlackHistoryBody, Cancelled);
        await PostAsync(world);

        var (read, write) = (world.Wire.Requests.First(), world.Wire.Requests.Last());
        Assert.Equal(("application/x-www-form-urlencoded", "D1", "1.5&x=ñ"), (read.ContentType, read.Field("channel"), read.Field("oldest")));
        Assert.Equal(("application/json; charset=utf-8", "C1"), (write.ContentType, (string?)write.Json["channel"]));
        Assert.All(world.Wire.Requests, request => Assert.Equal("Bearer xoxb-secret", request.Authorization));
        Assert.All(world.Wire.Requests, request => Assert.DoesNotContain("xoxb", request.Body + request.Path, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_follows_no_redirect_to_another_host()
    {
        await using var foreign = await SlackWire.OpenAsync();
        await using var world = await SlackWorld.OpenAsync();
        foreach (var status in new[] { 301, 302, 303, 307, 308 })
        {
            world.Wire.Answer = _ => new WireAnswer(status, "", ("Location", $"{foreign.Url}/api/chat.postMessage"));
            await PostAsync(world, $"C{status}");
        }

        Assert.Equal(5, world.Wire.Requests.Count);
        Assert.Empty(foreign.Requests);
    }

    [Fact]
    public async Task Pages_are_read_by_their_cursor_up_to_a_limit()
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = request => WireAnswer.Ok($$$"""
            "messages":[{"ts":"{{{request.Field("cursor") ?? "first"}}}"}],"response_metadata":{"next_cursor":"after {{{request.Field("cursor")}}}"}
            """);

        var seen = new List<string?>();
        await foreach (var page in world.Get<SlackClient>().ReadPagesAsync(Token, "conversations.history", [new("channel", "D1")], SlackApiJson.Default.SlackHistoryBody, most: 3, Cancelled))
        {
            seen.Add(page.Body!.Messages![0].Ts);
        }

        Assert.Equal(["first", "after ", "after after "], seen);
        Assert.All(world.Wire.Requests, request => Assert.Equal("D1", request.Field("channel")));
    }

    [Fact]
    public void Nothing_that_holds_a_secret_writes_it_out()
    {
        object[] holders =
        [
            Token,
            new SlackSecrets("xoxb-secret", "xoxe-secret"),
            new SlackInstallation("T1", "U1", new HashSet<string>(), new("xoxb-secret", "xoxe-secret"), null),
            new SlackInstallation("T1", "U1", new HashSet<string>(), new("xoxb-secret", null), null).Access,
            new SlackAccessBody { AccessToken = "xoxb-secret", RefreshToken = "xoxe-secret" },
            new SlackResult<SlackAccessBody>(new SlackAccessBody { AccessToken = "xoxb-secret" }, null),
        ];

        Assert.All(holders, holder => Assert.DoesNotContain("secret", holder.ToString(), StringComparison.Ordinal));
    }

    internal static string NameOf(Outcome outcome) => outcome.GetType().Name.ToLowerInvariant();

    private static async Task<Outcome> PostAsync(SlackWorld world, string channel = "C1", SlackToken? token = null, CancellationToken? cancellationToken = null)
    {
        var result = await world.Get<SlackClient>().WriteAsync(
            token ?? Token, "chat.postMessage", new JsonObject { ["channel"] = channel }, SlackApiJson.Default.SlackPostedBody, cancellationToken ?? Cancelled);
        return result.Trouble ?? new Outcome.Sent(result.Body!.Ts);
    }
}
