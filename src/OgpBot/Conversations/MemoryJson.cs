using System.Text.Json.Serialization;

namespace OgpBot.Conversations;

[JsonSerializable(typeof(string[]))]
internal sealed partial class MemoryJson : JsonSerializerContext;
