using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>Replies as messages: posted, put in the place of another, and found again by the reference that each carries.</summary>
internal sealed partial class SlackPosts(SlackClient client, ILogger<SlackPosts> log)
{
    // Characters of a message without blocks: longer ones are split.
    private const int MostText = 4_000;

    // Of a direct message, since what it answers.
    private const int MostPages = 3;

    private const int PageOf = 100;

    public Task<Outcome> PostAsync(SlackAccess access, SlackRoute route, Outgoing message, CancellationToken cancellationToken)
    {
        var arguments = Message(route, message);
        arguments["unfurl_links"] = false;
        arguments["unfurl_media"] = false;
        if (route.ThreadTs is { } thread)
        {
            arguments["thread_ts"] = thread;
        }

        return SendAsync(access, "chat.postMessage", arguments, message, cancellationToken);
    }

    public Task<Outcome> UpdateAsync(SlackAccess access, SlackRoute route, Outgoing message, string ts, CancellationToken cancellationToken)
    {
        var arguments = Message(route, message);
        arguments["ts"] = ts;
        return SendAsync(access, "chat.update", arguments, message, cancellationToken);
    }

    /// <summary>
    /// Sent when a message with this reference is there; later when everything since the question was read and it is not; else unknown.
    /// </summary>
    public async Task<Outcome> FindAsync(SlackAccess access, SlackRoute route, Outgoing message, CancellationToken cancellationToken)
    {
        if (!route.IsDirect || route.AskedTs is not { } asked || !access.Scopes.Contains("im:history"))
        {
            return new Outcome.Unknown("not allowed to look");
        }

        List<KeyValuePair<string, string>> arguments =
        [
            new("channel", route.Channel),
            new("oldest", asked),
            new("include_all_metadata", "true"),
            new("limit", $"{PageOf}"),
        ];
        if (route.ThreadTs is { } thread)
        {
            arguments.Add(new("ts", thread));
        }

        var nameless = 0;
        SlackHistoryBody? last = null;
        await foreach (var page in client.ReadPagesAsync(
            access.Token, route.ThreadTs is null ? "conversations.history" : "conversations.replies", arguments, SlackApiJson.Default.SlackHistoryBody, MostPages, cancellationToken))
        {
            if (page.Body is not { } body)
            {
                return new Outcome.Unknown(page.Trouble is Outcome.Refused refused ? refused.Reason : "history could not be read");
            }

            last = body;
            foreach (var found in body.Messages ?? [])
            {
                if (found.Metadata?.EventPayload?.Reference == message.Reference)
                {
                    return new Outcome.Sent(found.Ts);
                }

                // One of ours that does not tell which: it may be this one.
                nameless += found.User == access.BotUser && found.Metadata is null ? 1 : 0;
            }
        }

        var whole = last is not null && string.IsNullOrEmpty(last.ResponseMetadata?.NextCursor);
        return whole && nameless == 0 ? new Outcome.Later(null, "not there") : new Outcome.Unknown("not found");
    }

    private static JsonObject Message(SlackRoute route, Outgoing message) => new()
    {
        ["channel"] = route.Channel,
        ["text"] = BlockKitRenderer.Fallback(message.Reply),
        ["blocks"] = BlockKitRenderer.Render(message.Reply),
        ["metadata"] = new JsonObject
        {
            ["event_type"] = SlackMetadata.Reply,
            ["event_payload"] = new JsonObject { ["reference"] = message.Reference },
        },
    };

    private async Task<Outcome> SendAsync(SlackAccess access, string method, JsonObject arguments, Outgoing message, CancellationToken cancellationToken)
    {
        var sent = await client.WriteAsync(access.Token, method, arguments, SlackApiJson.Default.SlackPostedBody, cancellationToken);
        if (sent.Trouble is Outcome.Refused { Reason: "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" })
        {
            // A plain answer is better than none.
            LogWithoutBlocks(log, message.Reference);
            arguments.Remove("blocks");
            arguments["text"] = BlockKitRenderer.Escape(PlainText.Cut(PlainText.Of(message.Reply), MostText / 2));
            arguments["mrkdwn"] = false;
            sent = await client.WriteAsync(access.Token, method, arguments, SlackApiJson.Default.SlackPostedBody, cancellationToken);
        }

        return sent.Trouble ?? new Outcome.Sent(sent.Body?.Ts);
    }

    [LoggerMessage(1, LogLevel.Error, "Slack refused the blocks of reply {Reference}: it goes as text")]
    private static partial void LogWithoutBlocks(ILogger logger, string reference);
}
