using System.Buffers;
using System.Text.Json;
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

    private static readonly Shaped<SlackMessage> Drawn = new(SlackMessage.Of);

    public Task<Outcome> PostAsync(SlackAccess access, SlackRoute route, Outgoing message, CancellationToken cancellationToken) =>
        SendAsync(access, "chat.postMessage", route, message, null, cancellationToken);

    public Task<Outcome> UpdateAsync(SlackAccess access, SlackRoute route, Outgoing message, string ts, CancellationToken cancellationToken) =>
        SendAsync(access, "chat.update", route, message, ts, cancellationToken);

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

    /// <param name="ts">Of the message whose place it takes; null for a new one.</param>
    private async Task<Outcome> SendAsync(SlackAccess access, string method, SlackRoute route, Outgoing message, string? ts, CancellationToken cancellationToken)
    {
        var drawn = Drawn.Of(message.Reply);
        var sent = await client.PostAsync(access.Token, method, route.Channel, Arguments(drawn, route, message, ts), cancellationToken);
        if (sent.Trouble is Outcome.Refused { Reason: "invalid_blocks" or "invalid_blocks_format" or "msg_blocks_too_long" })
        {
            // A plain answer is better than none.
            LogWithoutBlocks(log, message.Reference);
            var plain = new SlackMessage(BlockKitRenderer.Escape(PlainText.Cut(PlainText.Of(message.Reply), MostText / 2)), null);
            sent = await client.PostAsync(access.Token, method, route.Channel, Arguments(plain, route, message, ts), cancellationToken);
        }

        return sent.Trouble ?? new Outcome.Sent(sent.Body?.Ts);
    }

    private static ReadOnlyMemory<byte> Arguments(SlackMessage drawn, SlackRoute route, Outgoing message, string? ts)
    {
        var body = new ArrayBufferWriter<byte>(4096);
        using var writer = new Utf8JsonWriter(body, new() { Encoder = ReplyJson.Encoder });
        writer.WriteStartObject();
        writer.WriteString("channel"u8, route.Channel);
        drawn.WriteTo(writer);
        writer.WriteStartObject("metadata"u8);
        writer.WriteString("event_type"u8, SlackMetadata.Reply);
        writer.WriteStartObject("event_payload"u8);
        writer.WriteString("reference"u8, message.Reference);
        writer.WriteEndObject();
        writer.WriteEndObject();
        if (ts is not null)
        {
            writer.WriteString("ts"u8, ts);
        }
        else
        {
            writer.WriteBoolean("unfurl_links"u8, false);
            writer.WriteBoolean("unfurl_media"u8, false);
            if (route.ThreadTs is { } thread)
            {
                writer.WriteString("thread_ts"u8, thread);
            }
        }

        writer.WriteEndObject();
        writer.Flush();
        return body.WrittenMemory;
    }

    [LoggerMessage(1, LogLevel.Error, "Slack refused the blocks of reply {Reference}: it goes as text")]
    private static partial void LogWithoutBlocks(ILogger logger, string reference);
}
