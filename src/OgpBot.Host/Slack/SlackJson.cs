using System.Text.Json.Serialization;

namespace OgpBot.Host.Slack;

/// <summary>What Slack sends, and our routes, by generated code. No member may come twice, so that nobody is misread.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UseStringEnumConverter = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(SlackRoute))]
[JsonSerializable(typeof(SlackCommand))]
[JsonSerializable(typeof(SlackEnvelope))]
[JsonSerializable(typeof(SlackInteraction))]
[JsonSerializable(typeof(SlackContext))]
internal sealed partial class SlackJson : JsonSerializerContext;
