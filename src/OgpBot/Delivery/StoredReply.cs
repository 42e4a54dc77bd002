using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Conversations;

namespace OgpBot.Delivery;

/// <summary>A reply as it lies in the outbox: everything, so that it is shaped when it is sent.</summary>
/// <param name="Json">In UTF-8.</param>
/// <param name="Hash">By which it lies among the kept replies, once for all who get the same; null for one that is stored with its row.</param>
internal sealed record StoredReply(ReadOnlyMemory<byte> Json, byte[]? Hash)
{
    /// <summary>The JSON of a row of the outbox, wherever it lies.</summary>
    public const string Column = "coalesce((select k.reply from kept_reply k where k.hash = kept), reply)";

    private static readonly Shaped<StoredReply> Written = new(Of);

    public static StoredReply Write(Reply reply) => Written.Of(reply);

    public static Reply Read(string json) =>
        JsonSerializer.Deserialize(json, StoredReplyContext.Default.Reply) ?? throw new JsonException("A stored reply is empty.");

    private static StoredReply Of(Reply reply)
    {
        var json = JsonSerializer.SerializeToUtf8Bytes(reply, StoredReplyContext.Default.Reply);
        return new(json, reply.IsKept ? SHA256.HashData(json)[..16] : null);
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Reply))]
internal sealed partial class StoredReplyContext : JsonSerializerContext;
