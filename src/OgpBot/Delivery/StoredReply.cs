using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Conversations;

namespace OgpBot.Delivery;

/// <summary>A reply as it lies in the outbox: everything, so that it is shaped when it is sent.</summary>
internal static class StoredReply
{
    private static readonly Shaped<byte[]> Written = new(reply => JsonSerializer.SerializeToUtf8Bytes(reply, StoredReplyContext.Default.Reply));

    public static ReadOnlyMemory<byte> Write(Reply reply) => Written.Of(reply);

    public static Reply Read(string json) =>
        JsonSerializer.Deserialize(json, StoredReplyContext.Default.Reply) ?? throw new JsonException("A stored reply is empty.");
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault, IgnoreReadOnlyProperties = true)]
[JsonSerializable(typeof(Reply))]
internal sealed partial class StoredReplyContext : JsonSerializerContext;
