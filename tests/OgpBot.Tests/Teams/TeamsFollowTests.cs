using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

/// <summary>Following by messages and by clicks on cards, through the endpoint.</summary>
public sealed class TeamsFollowTests(TeamsEndpointTests.Open open) : IClassFixture<TeamsEndpointTests.Open>
{
    private TeamsHost Host => open.Host;

    [Fact]
    public async Task A_channel_follows_after_a_mention_and_a_click_and_everybody_there_can_stop_it()
    {
        const string Thread = "19:follow@thread.tacv2;messageid=17";
        var asked = In(Thread, Host.Activity("message", "<at>OgpBot</at> new resources for Peru every Monday at 9:00"));
        asked["localTimezone"] = "America/Lima";

        var preview = CardOf(await Host.AskAsync(asked));
        var done = await ClickAsync(Thread, SaysIn(preview).First(says => says.EndsWith("confirmed:yes", StringComparison.Ordinal)), "29:person");
        var list = CardOf(await Host.AskAsync(In("19:follow@thread.tacv2;messageid=18", Host.Activity("message", "<at>OgpBot</at> what is this channel following?"))));
        var stopped = await ClickAsync(Thread, SaysIn(list).First(says => says.StartsWith("unsubscribe", StringComparison.Ordinal)), "29:other");

        Assert.Contains("Every Monday at 09:00 (America/Lima) I would post here", preview.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Done. Every Monday at 09:00 (America/Lima)", done.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Resources: Peru", list.ToJsonString(), StringComparison.Ordinal);
        Assert.Contains("Stopped: resources: Peru", stopped.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_chat_alone_it_is_the_persons_own_and_nobody_elses()
    {
        await Host.AskAsync(Host.Activity("message", "follow PE0084"));
        await Host.AskAsync(Host.Activity("message", "yes"));

        var own = CardOf(await Host.AskAsync(Host.Activity("message", "what am I following?"))).ToJsonString();
        var other = Host.Activity("message", "what am I following?");
        (other["from"]!["id"], other["conversation"]!["id"]) = ("29:other", "a:other");
        var others = CardOf(await Host.AskAsync(other)).ToJsonString();

        Assert.Contains("PE0084", own, StringComparison.Ordinal);
        Assert.Contains("You follow nothing yet.", others, StringComparison.Ordinal);
    }

    private async Task<JsonNode> ClickAsync(string conversation, string says, string person)
    {
        var invoke = In(conversation, Host.Invoke("adaptiveCard/action", new() { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = "say", ["data"] = new JsonObject { ["says"] = says } } }));
        invoke["from"]!["id"] = person;
        return await Host.AnswerAsync(invoke);
    }

    private static JsonObject In(string conversation, JsonObject activity)
    {
        activity["conversation"] = new JsonObject { ["id"] = conversation, ["conversationType"] = "channel", ["isGroup"] = true, ["tenantId"] = (string?)activity["conversation"]!["tenantId"] };
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["text"] = "<at>OgpBot</at>", ["mentioned"] = new JsonObject { ["id"] = "28:bot" } });
        return activity;
    }

    private static JsonNode CardOf(Heard heard) => heard.Body["attachments"]![0]!["content"]!;

    private static IEnumerable<string> SaysIn(JsonNode card) => card switch
    {
        JsonObject node when node["says"] is JsonValue says => [(string)says!],
        JsonObject node => node.SelectMany(member => member.Value is { } value ? SaysIn(value) : []),
        JsonArray list => list.SelectMany(each => each is null ? [] : SaysIn(each)),
        _ => [],
    };
}
