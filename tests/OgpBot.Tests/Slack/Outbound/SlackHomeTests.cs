using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Host.Slack;
using OgpBot.Storage;

namespace OgpBot.Tests.Slack.Outbound;

public sealed class SlackHomeTests
{
    private static CancellationToken Cancelled => SlackWorld.Cancelled;

    [Fact]
    public async Task Home_shows_what_can_be_asked_in_both_languages_with_examples_to_click()
    {
        await using var world = await SlackWorld.OpenAsync();

        var view = await world.Get<SlackHome>().DrawAsync("T1", "U1", welcome: false, Cancelled);

        var buttons = Buttons(view).ToList();
        Assert.Equal("home", (string?)view["type"]);
        Assert.InRange(view["blocks"]!.AsArray().Count, 5, 100);
        Assert.True(buttons.Count(button => ((string)button["action_id"]!).StartsWith(SlackNames.Says, StringComparison.Ordinal)) >= 6);
        Assert.Contains(buttons, button => (string?)button["action_id"] == SlackNames.OpenFind);
        Assert.Contains("También en español", view.ToJsonString(new() { Encoder = ReplyJson.Encoder }), StringComparison.Ordinal);
        // None yet: no empty section.
        Assert.DoesNotContain("recent searches", view.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_opens_it_for_the_first_time_is_welcomed_in_both_languages_and_nobody_gets_a_message()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        var first = new SlackRoute(SlackRouteKind.Home, "U1") { User = "U1", Welcome = true };

        var outcomes = new[] { await world.Channel.SendAsync(Home(first), Cancelled), await world.Channel.SendAsync(Home(first with { Welcome = false }), Cancelled) };

        Assert.All(outcomes, outcome => Assert.Equal(new Outcome.Sent(null), outcome));
        Assert.Equal(["views.publish", "views.publish"], world.Wire.Requests.Select(request => request.Method));
        var views = world.Wire.Requests.Select(request => request.Json["view"]!["blocks"]!.AsArray()).ToList();
        Assert.StartsWith("👋 Welcome!", WordsOf(views[0][0]!), StringComparison.Ordinal);
        Assert.StartsWith("👋 ¡Te damos la bienvenida!", WordsOf(views[0][1]!), StringComparison.Ordinal);
        Assert.DoesNotContain("👋", views[1].ToJsonString(new() { Encoder = ReplyJson.Encoder }), StringComparison.Ordinal);
        // Otherwise it is the same page.
        Assert.True(JsonNode.DeepEquals(new JsonArray([.. views[0].Skip(3).Select(block => block!.DeepClone())]), views[1]));
    }

    [Fact]
    public async Task An_answer_is_out_before_its_search_is_noted_and_shows_on_the_page_soon_after()
    {
        await using var world = await SlackWorld.OpenAsync();
        await world.InstallAsync("T1");
        world.Wire.Answer = _ => WireAnswer.Ok("\"ts\":\"1.1\"");
        using var held = new SemaphoreSlim(0);
        var writing = world.Get<StateWriter>().RecordAsync(_ => held.Wait(TimeSpan.FromMinutes(1), Cancelled), Cancelled);

        // Slack has taken it, while bot.db takes nothing.
        var outcome = await world.Channel.SendAsync(SlackWorld.Answer("T1", SlackWorld.In("D1") with { User = "U1" }), Cancelled);
        var early = writing.IsCompleted;
        held.Release();
        await writing;
        await world.Get<StateWriter>().RecordAsync(_ => 0, Cancelled);

        Assert.Equal((new Outcome.Sent("1.1"), false), (outcome, early));
        Assert.Equal(["year:2031"], await world.Get<SlackSearches>().RecentAsync("T1", "U1", Cancelled));
    }

    [Fact]
    public async Task Recent_searches_are_the_last_five_of_this_person_for_a_day()
    {
        await using var world = await SlackWorld.OpenAsync();
        var searches = world.Get<SlackSearches>();
        foreach (var year in Enumerable.Range(2012, 7))
        {
            await PassAMinuteAsync(world);
            await searches.KeepAsync("T1", "U1", $"year:{year}", Cancelled);
        }

        await PassAMinuteAsync(world);
        await searches.KeepAsync("T1", "U1", "year:2015", Cancelled);
        await searches.KeepAsync("T1", "U2", "year:1999", Cancelled);
        await searches.KeepAsync("T2", "U1", "year:1998", Cancelled);

        Assert.Equal(["year:2015", "year:2018", "year:2017", "year:2016", "year:2014"], await searches.RecentAsync("T1", "U1", Cancelled));
        Assert.Equal(["year:2015", "year:2018"], Buttons(await world.Get<SlackHome>().DrawAsync("T1", "U1", welcome: false, Cancelled))
            .Where(button => ((string)button["action_id"]!).Contains("recent", StringComparison.Ordinal)).Take(2).Select(button => (string)button["value"]!));
        world.Time.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await searches.RecentAsync("T1", "U1", Cancelled));
    }

    private static Outgoing Home(SlackRoute route) => new(new Address("slack", "T1", $"home/{route.Channel}"), route.Write(), new Reply(""), MessageClass.Surface);

    private static string WordsOf(JsonNode block) => (string)block["elements"]![0]!["elements"]![0]!["text"]!;

    /// <summary>A commit that has just ended would seem to have taken that minute.</summary>
    private static async Task PassAMinuteAsync(SlackWorld world)
    {
        world.Time.Advance(TimeSpan.FromMinutes(1));
        while (world.Get<StateWriter>().IsStuck)
        {
            await Task.Yield();
        }
    }

    private static IEnumerable<JsonNode> Buttons(JsonObject view) =>
        view["blocks"]!.AsArray().Where(block => (string?)block!["type"] == "actions").SelectMany(block => block!["elements"]!.AsArray()).OfType<JsonNode>();
}
