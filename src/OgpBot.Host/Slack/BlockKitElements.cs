using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>
/// The blocks of a message. Text from data goes into rich text or plain text: neither is read as mrkdwn, whose * _ ` ~ have no escape,
/// so nothing in it becomes a mention, a link, a date or an emoji.
/// </summary>
internal static class BlockKitElements
{
    /// <summary>Characters of a header.</summary>
    public const int MostHeader = 150;

    private const int MostButton = 75;

    public static JsonObject Header(string text) => new() { ["type"] = "header", ["text"] = Plain(PlainText.Cut(text, MostHeader)) };

    /// <summary>Small print around a person, who is the only mrkdwn in it, so that nothing else is read as markup.</summary>
    public static JsonObject Context(Mention mention) => new()
    {
        ["type"] = "context",
        ["elements"] = new JsonArray(Plain(mention.Before), new JsonObject { ["type"] = "mrkdwn", ["text"] = $"<@{mention.Person}>" }, Plain(mention.After)),
    };

    /// <summary>Small print.</summary>
    public static JsonObject Context(string text) => new() { ["type"] = "context", ["elements"] = new JsonArray(Plain(text)) };

    public static JsonObject RichText(params IEnumerable<JsonObject> parts) => new() { ["type"] = "rich_text", ["elements"] = Array(parts) };

    public static JsonObject Section(params IEnumerable<JsonObject> texts) => new() { ["type"] = "rich_text_section", ["elements"] = Array(texts) };

    public static JsonObject Preformatted(string text) => new() { ["type"] = "rich_text_preformatted", ["elements"] = Array([Text(text)]) };

    public static JsonObject Quoted(string text) => new() { ["type"] = "rich_text_quote", ["elements"] = Array([Text(text)]) };

    public static JsonObject Text(string text) => new() { ["type"] = "text", ["text"] = text };

    public static JsonObject Bold(string text) => new() { ["type"] = "text", ["text"] = text, ["style"] = new JsonObject { ["bold"] = true } };

    public static JsonObject Link(string address, string text) =>
        new() { ["type"] = "link", ["url"] = address, ["text"] = text, ["style"] = new JsonObject { ["bold"] = true } };

    /// <summary>A cell of a table.</summary>
    public static JsonObject Cell(string text) => new() { ["type"] = "raw_text", ["text"] = text };

    public static JsonObject Actions(IEnumerable<JsonObject> buttons) => new() { ["type"] = "actions", ["elements"] = Array(buttons) };

    /// <summary>A click that says something.</summary>
    /// <param name="id">Unique within the message.</param>
    /// <param name="about">What a screen reader adds; null when the label is enough.</param>
    public static JsonObject Button(string id, string label, string says, string? about = null)
    {
        var button = new JsonObject { ["type"] = "button", ["action_id"] = id, ["text"] = Plain(PlainText.Cut(label, MostButton)), ["value"] = says };
        if (about is not null)
        {
            button["accessibility_label"] = PlainText.Cut(about, MostButton);
        }

        return button;
    }

    public static JsonObject Open(string id, string label, string address) =>
        new() { ["type"] = "button", ["action_id"] = id, ["text"] = Plain(PlainText.Cut(label, MostButton)), ["url"] = address };

    public static JsonArray Array(IEnumerable<JsonObject> elements) => new([.. elements]);

    public static JsonObject Plain(string text) => new() { ["type"] = "plain_text", ["text"] = text, ["emoji"] = false };
}
