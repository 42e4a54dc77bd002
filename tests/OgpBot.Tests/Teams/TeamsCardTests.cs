using System.Diagnostics.Metrics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using Microsoft.Extensions.DependencyInjection;
using OgpBot.Host.Teams;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Teams;

public sealed class TeamsCardTests
{
    private static readonly TeamsRoute Route = new("https://smba.trafficmanager.net/amer/", "19:" + new string('c', 60) + "@thread.tacv2;messageid=1795405076437", "1795405076437", "28:bot", "en-US");

    [Fact]
    public void Any_message_fits_with_its_envelope() => GeneratedReplies.Replies.Sample(
        reply =>
        {
            var json = JsonSerializer.SerializeToUtf8Bytes(TeamsActivity.Message(reply, Route), TeamsJson.Wire.TeamsActivity);

            // 28 KB where they are counted as sent, 40 KB where they are counted as UTF-16.
            return json.Length <= 28 * 1024 && 2 * Encoding.UTF8.GetCharCount(json) <= 40 * 1024;
        },
        iter: 40);

    [Fact]
    public void A_preview_holds_nothing_that_is_newer_than_its_version_and_nothing_to_click_but_links() => GeneratedReplies.Replies.Sample(
        reply => Assert.All(Objects(TeamsCard.Preview(reply)), element =>
        {
            Assert.NotEqual("heading", (string?)element["style"]);
            Assert.Contains((string?)element["type"], (string?[])["AdaptiveCard", "TextBlock", "RichTextBlock", "TextRun", "Container", "ColumnSet", "Column", "ActionSet", "Action.OpenUrl", null]);
            Assert.False(element.ContainsKey("actions") && (string?)element["type"] == "ActionSet" && element["actions"]!.AsArray().Count == 0);
        }),
        iter: 40);

    [Fact]
    public void A_preview_keeps_the_words_and_says_its_version()
    {
        var card = TeamsCard.Preview(SampleReplies.Single);

        Assert.Equal("1.3", (string?)card["version"]);
        Assert.Contains("PE0062", card.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_an_answer_one_can_say_whether_it_was_useful_on_old_clients_too()
    {
        var clicks = Objects(TeamsCard.Message(SampleReplies.Single)["body"]!.AsArray()[^1]).Where(element => (string?)element["type"] == "Action.Execute").ToArray();

        Assert.Equal(["yes", "no"], clicks.Select(click => (string?)click["data"]!["feedback"]));
        Assert.All(clicks, click => Assert.True(JsonNode.DeepEquals(click["data"], click["fallback"]!["data"])));
        Assert.All(clicks, click => Assert.NotEqual("", (string)click["title"]!));
    }

    [Fact]
    public void A_greeting_asks_for_no_judgement() =>
        Assert.DoesNotContain("feedback", TeamsCard.Message(SampleReplies.Single with { Query = null }).ToJsonString(), StringComparison.Ordinal);

    [Theory]
    [InlineData("""{"feedback":"yes","about":"made-up","language":"en"}""", true, "other", "Thank you: that helps to improve the answers.")]
    [InlineData("""{"feedback":"no","about":7,"language":"es"}""", false, "other", "Gracias: eso ayuda a mejorar las respuestas.")]
    public void A_click_is_counted_under_a_name_of_ours_alone(string data, bool useful, string intent, string thanks)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();
        var feedback = new TeamsFeedback(services.GetRequiredService<IMeterFactory>(), []);
        List<(object?, object?)> counted = [];
        using var listener = new MeterListener { InstrumentPublished = (instrument, self) => { if (instrument.Name == "ogpbot.feedback") { self.EnableMeasurementEvents(instrument); } } };
        listener.SetMeasurementEventCallback<long>((_, _, tags, _) => counted.Add((tags[0].Value, tags[1].Value)));
        listener.Start();

        var said = feedback.Take(JsonDocument.Parse(data).RootElement);

        Assert.Equal(thanks, said);
        Assert.Contains((useful, intent), counted);
    }

    [Theory]
    [InlineData("""{"says":"PE0062"}""")]
    [InlineData("""{"feedback":{}}""")]
    [InlineData("[]")]
    [InlineData("null")]
    public void Other_clicks_are_no_judgement(string data)
    {
        using var services = new ServiceCollection().AddMetrics().BuildServiceProvider();

        Assert.Null(new TeamsFeedback(services.GetRequiredService<IMeterFactory>(), []).Take(JsonDocument.Parse(data).RootElement));
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(member => Objects(member.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
