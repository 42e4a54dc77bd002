using System.Text.Json.Serialization;

namespace OgpBot.Conversations;

/// <summary>Who asks, and how something can be said to them, or where they asked, without being asked.</summary>
/// <param name="Person">The platform's ID of the person, unique within the tenant. Never shown, never logged.</param>
/// <param name="Place">The channel or chat without its thread: what "this channel" means.</param>
public sealed record Asker(string Person, string Place)
{
    /// <summary>The way to the place in the channel's own JSON, without a secret; null where nothing can be said unasked, as on a web page.</summary>
    public string? PlaceRoute { get; init; }

    /// <summary>The way to the person alone; with <see cref="Person"/> as the conversation.</summary>
    public string? PersonRoute { get; init; }

    /// <summary>True in a chat that the person has with the bot alone.</summary>
    public bool IsAlone { get; init; }

    /// <summary>The person's time zone as the platform knows it, by its IANA name; null when it does not tell.</summary>
    public string? Zone { get; init; }
}

[JsonSerializable(typeof(Asker))]
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault)]
internal sealed partial class AskerJson : JsonSerializerContext;
