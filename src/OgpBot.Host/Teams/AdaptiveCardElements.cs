using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using OgpBot.Conversations;

namespace OgpBot.Host.Teams;

/// <summary>
/// The elements of a card. Text from data goes into text runs, which no client reads as markdown; backslashes would not be
/// understood by all of them.
/// </summary>
internal static partial class AdaptiveCardElements
{
    /// <summary>Where a screen reader jumps to. Only a text block can say so, and it reads markdown: anything that may be some becomes a text run.</summary>
    public static JsonObject Heading(string text, string size)
    {
        if (!IsPlain(text))
        {
            return Text(Bold(text), size);
        }

        return new JsonObject { ["type"] = "TextBlock", ["text"] = text, ["style"] = "heading", ["size"] = size, ["weight"] = "Bolder", ["wrap"] = true };
    }

    public static JsonObject Text(JsonObject run, string? size = null, string? spacing = null)
    {
        if (size is not null)
        {
            run["size"] = size;
        }

        return Text([run], spacing);
    }

    public static JsonObject Text(IEnumerable<JsonObject> runs, string? spacing = null) =>
        Spaced(new JsonObject { ["type"] = "RichTextBlock", ["inlines"] = Array(runs) }, spacing);

    /// <summary>A cell of a table, as short as it can be written: a table has many.</summary>
    public static JsonObject Cell(string text) =>
        IsPlain(text) ? new() { ["type"] = "TextBlock", ["text"] = text, ["wrap"] = true } : Text([Run(text)]);

    // {{DATE(…)}} is the one thing that clients do replace in a run: an invisible joiner keeps the braces apart.
    public static JsonObject Run(string text) => new() { ["type"] = "TextRun", ["text"] = text.Replace("{{", "{\u2060{", StringComparison.Ordinal) };

    public static JsonObject Bold(string text) => With(Run(text), "weight", "Bolder");

    public static JsonObject Small(string text) => With(With(Run(text), "size", "Small"), "isSubtle", true);

    public static JsonObject With(JsonObject element, string name, JsonNode value)
    {
        element[name] = value;
        return element;
    }

    public static JsonObject Spaced(JsonObject element, string? spacing) => spacing is null ? element : With(element, "spacing", spacing);

    public static JsonObject Container(params IEnumerable<JsonObject> items) => new() { ["type"] = "Container", ["items"] = Array(items) };

    public static JsonObject Columns(params IEnumerable<JsonObject> columns) => new() { ["type"] = "ColumnSet", ["columns"] = Array(columns) };

    /// <param name="width">A weight, or stretch, or auto.</param>
    public static JsonObject Column(JsonNode width, JsonObject element) =>
        new() { ["type"] = "Column", ["width"] = width, ["items"] = Array([element]) };

    /// <summary>A click that says something. Clients without universal actions send the same as a submit.</summary>
    public static JsonObject Say(string says, string? title = null)
    {
        var action = Action("Action.Execute", says, title);
        action["verb"] = "say";
        action["fallback"] = Action("Action.Submit", says, title);
        return action;
    }

    public static JsonObject Open(string address, string title) => new() { ["type"] = "Action.OpenUrl", ["title"] = title, ["url"] = address };

    public static JsonObject Set(IEnumerable<JsonObject> actions) => new() { ["type"] = "ActionSet", ["actions"] = Array(actions) };

    /// <summary>Buttons in rows that a phone shows in full.</summary>
    public static List<List<JsonObject>> Rows(IEnumerable<JsonObject> buttons)
    {
        const int RowWidth = 48;
        const int Margins = 5;
        List<List<JsonObject>> rows = [];
        var room = 0;
        foreach (var button in buttons)
        {
            var width = button["title"]!.GetValue<string>().Length + Margins;
            if (rows.Count == 0 || width > room)
            {
                rows.Add([]);
                room = RowWidth;
            }

            rows[^1].Add(button);
            room -= width;
        }

        return rows;
    }

    public static JsonArray Array(IEnumerable<JsonObject> elements) => new([.. elements]);

    private static JsonObject Action(string type, string says, string? title)
    {
        var action = new JsonObject { ["type"] = type, ["data"] = new JsonObject { ["says"] = says } };
        if (title is not null)
        {
            action["title"] = PlainText.Cut(title, 60);
        }

        return action;
    }

    private static bool IsPlain(string text) => PlainWords.IsMatch(text) && !NumberOrAddress.IsMatch(text);

    // Letters, digits, spaces and signs without a meaning in markdown.
    [GeneratedRegex(@"^[\p{L}\p{N}“”‘’¿¡""'][\p{L}\p{M}\p{N} ,.:;?!¿¡""'“”‘’()–—·…★%-]*$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex PlainWords { get; }

    [GeneratedRegex(@"^\p{N}+[.)]|\.\p{L}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NumberOrAddress { get; }
}
