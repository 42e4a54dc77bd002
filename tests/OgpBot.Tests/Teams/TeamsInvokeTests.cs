using System.Diagnostics;
using System.Net;
using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

public sealed class TeamsInvokeTests(TeamsEndpointTests.Open open) : IClassFixture<TeamsEndpointTests.Open>
{
    private TeamsHost Host => open.Host;

    [Fact]
    public async Task A_click_is_answered_with_the_card_that_takes_its_place()
    {
        var answer = await ClickAsync(new() { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = new JsonObject { ["says"] = "commitments in 2012" } });

        Assert.Equal((200, "application/vnd.microsoft.card.adaptive"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        var next = Assert.Single(SaysIn(answer["value"]!), says => says.Contains("page:2", StringComparison.Ordinal));
        var second = await ClickAsync(new() { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = new JsonObject { ["says"] = next } });
        Assert.Contains("Page 2 of 5", second.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(Host.Connector.Requests);
    }

    [Fact]
    public async Task Feedback_is_thanked_for_and_leaves_the_card_as_it_is()
    {
        var answer = await ClickAsync(new() { ["type"] = "Action.Execute", ["verb"] = "feedback", ["data"] = new JsonObject { ["feedback"] = "yes", ["language"] = "es" } });

        Assert.Equal((200, "application/vnd.microsoft.activity.message"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.StartsWith("Gracias", (string?)answer["value"], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"type":"Action.Submit","data":{"says":"PE0062"}}""")]
    [InlineData("""{"type":"Action.Execute"}""")]
    [InlineData("""{"type":"Action.Execute","data":{"says":5}}""")]
    [InlineData("""{"type":"Action.Execute","verb":"feedback","data":{}}""")]
    public async Task A_click_that_makes_no_sense_is_told_so(string action)
    {
        var answer = await Host.AnswerAsync(Host.Invoke("adaptiveCard/action", new() { ["action"] = JsonNode.Parse(action) }));

        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer["statusCode"]!, (string?)answer["type"]));
        Assert.Equal("BadRequest", (string?)answer["value"]!["code"]);
    }

    [Theory]
    [InlineData("task/fetch")]
    [InlineData("composeExtension/submitAction")]
    [InlineData(null)]
    public async Task An_invoke_that_it_does_not_know_is_told_so(string? name)
    {
        using var response = await Host.SendAsync(Host.Invoke(name!, []));

        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
    }

    [Fact]
    public async Task A_search_gives_previews_with_cards_that_every_client_shows()
    {
        var results = await SearchAsync("justice 2017");

        Assert.Equal(["PE0082", "PE0083"], results.Select(result => ((string)result["preview"]!["content"]!["text"]!)[..6]));
        Assert.All(results, result =>
        {
            Assert.Equal("1.3", (string?)result["content"]!["version"]);
            Assert.DoesNotContain("Action.Execute", result.ToJsonString(), StringComparison.Ordinal);
            Assert.NotEmpty((string)result["preview"]!["content"]!["title"]!);
        });

        // The Agents Playground lists no result that has one.
        Assert.All(results, result => Assert.False(result["preview"]!["content"]!.AsObject().ContainsKey("tap")));
    }

    [Fact]
    public async Task A_search_goes_on_where_the_client_says()
    {
        string[] whole = [.. (await SearchAsync("commitments in 2012", 0, 25)).Concat(await SearchAsync("commitments in 2012", 25, 25)).Select(Title)];

        Assert.Equal(48, whole.Length);
        Assert.Equal(whole[..7], (await SearchAsync("commitments in 2012", 0, 7)).Select(Title));
        Assert.Equal(whole[13..20], (await SearchAsync("commitments in 2012", 13, 7)).Select(Title));
        Assert.Equal(whole[40..], (await SearchAsync("commitments in 2012", 40, 25)).Select(Title));
        Assert.Empty(await SearchAsync("commitments in 2012", 48, 25));
        Assert.Empty(await SearchAsync("commitments in 2012", 400, 25));
        Assert.Empty(await SearchAsync("PE0062", 25, 25));
    }

    [Fact]
    public async Task Before_anything_is_typed_there_is_something_to_pick()
    {
        var nothing = await Host.AnswerAsync(Host.Invoke("composeExtension/query", new() { ["parameters"] = new JsonArray(new JsonObject { ["name"] = "initialRun", ["value"] = "true" }) }));
        var bare = await Host.AnswerAsync(Host.Invoke("composeExtension/query", null));

        Assert.NotEmpty(nothing["composeExtension"]!["attachments"]!.AsArray());
        Assert.Equal(nothing.ToJsonString(), bare.ToJsonString());
    }

    [Fact]
    public async Task A_search_without_a_hit_says_so_and_one_for_a_figure_gives_it()
    {
        var nothing = await Host.AnswerAsync(Query("zzzqqq", 0, 25));
        var figure = Assert.Single(await SearchAsync("how many commitments by area"));

        Assert.Equal("message", (string?)nothing["composeExtension"]!["type"]);
        Assert.Equal("1.3", (string?)figure["content"]!["version"]);
    }

    [Fact]
    public async Task A_picked_result_and_a_link_to_its_page_give_the_whole_record()
    {
        var picked = Results(await Host.AnswerAsync(Host.Invoke("composeExtension/selectItem", new() { ["says"] = "PE0062" })));
        var linked = Results(await Host.AnswerAsync(Link("https://www.opengovpartnership.org/members/peru/commitments/PE0062/")));

        Assert.Contains("Reusable Open Data", Assert.Single(picked).ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(picked[0].ToJsonString(), Assert.Single(linked).ToJsonString());
    }

    [Theory]
    [InlineData("https://www.opengovpartnership.org/members/peru/", "Peru")]
    [InlineData("https://opengovpartnership.org/es/members/peru/commitments/pe0084", "PE0084")]
    [InlineData("https://www.opengovpartnership.org/about/", null)]
    [InlineData("https://www.opengovpartnership.org/members/peru/commitments/PE9999/", null)]
    [InlineData("https://www.opengovpartnership.org.example.org/members/peru/commitments/PE0062/", null)]
    [InlineData("https://example.org/PE0062", null)]
    [InlineData("ftp://www.opengovpartnership.org/PE0062", null)]
    [InlineData("PE0062", null)]
    [InlineData(null, null)]
    public async Task Only_pages_of_records_are_previewed(string? url, string? record)
    {
        var results = Results(await Host.AnswerAsync(Link(url)));

        Assert.Equal(record is null ? 0 : 1, results.Count);
        Assert.All(results, result => Assert.Contains(record!, result.ToJsonString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Every_invoke_is_answered_in_half_a_second()
    {
        JsonObject[] invokes =
        [
            Query("", 0, 25), Query("Peru", 0, 25), Query("commitments in 2012", 25, 25), Link("https://www.opengovpartnership.org/members/peru/"),
            Host.Invoke("composeExtension/selectItem", new() { ["says"] = "PE0062" }),
            Host.Invoke("adaptiveCard/action", new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["data"] = new JsonObject { ["says"] = "table of areas by year" } } }),
        ];

        foreach (var invoke in invokes.Concat(invokes))
        {
            await Host.AnswerAsync(invoke);
            var watch = Stopwatch.StartNew();
            await Host.AnswerAsync(invoke);
            Assert.InRange(watch.ElapsedMilliseconds, 0, 500);
        }
    }

    private Task<JsonObject> ClickAsync(JsonObject action) => Host.AnswerAsync(Host.Invoke("adaptiveCard/action", new() { ["action"] = action }));

    private JsonObject Link(string? url) => Host.Invoke("composeExtension/queryLink", new() { ["url"] = url });

    private JsonObject Query(string words, int skip, int count) => Host.Invoke("composeExtension/query", new()
    {
        ["commandId"] = "search",
        ["parameters"] = new JsonArray(new JsonObject { ["name"] = "query", ["value"] = words }),
        ["queryOptions"] = new JsonObject { ["skip"] = skip, ["count"] = count },
    });

    private async Task<IReadOnlyList<JsonObject>> SearchAsync(string words, int skip = 0, int count = 25) => Results(await Host.AnswerAsync(Query(words, skip, count)));

    private static IReadOnlyList<JsonObject> Results(JsonObject answer)
    {
        Assert.Equal("result", (string?)answer["composeExtension"]!["type"]);
        return [.. answer["composeExtension"]!["attachments"]!.AsArray().Select(each => each!.AsObject())];
    }

    private static string Title(JsonObject result) => $"{result["preview"]!["content"]!["title"]} {result["preview"]!["content"]!["text"]}";

    private static IEnumerable<string> SaysIn(JsonNode card) => card switch
    {
        JsonObject element => element.SelectMany(member => member.Key == "says" ? [(string)member.Value!] : member.Value is { } value ? SaysIn(value) : []).Distinct(),
        JsonArray list => list.SelectMany(each => SaysIn(each!)),
        _ => [],
    };
}
