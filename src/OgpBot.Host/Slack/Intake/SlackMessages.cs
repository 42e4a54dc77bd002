using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>Messages as bodies: of the answer to a command, or for a response_url.</summary>
internal static class SlackMessages
{
    /// <summary>Slack's limit for the value of a button.</summary>
    private const int MostSays = 2_000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = ReplyJson.Encoder };

    /// <summary>Seen by one person alone.</summary>
    /// <param name="shareable">With a button that shows it to everybody.</param>
    public static JsonObject Ephemeral(Reply reply, bool shareable) =>
        Body("ephemeral", reply, shareable && reply.Query is { Length: > 0 and <= MostSays } query ? [Actions([Button(SlackNames.Share, FinderTexts.In(reply.Language).Share, query)])] : []);

    /// <summary>Seen by the whole channel, with who wanted that.</summary>
    public static JsonObject Shared(Reply reply, string by)
    {
        var context = Context(PlainText.Filled(PlainText.Cut(PlainText.Line(by), MostHeader)));
        context["block_id"] = SlackNames.SharedBy;
        return Body("in_channel", reply, [context]);
    }

    public static JsonObject InPlace(JsonObject body)
    {
        body["replace_original"] = true;
        return body;
    }

    public static JsonObject Below(JsonObject body, string? thread)
    {
        body["replace_original"] = false;
        if (thread is not null)
        {
            body["thread_ts"] = thread;
        }

        return body;
    }

    public static SlackAnswer Answer(JsonObject body) => new(200, body.ToJsonString(Json));

    private static JsonObject Body(string seenBy, Reply reply, IReadOnlyList<JsonObject> below) => new()
    {
        ["response_type"] = seenBy,
        ["text"] = BlockKitRenderer.Fallback(reply),
        ["blocks"] = BlockKitRenderer.Render(reply, inView: false, below),
    };
}
