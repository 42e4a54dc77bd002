using System.Text.Json.Nodes;
using OgpBot.Conversations;
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

        var view = await world.Get<SlackHome>().DrawAsync("T1", "U1", Cancelled);

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
        Assert.Equal(["year:2015", "year:2018"], Buttons(await world.Get<SlackHome>().DrawAsync("T1", "U1", Cancelled))
            .Where(button => ((string)button["action_id"]!).Contains("recent", StringComparison.Ordinal)).Take(2).Select(button => (string)button["value"]!));
        world.Time.Advance(TimeSpan.FromHours(24));
        Assert.Empty(await searches.RecentAsync("T1", "U1", Cancelled));
    }

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
