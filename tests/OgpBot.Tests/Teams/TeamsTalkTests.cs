using System.Net;
using System.Text.Json.Nodes;

namespace OgpBot.Tests.Teams;

public sealed class TeamsTalkTests(TeamsEndpointTests.Open open) : IClassFixture<TeamsEndpointTests.Open>
{
    private const string Channel = "19:abc@thread.tacv2;messageid=1795404922058";

    private TeamsHost Host => open.Host;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_ID_in_a_personal_chat_is_answered_with_its_card()
    {
        var asked = Host.Activity("message", "PE0062");

        var heard = await Host.AskAsync(asked);

        Assert.Equal(("POST", $"/amer/v3/conversations/a%3Achat/activities/{asked["id"]}"), (heard.Method, heard.Path));
        Assert.Contains("Reusable Open Data", CardOf(heard), StringComparison.Ordinal);
        Assert.Empty(heard.Authorization);
    }

    [Fact]
    public async Task A_message_that_comes_three_times_is_answered_once()
    {
        var asked = Host.Activity("message", "PE0084");

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Host.SendAsync(asked)));
        var before = Host.Said.Count;
        using var third = await Host.SendAsync(asked);
        await Host.EndedAsync();

        Assert.Equal(HttpStatusCode.OK, third.StatusCode);
        Assert.Single(Host.Said, heard => heard.Path.EndsWith((string)asked["id"]!, StringComparison.Ordinal));
        Assert.InRange(Host.Said.Count - before, 0, 1);
    }

    [Fact]
    public async Task The_language_of_the_client_decides_where_the_words_do_not()
    {
        var asked = In("a:spanish", Host.Activity("message", "PE0062"));
        asked["locale"] = "es-PE";

        var heard = await Host.AskAsync(asked);

        Assert.Contains("destacado", CardOf(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_it_answers_in_the_thread_when_it_is_mentioned()
    {
        var heard = await Host.AskAsync(Mentioning(InRoom("channel", Channel, Host.Activity("message", "<at>OgpBot</at>&nbsp;PE0062")), "28:bot"));

        Assert.StartsWith("/amer/v3/conversations/19%3Aabc%40thread.tacv2%3Bmessageid%3D1795404922058/activities/", heard.Path, StringComparison.Ordinal);
        Assert.Contains("Reusable Open Data", CardOf(heard), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("channel")]
    [InlineData("groupChat")]
    public async Task Among_several_people_it_is_silent_unless_it_is_mentioned(string kind)
    {
        await SilentAsync(InRoom(kind, Channel, Host.Activity("message", "PE0062")));
        await SilentAsync(Mentioning(InRoom(kind, Channel, Host.Activity("message", "<at>OgpBot</at> PE0062")), "29:somebody"));
    }

    [Fact]
    public async Task A_mention_alone_is_answered_with_help()
    {
        var heard = await Host.AskAsync(Mentioning(InRoom("groupChat", "19:group@thread.v2", Host.Activity("message", "<at>OgpBot</at>")), "28:bot"));

        Assert.Contains(OgpBot.Texts.HelpTexts.In(OgpBot.Conversations.Language.English).Title, CardOf(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_own_words_and_cards_that_people_share_are_left_alone()
    {
        var own = Host.Activity("message", "PE0062");
        own["from"]!["id"] = "28:bot";
        var shared = Host.Activity("message");
        shared["attachments"] = JsonNode.Parse("""[{"contentType":"application/vnd.microsoft.card.adaptive","content":{}}]""");

        await SilentAsync(own);
        await SilentAsync(shared);
    }

    [Fact]
    public async Task A_click_of_an_old_client_changes_the_card_in_place()
    {
        var click = Host.Activity("message");
        (click["value"], click["replyToId"]) = (new JsonObject { ["says"] = "PE0084" }, "1795404792885");

        var heard = await Host.AskAsync(click);

        Assert.Equal(("PUT", "/amer/v3/conversations/a%3Achat/activities/1795404792885"), (heard.Method, heard.Path));
        Assert.Contains("PE0084", CardOf(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_click_that_says_nothing_and_feedback_of_an_old_client_need_no_answer()
    {
        var empty = Host.Activity("message");
        empty["value"] = new JsonObject { ["unknown"] = "x" };
        var feedback = Host.Activity("message");
        feedback["value"] = new JsonObject { ["feedback"] = "yes", ["about"] = "show-commitment" };

        await SilentAsync(empty);
        await SilentAsync(feedback);
    }

    [Fact]
    public async Task Expected_replies_are_in_the_response_and_nowhere_else()
    {
        var before = Host.Said.Count;
        var asked = Host.Activity("message", "PE0062");
        var reaction = Host.Activity("messageReaction");
        (asked["deliveryMode"], reaction["deliveryMode"]) = ("expectReplies", "expectReplies");

        var answered = await Host.AnswerAsync(asked);
        var nothing = await Host.AnswerAsync(reaction);

        Assert.Contains("Reusable Open Data", Assert.Single(answered["activities"]!.AsArray())!.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(nothing["activities"]!.AsArray());
        Assert.Equal(before, Host.Said.Count);
    }

    [Fact]
    public async Task When_it_comes_it_says_so_once_although_two_activities_tell()
    {
        var (member, installed) = (In("a:new", Host.Activity("conversationUpdate")), In("a:new", Host.Activity("installationUpdate")));
        member["membersAdded"] = JsonNode.Parse("""[{"id":"29:person"},{"id":"28:bot"}]""");
        installed["action"] = "add";
        var before = Host.Said.Count;

        await Task.WhenAll(Host.SendAsync(member), Host.SendAsync(installed));
        await Host.EndedAsync();

        Assert.Contains("Hello!", CardOf(Assert.Single(Host.Said.Skip(before))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_channel_it_names_who_added_it_and_speaks_both_languages_when_it_knows_neither()
    {
        var added = InRoom("channel", "19:team@thread.tacv2", Host.Activity("conversationUpdate"));
        added.Remove("locale");
        added["membersAdded"] = JsonNode.Parse("""[{"id":"28:bot"}]""");
        added["channelData"]!["settings"] = JsonNode.Parse("""{"selectedChannel":{"id":"19:chosen@thread.tacv2"}}""");

        var heard = await Host.AskAsync(added);

        Assert.Equal("/amer/v3/conversations/19%3Achosen%40thread.tacv2/activities", heard.Path);
        Assert.Contains("Ana Quispe added me", CardOf(heard), StringComparison.Ordinal);
        Assert.Contains("Me agregó Ana Quispe", CardOf(heard), StringComparison.Ordinal);
    }

    [Fact]
    public async Task When_others_come_or_go_it_says_nothing()
    {
        var came = InRoom("channel", "19:team2@thread.tacv2", Host.Activity("conversationUpdate"));
        came["membersAdded"] = JsonNode.Parse("""[{"id":"29:new"}, null]""");
        var upgraded = In("a:upgraded", Host.Activity("installationUpdate"));
        upgraded["action"] = "add-upgrade";

        await SilentAsync(came);
        await SilentAsync(upgraded);
    }

    [Fact]
    public async Task After_it_was_removed_the_way_there_is_forgotten()
    {
        using (await Host.SendAsync(In("a:left", Host.Activity("typing"))))
        {
        }

        var gone = In("a:left", Host.Activity("installationUpdate"));
        gone["action"] = "remove";
        await SilentAsync(gone);

        Assert.False(await Host.KnowsWayAsync("a:left"));
    }

    [Fact]
    public async Task While_nothing_can_be_stored_it_tells_Teams_to_try_again()
    {
        var asked = Host.Activity("message", "PE0062");
        using (await Host.LockAsync())
        {
            using var busy = await Host.SendAsync(asked);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, busy.StatusCode);
        }

        Assert.Contains("Reusable Open Data", CardOf(await Host.AskAsync(asked)), StringComparison.Ordinal);
    }

    private async Task SilentAsync(JsonObject activity)
    {
        var before = Host.Said.Count;

        using var response = await Host.SendAsync(activity);
        await Host.EndedAsync();

        Assert.Equal((HttpStatusCode.OK, ""), (response.StatusCode, await response.Content.ReadAsStringAsync(Cancel)));
        Assert.Equal(before, Host.Said.Count);
    }

    private static JsonObject In(string conversation, JsonObject activity)
    {
        activity["conversation"]!["id"] = conversation;
        return activity;
    }

    private static JsonObject InRoom(string kind, string conversation, JsonObject activity)
    {
        (activity["conversation"]!["conversationType"], activity["conversation"]!["isGroup"]) = (kind, true);
        return In(conversation, activity);
    }

    private static JsonObject Mentioning(JsonObject activity, string whom)
    {
        activity["entities"] = new JsonArray(new JsonObject { ["type"] = "mention", ["mentioned"] = new JsonObject { ["id"] = whom, ["name"] = "OgpBot" }, ["text"] = "<at>OgpBot</at>" });
        return activity;
    }

    private static string CardOf(Heard heard) =>
        heard.Body["attachments"]![0]!["content"]!.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
}
