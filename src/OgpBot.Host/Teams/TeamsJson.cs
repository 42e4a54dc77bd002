using System.Text.Json.Serialization;

namespace OgpBot.Host.Teams;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(TeamsRoute))]
internal sealed partial class TeamsJson : JsonSerializerContext;
