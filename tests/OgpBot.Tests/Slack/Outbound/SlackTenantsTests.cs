using System.Collections.Concurrent;
using CsCheck;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackTenantsTests
{
    private static readonly string[] Teams = ["TANNA", "TBERTA"];

    private static readonly Gen<Step> Steps = Gen.Select(
        Gen.Enum<Act>(), Gen.OneOf(Teams), Gen.Int[1, 3], (act, team, number) => new Step(act, team, number));

    private enum Act
    {
        Install,
        Leave,
        Answer,
        Update,
        Find,
        Home,
        Expire,
    }

    [Fact]
    public async Task No_read_token_or_reply_crosses_workspaces_whatever_happens_in_which_order()
    {
        await using var world = await SlackWorld.OpenAsync();
        await Steps.Array[5, 40].SampleAsync(
            async steps =>
            {
                world.Wire.Requests.Clear();
                var installed = new ConcurrentDictionary<string, string>();
                world.Wire.Answer = request => AnswerOf(request);
                foreach (var team in Teams)
                {
                    await world.Get<SlackPurge>().PurgeAsync(team, null, SlackWorld.Cancelled);
                }

                for (var at = 0; at < steps.Length; at++)
                {
                    await TakeAsync(world, steps[at], at, installed);
                }

                Assert.All(world.Wire.Requests, IsOfOneTeam);
            },
            iter: 150,
            threads: 1);
    }

    [Fact]
    public async Task Workspaces_that_are_served_at_the_same_time_are_kept_apart()
    {
        await using var world = await SlackWorld.OpenAsync();
        world.Wire.Answer = AnswerOf;
        var installed = new ConcurrentDictionary<string, string>();
        foreach (var team in Teams)
        {
            await TakeAsync(world, new Step(Act.Install, team, 1), 0, installed);
        }

        await Parallel.ForEachAsync(
            from at in Enumerable.Range(0, 200) from team in Teams select new Step(at % 10 == 0 ? Act.Home : at % 7 == 0 ? Act.Expire : Act.Answer, team, (at % 3) + 1),
            SlackWorld.Cancelled,
            async (step, _) => await TakeAsync(world, step, 1, installed));

        Assert.True(world.Wire.Requests.Count >= 300, $"{world.Wire.Requests.Count}");
        Assert.All(world.Wire.Requests, IsOfOneTeam);
    }

    private static async Task TakeAsync(SlackWorld world, Step step, int at, ConcurrentDictionary<string, string> installed)
    {
        var team = step.Team;
        var route = new SlackRoute(SlackRouteKind.Message, $"D{step.Number}of{team}") { User = $"U{step.Number}of{team}", AskedTs = "1.1" };
        var message = new Outgoing(
            new Address("slack", team, route.Channel), route.Write(), new Reply($"for {team}", new Heading($"for {team}")) { Query = $"title:words{step.Number}of{team}" }, MessageClass.Answer)
        {
            Reference = $"ref{team}",
        };
        switch (step.Act)
        {
            case Act.Install:
                await world.InstallAsync(team, $"xoxb-{team}-{at}", $"xoxe-{team}-{at}", TimeSpan.FromHours(12));
                installed[team] = "";
                break;
            case Act.Leave:
                await world.Get<SlackPurge>().PurgeAsync(team, null, SlackWorld.Cancelled);
                installed.TryRemove(team, out _);
                break;
            case Act.Answer:
                Expect(await world.Channel.SendAsync(message, SlackWorld.Cancelled));
                break;
            case Act.Update:
                Expect(await world.Channel.UpdateAsync(message, "1.1", SlackWorld.Cancelled));
                break;
            case Act.Find:
                Expect(await world.Channel.FindAsync(message, SlackWorld.Cancelled));
                break;
            case Act.Home:
                Expect(await world.Channel.SendAsync(message with { Route = new SlackRoute(SlackRouteKind.Home, route.User).Write() }, SlackWorld.Cancelled));
                break;
            case Act.Expire when installed.ContainsKey(team):
                await world.Get<SlackTokens>().RenewAsync(team, (await world.Get<SlackTokens>().OfAsync(team, SlackWorld.Cancelled)).Body!.Token.Value);
                break;
        }

        void Expect(Outcome outcome) => Assert.Equal(installed.ContainsKey(team), outcome is not Outcome.Refused { Reason: "not_installed" });
    }

    /// <summary>Everything in a request, its token first, belongs to one workspace; a home page to one person too.</summary>
    private static void IsOfOneTeam(WireRequest request)
    {
        var basic = request.Authorization.StartsWith("Basic", StringComparison.Ordinal);
        var team = Teams.Single(team => (basic ? request.Body : request.Authorization).Contains(team, StringComparison.Ordinal));
        Assert.DoesNotContain(Teams.Single(other => other != team), request.Body, StringComparison.Ordinal);
        if (request.Method == "views.publish")
        {
            var person = (string)request.Json["user_id"]!;
            Assert.All([1, 2, 3], number => Assert.True(person.StartsWith($"U{number}", StringComparison.Ordinal) || !request.Body.Contains($"words{number}of", StringComparison.Ordinal)));
        }
    }

    private static WireAnswer AnswerOf(WireRequest request) => request.Method switch
    {
        "oauth.v2.access" => WireAnswer.Ok($$"""
            "access_token":"xoxb-renewed-{{Teams.Single(team => request.Body.Contains(team, StringComparison.Ordinal))}}-{{Guid.NewGuid():n}}","refresh_token":"{{request.Field("refresh_token")}}","expires_in":43200
            """),
        "conversations.history" => WireAnswer.Ok("\"messages\":[]"),
        _ => WireAnswer.Ok("\"ts\":\"1.1\""),
    };

    private sealed record Step(Act Act, string Team, int Number);
}
