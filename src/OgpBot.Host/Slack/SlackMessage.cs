using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

/// <summary>A reply as arguments of chat.postMessage: what does not depend on where it is said.</summary>
/// <param name="Text">Escaped for mrkdwn.</param>
/// <param name="Blocks">Null: the text alone, as it stands.</param>
internal sealed record SlackMessage(string Text, DrawnJson? Blocks)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = ReplyJson.Encoder };

    public static SlackMessage Of(Reply reply) => new(BlockKitRenderer.Fallback(reply), new(JsonSerializer.SerializeToUtf8Bytes(BlockKitRenderer.Render(reply), Json)));

    public void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteString("text"u8, Text);
        if (Blocks is null)
        {
            writer.WriteBoolean("mrkdwn"u8, false);
            return;
        }

        writer.WritePropertyName("blocks"u8);
        Blocks.WriteTo(writer);
    }
}
