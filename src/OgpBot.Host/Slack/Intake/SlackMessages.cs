using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>Messages as the bodies of answers.</summary>
internal static class SlackMessages
{
    public static SlackAnswer Ephemeral(Reply reply) => new(200, new JsonObject
    {
        ["response_type"] = "ephemeral",
        ["text"] = BlockKitRenderer.Fallback(reply),
        ["blocks"] = BlockKitRenderer.Render(reply),
    }.ToJsonString());
}
