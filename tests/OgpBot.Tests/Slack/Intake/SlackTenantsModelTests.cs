using System.Globalization;
using System.Text.Json.Nodes;
using CsCheck;
using Dapper;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Host.Slack;
using OgpBot.Storage;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

/// <summary>
/// Two workspaces with the same channels, people and times do everything that Slack lets them do, in any order, and name what is the other's. Each has a word
/// of its own in all that it asks and follows.
/// </summary>
public sealed class SlackTenantsModelTests
{
    private static readonly Workspace Anna = new("TANNA", "annaword");

    private static readonly Workspace Berta = new("TBERTA", "bertaword");

    /// <summary>The committed run is short; OGPBOT_TENANT_SEQUENCES asks for more.</summary>
    private static readonly int Sequences = int.TryParse(Environment.GetEnvironmentVariable("OGPBOT_TENANT_SEQUENCES"), CultureInfo.InvariantCulture, out var sequences) ? sequences : 15;

    // {0} is the workspace's own word, {1} the number of something that the other one follows.
    private static readonly Gen<string> Says = Gen.OneOf(
        "Peru commitments", "commitments about {0}", "next", "PE0062", "number 2", "only starred", "what am I following?", "what do you know about me?", "default Peru", "yes", "no", "stop", "resume",
        "subscribe resources country:peru every:change confirmed:yes", "subscribe resources country:peru word:{0} every:monday at:09:00 zone:utc confirmed:yes",
        "subscribe resources word:{0} every:change for:me confirmed:yes", "previews on", "forget me", "commitments in 2012",
        "unsubscribe subscription:{1}", "pause subscription:{1}", "resume subscription:{1}", "reschedule subscription:{1} every:friday at:08:00 zone:utc", "stop number {1}");

    private static readonly Gen<Step> Steps = Gen.Select(Gen.Enum<Act>(), Gen.OneOf(Anna, Berta), Says, Gen.Int[0, 9], (act, by, says, number) => new Step(act, by, says, number));

    private enum Act
    {
        Mention,
        Direct,
        BareId,
        Command,
        Click,
        ClickInView,
        Shortcut,
        MessageShortcut,
        Submit,
        OpenHome,
        PostLink,
        News,
        Leave,
        Return,
    }

    [Fact]
    public async Task Nothing_crosses_whatever_two_workspaces_do_in_which_order() => await Steps.Array[10, 60].SampleAsync(
        async steps =>
        {
            await using var slack = await SlackIntake.OpenAsync(Anna.Team, Berta.Team);
            var installed = new HashSet<string>([Anna.Team, Berta.Team], StringComparer.Ordinal);
            foreach (var (step, at) in steps.Select((step, at) => (step, at)))
            {
                await TakeAsync(slack, step, at, installed);
            }
        },
        iter: Sequences,
        threads: 1);

    private static async Task TakeAsync(SlackIntake slack, Step step, int at, HashSet<string> installed)
    {
        var (by, other) = (step.By, step.By == Anna ? Berta : Anna);
        slack.Time.Advance(TimeSpan.FromSeconds(1));
        if (step.Act == Act.News)
        {
            // What was resumed is due by itself, in both.
            await slack.Get<DigestDispatch>().DispatchAsync(TestContext.Current.CancellationToken);
            Assert.All(await slack.SettleAsync(), reply => IsFreeOf(reply.Address.Tenant == Anna.Team ? Berta : Anna, reply));
        }

        var others = await RowsAsync(slack, other.Team);
        slack.Wire.Requests.Clear();
        var received = await ActAsync(slack, step, await WordsAsync(slack, step, other), $"{at / 2}.0");
        var sent = await slack.SettleAsync();
        if (step.Act == Act.Leave)
        {
            installed.Remove(by.Team);
        }
        else if (step.Act == Act.Return)
        {
            installed.Add(by.Team);
        }

        Assert.True(received is null or { Status: 200 }, $"{received?.Status}");
        Assert.DoesNotContain(other.Word, received?.Body ?? "", StringComparison.Ordinal);
        Assert.All(sent, reply => Assert.Equal(by.Team, reply.Address.Tenant));
        Assert.All(sent, reply => IsFreeOf(other, reply));
        Assert.All(slack.Wire.Requests, request => Assert.Equal($"Bearer xoxb-of-{by.Team}", request.Authorization));
        Assert.All(slack.Wire.Requests, request => Assert.DoesNotContain(other.Word, request.Body, StringComparison.Ordinal));
        Assert.Equal(others, await RowsAsync(slack, other.Team));
        if (!installed.Contains(by.Team))
        {
            Assert.Empty(sent);
            Assert.Empty(slack.Wire.Requests);
            Assert.Equal("", await RowsAsync(slack, by.Team));
        }
    }

    private static void IsFreeOf(Workspace other, Outgoing reply) =>
        Assert.DoesNotContain(other.Word, $"{reply.Reply.Query} {BlockKitRenderer.Render(reply.Reply).ToJsonString()}", StringComparison.Ordinal);

    private static async Task<Received?> ActAsync(SlackIntake slack, Step step, string says, string ts)
    {
        var (team, now) = (step.By.Team, slack.Time.GetUtcNow().ToUnixTimeSeconds());
        Task<Received> Event(JsonObject inner) => slack.EventAsync(Envelope(inner, $"Ev{ts}{inner["type"]}", team, time: now));
        switch (step.Act)
        {
            case Act.Mention:
                return await Event(Mention(says, ts, thread: step.Number % 2 == 0 ? "0.1" : null));
            case Act.Direct:
                return await Event(Direct(says, ts));
            case Act.BareId:
                return await Event(InChannel("PE0062", ts));
            case Act.Command:
                return await slack.CommandAsync(says, team: team);
            case Act.Click:
                return await slack.InteractAsync(Click($"say-choice-{step.Number}", says, thread: "0.1", team: team));
            case Act.ClickInView:
                return await slack.InteractAsync(Of(ClickInView($"say-choice-{step.Number}", says, step.Number % 2 == 0 ? "home" : "modal"), team));
            case Act.Shortcut:
                return await slack.InteractAsync(Of(Shortcut(SlackNames.Find), team));
            case Act.MessageShortcut:
                return await slack.InteractAsync(Of(MessageShortcut(SlackNames.LookUp, $"PE0062 {says}"), team));
            case Act.Submit:
                var submission = Of(Submission(SlackNames.Find, ("words", new JsonObject { ["value"] = says })), team);
                // What another release, or somebody else, may have put there.
                submission["view"]!["private_metadata"] = $$"""{"team":"{{Anna.Team}}{{Berta.Team}}","subscription":{{step.Number}}}""";
                return await slack.InteractAsync(submission);
            case Act.OpenHome:
                var home = await slack.Get<SlackHome>().DrawAsync(team, "U1", welcome: false, TestContext.Current.CancellationToken);
                Assert.DoesNotContain((step.By == Anna ? Berta : Anna).Word, home.ToJsonString(), StringComparison.Ordinal);
                return await Event(new() { ["type"] = "app_home_opened", ["user"] = "U1", ["channel"] = "D1", ["tab"] = "home" });
            case Act.PostLink:
                var links = new JsonArray(new JsonObject { ["url"] = "https://www.opengovpartnership.org/members/peru/commitments/PE0062/", ["domain"] = "www.opengovpartnership.org" });
                return await Event(new() { ["type"] = "link_shared", ["user"] = "U1", ["channel"] = "C1", ["message_ts"] = ts, ["unfurl_id"] = $"C1.{ts}", ["source"] = "conversations_history", ["links"] = links });
            case Act.News:
                await TellNewsAsync(slack, team);
                return null;
            case Act.Leave:
                return await Event(step.Number % 2 == 0
                    ? new() { ["type"] = "app_uninstalled" }
                    : new() { ["type"] = "tokens_revoked", ["tokens"] = new JsonObject { ["oauth"] = new JsonArray(), ["bot"] = new JsonArray(SlackIntake.Bot) } });
            default:
                await slack.InstallAsync(team);
                return null;
        }
    }

    /// <summary>Something that both may follow is new, and the digests of one of them are due.</summary>
    private static async Task TellNewsAsync(SlackIntake slack, string team)
    {
        await slack.Get<StateWriter>().RecordAsync(
            transaction => transaction.Execute("insert into catalog_change (version, kind, key, member, what, before, after, at) values ('v', 'resources', 'peru-2015-case-study-peru', 'Peru', 0, '', '', 1)")
                + transaction.Execute("update subscription set next_due = 1 where tenant = @team and state = 'active'", new { team }),
            TestContext.Current.CancellationToken);
        await slack.Get<DigestDispatch>().DispatchAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> WordsAsync(SlackIntake slack, Step step, Workspace other)
    {
        await using var connection = await slack.Get<BotDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        var followed = (await connection.QueryAsync<long>("select id from subscription where tenant = @Team order by id", other)).ToArray();
        var forged = followed.Length == 0 ? step.Number : followed[step.Number % followed.Length];
        return string.Format(CultureInfo.InvariantCulture, step.Says, step.By.Word, forged);
    }

    /// <summary>Everything in bot.db that is a workspace's.</summary>
    private static async Task<string> RowsAsync(SlackIntake slack, string team)
    {
        // What was sent is written down by the way.
        await slack.Get<StateWriter>().RecordAsync(_ => 0, TestContext.Current.CancellationToken);
        await using var connection = await slack.Get<BotDatabase>().OpenAsync(TestContext.Current.CancellationToken);
        var tables = await connection.QueryAsync<(string Table, string Column)>(
            "select schema.name, info.name from sqlite_schema schema, pragma_table_info(schema.name) info where schema.type = 'table' and info.name in ('tenant', 'team') order by schema.name");
        var rows = new List<string>();
        foreach (var (table, column) in tables)
        {
            rows.AddRange((await connection.QueryAsync($"select * from {table} where {column} = @team", new { team })).Select(row =>
                $"{table}: {string.Join(" | ", ((IDictionary<string, object?>)row).Select(cell => cell.Value is byte[] bytes ? Convert.ToHexString(bytes) : cell.Value))}"));
        }

        return string.Join('\n', rows);
    }

    private static JsonObject Of(JsonObject interaction, string team)
    {
        interaction["team"]!["id"] = team;
        interaction["user"]!["team_id"] = team;
        return interaction;
    }

    private sealed record Workspace(string Team, string Word);

    private sealed record Step(Act Act, Workspace By, string Says, int Number);
}
