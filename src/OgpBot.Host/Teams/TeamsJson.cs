using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using OgpBot.Conversations;

namespace OgpBot.Host.Teams;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsRoute))]
[JsonSerializable(typeof(TeamsActivity))]
[JsonSerializable(typeof(TeamsPersonalChat))]
[JsonSerializable(typeof(TeamsAccount))]
[JsonSerializable(typeof(ReceivedActivity))]
[JsonSerializable(typeof(JsonObject))]
internal sealed partial class TeamsJson : JsonSerializerContext
{
    /// <summary>For what leaves: cards are measured in this writing.</summary>
    public static TeamsJson Wire { get; } = new(new JsonSerializerOptions
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = ReplyJson.Encoder,
    });
}
