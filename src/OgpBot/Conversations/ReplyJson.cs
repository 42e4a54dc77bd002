using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using OgpBot.Texts;

namespace OgpBot.Conversations;

/// <summary>A reply as programs read it: the answer of POST /api/chat and of the command line's --json.</summary>
/// <param name="Language">en or es: the language of the bot's own words.</param>
/// <param name="Query">The question as a canonical query; null where there is none.</param>
/// <param name="Text">The plain twin of the whole card.</param>
/// <param name="Total">Records on all pages together; null where nothing is counted.</param>
public sealed record ReplyJson(
    string Intent,
    string Language,
    string? Query,
    string Text,
    int? Total,
    int Page,
    int Pages,
    IReadOnlyList<ItemJson> Items,
    IReadOnlyList<ChoiceJson> Choices)
{
    /// <summary>
    /// Leaves accents and other letters readable; escapes quotes, signs of HTML, and what lies beyond the basic plane (emoji).
    /// Cards are measured with it: serialise them with it too.
    /// </summary>
    public static JavaScriptEncoder Encoder { get; } = JavaScriptEncoder.Create(UnicodeRanges.All);

    private static readonly ReplyJsonContext Context = new(new JsonSerializerOptions(JsonSerializerDefaults.Web) { Encoder = Encoder });

    public static ReplyJson Of(Reply reply) => new(
        PlainText.Line(reply.Intent),
        CardTexts.In(reply.Language).Code,
        reply.Query is { } query ? PlainText.Line(query) : null,
        PlainText.Of(reply),
        reply.Total,
        reply.Page,
        reply.Pages,
        [.. reply.Items.Select(ItemJson.Of)],
        [.. reply.Choices.Select(choice => new ChoiceJson(PlainText.Line(choice.Label), PlainText.Clean(choice.Says)))]);

    /// <summary>One line of JSON.</summary>
    public static string Write(Reply reply) => JsonSerializer.Serialize(Of(reply), Context.ReplyJson);

    /// <summary>For a channel that adds its own members.</summary>
    public static JsonObject ToNode(Reply reply) => JsonSerializer.SerializeToNode(Of(reply), Context.ReplyJson)!.AsObject();
}

/// <param name="Kind">commitment, resource, plan, member, post, term or subscription.</param>
/// <param name="Says">What opening it says; null when there is nothing more to see.</param>
public sealed record ItemJson(
    string Kind,
    string Id,
    string Title,
    int? Year,
    IReadOnlyList<string> Areas,
    bool Starred,
    IReadOnlyList<string> Details,
    string? Url,
    string? Says)
{
    internal static ItemJson Of(Item item) => new(
        KindOf(item.Kind),
        PlainText.Line(item.Id),
        PlainText.Line(item.Title),
        item.Year,
        [.. item.Areas.Select(PlainText.Line)],
        item.Starred,
        [.. item.Details.Select(PlainText.Line)],
        item.Url is { } url ? PlainText.Line(url) : null,
        item.Says is { } says ? PlainText.Clean(says) : null);

    private static string KindOf(ItemKind kind) => kind switch
    {
        ItemKind.Commitment => "commitment",
        ItemKind.Resource => "resource",
        ItemKind.Plan => "plan",
        ItemKind.Member => "member",
        ItemKind.Post => "post",
        ItemKind.Subscription => "subscription",
        _ => "term",
    };
}

public sealed record ChoiceJson(string Label, string Says);

[JsonSerializable(typeof(ReplyJson))]
internal sealed partial class ReplyJsonContext : JsonSerializerContext;
