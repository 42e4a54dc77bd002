using System.Text.Json;
using System.Text.Json.Serialization;

namespace OgpBot.Host.Slack;

/// <summary>How something gets to its place in Slack; <see cref="Delivery.Incoming.Route"/> and <see cref="Delivery.Outgoing.Route"/> as JSON.</summary>
/// <param name="Channel">C…, D… or G…; for a home page the person (U…).</param>
/// <param name="ThreadTs">The thread that is answered in; null for none.</param>
internal sealed record SlackRoute(SlackRouteKind Kind, string Channel, string? ThreadTs = null)
{
    /// <summary>Who asked; null for what is said unasked.</summary>
    public string? User { get; init; }

    /// <summary>Of a preview.</summary>
    public SlackUnfurl? Unfurl { get; init; }

    /// <summary>Of a home page: this person sees it for the first time.</summary>
    public bool Welcome { get; init; }

    /// <summary>Of an answer: the ts of the message that asked. What is sent is looked for after it.</summary>
    public string? AskedTs { get; init; }

    /// <summary>A direct message between one person and the bot.</summary>
    [JsonIgnore]
    public bool IsDirect => Channel.StartsWith('D');

    public string Write() => JsonSerializer.Serialize(this, SlackJson.Default.SlackRoute);

    public static SlackRoute Read(string json) => JsonSerializer.Deserialize(json, SlackJson.Default.SlackRoute) ?? throw new JsonException("A route is empty.");
}

internal enum SlackRouteKind
{
    /// <summary>chat.postMessage, or chat.update when it replaces a message.</summary>
    Message,

    /// <summary>chat.unfurl.</summary>
    Unfurl,

    /// <summary>views.publish.</summary>
    Home,
}

/// <summary>Links that somebody posted, as Slack told of them.</summary>
/// <param name="MessageTs">Of the message that holds the links; the ID of the draft while it is being written.</param>
/// <param name="UnfurlId">With <paramref name="Source"/> in place of channel and message; null in older events.</param>
/// <param name="Urls">To the letter: Slack knows its links by them.</param>
internal sealed record SlackUnfurl(string MessageTs, string? UnfurlId, string? Source, IReadOnlyList<string> Urls);
