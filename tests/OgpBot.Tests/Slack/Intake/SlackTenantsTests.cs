using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Host.Slack;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class SlackTenantsTests
{
    private const string One = "T1";

    private const string Other = "T2";

    [Fact]
    public async Task Two_workspaces_with_the_same_channels_people_and_times_share_nothing()
    {
        await using var slack = await SlackIntake.OpenAsync(One, Other);

        await slack.EventAsync(Envelope(Mention("Peru commitments"), "Ev1", One));
        await slack.EventAsync(Envelope(Mention("next"), "Ev1", Other));
        await slack.EventAsync(Envelope(Mention("next", "1.2", thread: "1.1"), "Ev2", One));
        await slack.CommandAsync("previews on", team: One);
        await slack.EventAsync(Envelope(InChannel("PE0062", "1.3"), team: Other));

        var sent = await slack.SettleAsync();
        Assert.Equal([1, 2], sent.Where(reply => reply.Address.Tenant == One).Select(reply => reply.Reply.Page));
        // There is nothing to go on from there.
        Assert.Equal("follow-up", Assert.Single(sent, reply => reply.Address.Tenant == Other).Reply.Intent);
    }

    /// <summary>Every order of what Slack tells when a workspace leaves, each twice, and of a message that comes late.</summary>
    [Fact]
    public async Task A_workspace_that_left_is_gone_in_whatever_order_Slack_tells_it()
    {
        string[] orders = [.. Permutations("uurrm").Distinct()];
        await using var slack = await SlackIntake.OpenAsync([Other, .. orders]);
        foreach (var team in orders.Append(Other))
        {
            await slack.CommandAsync("previews on", team: team);
            await slack.EventAsync(Envelope(Mention("PE0062"), team: team));
        }

        await slack.SettleAsync();
        slack.Time.Advance(TimeSpan.FromSeconds(2));

        foreach (var (team, step) in orders.SelectMany(order => order.Select(step => (order, step))))
        {
            var inner = step switch
            {
                'u' => new JsonObject { ["type"] = "app_uninstalled" },
                'r' => new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(SlackIntake.Bot) } },
                _ => Mention("PE0084", "9.9"),
            };
            Assert.Equal(200, (await slack.EventAsync(Envelope(inner, team: team, time: slack.Time.GetUtcNow().ToUnixTimeSeconds()))).Status);
            await slack.SettleAsync();
        }

        Assert.Equal(30, orders.Length);
        Assert.Equal((1, 1, 1, 1), (await slack.RowsAsync("slack_installation"), await slack.RowsAsync("inbox"), await slack.RowsAsync("outbox"), await slack.RowsAsync("slack_preview")));
        Assert.True(await slack.Get<SlackTokens>().MayKnowAsync(Other, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Revoked_tokens_of_people_and_old_news_change_nothing()
    {
        await using var slack = await SlackIntake.OpenAsync(One);

        await slack.EventAsync(Envelope(new JsonObject { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray("U1"), ["bot"] = new JsonArray() } }, team: One, time: slack.Time.GetUtcNow().ToUnixTimeSeconds()));
        await slack.EventAsync(Envelope(new JsonObject { ["type"] = "app_uninstalled" }, team: One, time: slack.Time.GetUtcNow().AddDays(-1).ToUnixTimeSeconds()));

        Assert.True(await slack.Get<SlackTokens>().MayKnowAsync(One, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Nothing_crosses_between_workspaces_whatever_is_said_in_them()
    {
        await using var slack = await SlackIntake.OpenAsync(One, Other);
        var ts = 0;
        var steps = Gen.Select(Gen.OneOf(One, Other), Gen.OneOf("Peru commitments", "next", "PE0062", "number 2", "only starred"), Gen.OneOf("mention", "click", "view", "command"));

        await steps.SampleAsync(
            async (team, says, how) =>
            {
                slack.Wire.Requests.Clear();
                // The same numbers in both workspaces.
                var at = $"{Interlocked.Increment(ref ts)}.0";
                var received = how switch
                {
                    "mention" => await slack.EventAsync(Envelope(Mention(says, at), $"Ev{at}", team)),
                    "click" => await slack.InteractAsync(Click("say-choice-0", says, team: team)),
                    "view" => await slack.InteractAsync(Of(ClickInView("say-choice-0", says, "home"), team)),
                    _ => await slack.CommandAsync(says, team: team),
                };

                Assert.Equal(200, received.Status);
                Assert.All(await slack.SettleAsync(), reply => Assert.Equal(team, reply.Address.Tenant));
                Assert.All(slack.Wire.Requests, request => Assert.Equal($"Bearer xoxb-of-{team}", request.Authorization));
            },
            iter: 200,
            threads: 1);
    }

    private static JsonObject Of(JsonObject interaction, string team)
    {
        interaction["team"]!["id"] = team;
        return interaction;
    }

    private static IEnumerable<string> Permutations(string text) => text.Length <= 1
        ? [text]
        : text.SelectMany((letter, index) => Permutations(text.Remove(index, 1)).Select(rest => $"{letter}{rest}"));
}
