using System.Text;
using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Host.Slack;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackSafetyTests : IAsyncLifetime
{
    private static readonly string[] Paths = ["/slack/events", "/slack/commands", "/slack/interactivity"];

    private SlackIntake slack = null!;

    public async ValueTask InitializeAsync() => slack = await SlackIntake.OpenAsync();

    public ValueTask DisposeAsync() => slack.DisposeAsync();

    [Fact]
    public async Task A_single_wrong_bit_is_refused_before_anything_is_read_and_nothing_is_stored()
    {
        // Were the body read first, the answer to most of these would be 400.
        var envelope = Envelope(Mention("PE0062"));
        envelope["padding"] = new string('x', 1024 - Encoding.UTF8.GetByteCount(envelope.ToJsonString()) - ",\"padding\":\"\"".Length);
        var request = SignedRequest.Of(envelope.ToJsonString(), slack.Time.GetUtcNow());
        Assert.Equal(1024, request.Body.Length);

        var wrong = request.WithOneBitWrong().ToArray();
        foreach (var each in wrong)
        {
            Assert.Equal(new Received(401, "", ""), await slack.PostAsync("/slack/events", each));
        }

        Assert.Equal(8 * (10 + 67 + 1024), wrong.Length);
        Assert.Equal((0, 0, 0), (await slack.RowsAsync("inbox"), await slack.RowsAsync("outbox"), await slack.RowsAsync("delivery_key")));
        Assert.Equal(200, (await slack.PostAsync("/slack/events", request)).Status);
    }

    [Theory]
    [InlineData(-301, 401)]
    [InlineData(-299, 200)]
    [InlineData(299, 200)]
    [InlineData(301, 401)]
    public async Task A_request_that_somebody_recorded_is_worthless_after_five_minutes(int seconds, int status)
    {
        var request = SignedRequest.Of(Envelope(Mention("PE0062")).ToJsonString(), slack.Time.GetUtcNow().AddSeconds(seconds));

        Assert.Equal(status, (await slack.PostAsync("/slack/events", request)).Status);
        Assert.Equal(status == 200 ? 1 : 0, await slack.RowsAsync("inbox"));
    }

    [Theory]
    [InlineData("/slack/commands", "ssl_check=1&token=x")]
    [InlineData("/slack/commands", "team_id=T000000001&channel_id=C1&user_id=U1&command=%2Fogp&text=PE0062&api_app_id=A000000042&ssl_check=1")]
    [InlineData("/slack/interactivity", "ssl_check=1&payload=%7B%22type%22%3A%22shortcut%22%7D")]
    public async Task What_is_smuggled_in_beside_a_check_of_the_certificate_is_not_run(string path, string body)
    {
        var received = await slack.PostAsync(path, new SignedRequest("", "", Encoding.UTF8.GetBytes(body)));

        Assert.Equal(new Received(200, "", ""), received);
        Assert.Empty(slack.Wire.Requests);
    }

    [Fact]
    public async Task Whatever_a_genuine_request_holds_it_is_no_fault_of_ours()
    {
        // Slack's answer matters to none of them.
        slack.Wire.Answer = _ => Outbound.WireAnswer.Ok();
        string[] seeds =
        [
            Envelope(Mention("PE0062 &lt;3 <@U2>")).ToJsonString(),
            Envelope(new JsonObject { ["type"] = "app_home_opened", ["user"] = "U1", ["tab"] = "home" }).ToJsonString(),
            Envelope(new JsonObject { ["type"] = "link_shared", ["channel"] = "C1", ["message_ts"] = "1.1", ["links"] = new JsonArray(new JsonObject { ["url"] = "https://www.opengovpartnership.org/members/peru/" }) }).ToJsonString(),
            Envelope(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["bot"] = new JsonArray("U1") } }, team: "T2").ToJsonString(),
            "team_id=T000000001&channel_id=C1&user_id=U1&command=%2Fogp&text=PE0062+previews&api_app_id=A000000042",
            Form(Click("say-choice-0", "PE0062")),
            Form(Click("say-page-0", "page:2", ephemeral: true, url: $"{slack.Wire.Url}/respond")),
            Form(Click("share", "PE0062", blocks: [new JsonObject { ["type"] = "context", ["block_id"] = "shared-by", ["elements"] = new JsonArray(new JsonObject { ["text"] = "x" }) }])),
            Form(ClickInView("say-choice-0", "PE0062", "modal")),
            Form(Shortcut(SlackNames.Find)),
            Form(MessageShortcut(SlackNames.LookUp, "PE0062", [new JsonObject { ["text"] = "PE0084" }])),
            Form(Submission(SlackNames.Find, ("area", Chosen("Justice")), ("words", new JsonObject { ["value"] = "open data" }))),
        ];

        await Gen.Select(Gen.OneOf(seeds), Gen.OneOf(Paths), Mutations).SampleAsync(
            async (seed, path, mutation) =>
            {
                var received = await slack.PostAsync(path, SignedRequest.Of(mutation(Encoding.UTF8.GetBytes(seed)), $"{slack.Time.GetUtcNow().ToUnixTimeSeconds()}"));

                Assert.True(received.Status is 200 or 400 or 503, $"{received.Status} {received.Body}");
                Assert.Equal(received.Status == 400 ? "1" : "", received.NoRetry);
            },
            iter: 600,
            threads: 1);
    }

    private static readonly Gen<Func<byte[], byte[]>> Mutations = Gen.OneOf(
        // A byte is another one.
        Gen.Select(Gen.Int[0, 1_000_000], Gen.Byte, (at, value) => (Func<byte[], byte[]>)(body =>
        {
            body[at % body.Length] = value;
            return body;
        })),
        // It ends too soon.
        Gen.Int[0, 1_000_000].Select(at => (Func<byte[], byte[]>)(body => body[..(at % body.Length)])),
        // Something stands between.
        Gen.Select(
            Gen.Int[0, 1_000_000],
            Gen.OneOf("null", "\"\\ud800\"", "{}", "[]", "[[[[[[", "%00", "%FF%FE", "\0", "\uFFFF", "1e999", "-1", "true", ",", "\"x\":1,", "&text=a", "%22", "\\", "﻿"),
            (at, what) => (Func<byte[], byte[]>)(body => [.. body[..(at % body.Length)], .. Encoding.UTF8.GetBytes(what), .. body[(at % body.Length)..]])),
        // A value is of another kind.
        Gen.Select(
            Gen.OneOf("\"PE0062\"", "\"U1\"", "\"C1\"", "\"1.1\"", "\"5.5\"", "%22PE0062%22", "%22U1%22", "%225.5%22", "%22Justice%22", "%22V1%22", "[", "%5B"),
            Gen.OneOf("null", "7", "{}", "[]", "\"\"", "\"\\ud800\"", "true", "[null]", "{\"id\":null}"),
            (old, value) => (Func<byte[], byte[]>)(body => Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(body).Replace(old, old.StartsWith('%') ? Uri.EscapeDataString(value) : value, StringComparison.Ordinal)))),
        // It is deep.
        Gen.Int[1, 10_000].Select(depth => (Func<byte[], byte[]>)(_ => Encoding.UTF8.GetBytes(new string('[', depth)))),
        Gen.Byte.Array[0, 200].Select(noise => (Func<byte[], byte[]>)(_ => noise)));

    private static string Form(JsonObject payload) => $"payload={Uri.EscapeDataString(payload.ToJsonString())}";
}
