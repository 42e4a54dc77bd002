using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Host.Teams;

namespace OgpBot.Tests.Teams;

public sealed class TeamsTextTests
{
    [Theory]
    [InlineData("PE0062", "PE0062")]
    [InlineData("  Peru\u00a0justice  ", "Peru justice")]
    [InlineData("Peru&nbsp;justice &amp; health", "Peru justice & health")]
    [InlineData("a &lt; b &#233;", "a < b é")]
    public void What_Teams_puts_in_for_HTML_is_taken_out(string text, string typed) => Assert.Equal(typed, TeamsText.Of(Message(text)));

    [Theory]
    [InlineData("<at>OgpBot</at> PE0062", "<at>OgpBot</at>", "PE0062")]
    [InlineData("<at>OgpBot</at>&nbsp;PE0062", "<at>OgpBot</at>", "PE0062")]
    [InlineData("what about <at>OgpBot</at> PE0062", "<at>OgpBot</at>", "what about   PE0062")]
    [InlineData("<at id=\"0\">OgpBot</at> PE0062", "<at id=\"0\">OgpBot</at>", "PE0062")]
    [InlineData("<at>OgpBot</at> PE0062", null, "PE0062")]
    [InlineData("<at>OgpBot</at>", "<at>OgpBot</at>", "")]
    public void The_bots_own_mention_is_taken_out(string text, string? written, string typed) =>
        Assert.Equal(typed, TeamsText.Of(Message(text, Mention("28:bot", "OgpBot", written))));

    [Fact]
    public void Other_mentions_stay()
    {
        var message = Message("<at>OgpBot</at> ask <at>Ana</at> about PE0062", Mention("29:ana", "Ana", "<at>Ana</at>"), Mention("28:bot", "OgpBot", "<at>OgpBot</at>"));

        Assert.Equal("ask <at>Ana</at> about PE0062", TeamsText.Of(message));
        Assert.True(TeamsText.MentionsBot(message));
        Assert.False(TeamsText.MentionsBot(Message("<at>OgpBot</at> hello", Mention("29:other", "OgpBot", "<at>OgpBot</at>"))));
        Assert.False(TeamsText.MentionsBot(Message("@OgpBot PE0062")));
    }

    [Fact]
    public void Any_text_is_read_and_none_is_longer_than_is_read() => Gen.Select(Gen.String[0, 6_000], Gen.String[0, 20]).Sample((text, mention) =>
    {
        var activity = Message(text.Replace('\ud800', ' '), Mention("28:bot", "OgpBot", mention));
        return TeamsText.Of(activity).Length <= TeamsText.Longest;
    });

    private static JsonObject Mention(string id, string name, string? written) => new()
    {
        ["type"] = "mention",
        ["mentioned"] = new JsonObject { ["id"] = id, ["name"] = name },
        ["text"] = written,
    };

    private static ReceivedActivity Message(string text, params JsonObject[] entities) => new()
    {
        Type = "message",
        Text = text,
        Recipient = new() { Id = "28:bot", Name = "OgpBot" },
        Entities = System.Text.Json.JsonSerializer.SerializeToElement(new JsonArray([.. entities])),
    };
}
