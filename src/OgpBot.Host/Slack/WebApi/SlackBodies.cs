using System.Text.Json.Serialization;

namespace OgpBot.Host.Slack;

/// <summary>What every method answers.</summary>
internal record SlackBody
{
    public bool Ok { get; init; }

    public string? Error { get; init; }

    public SlackCursor? ResponseMetadata { get; init; }
}

internal sealed record SlackCursor
{
    /// <summary>Empty or missing on the last page.</summary>
    public string? NextCursor { get; init; }
}

/// <summary>auth.test.</summary>
internal sealed record SlackIdentityBody : SlackBody
{
    public string? TeamId { get; init; }

    public string? UserId { get; init; }
}

/// <summary>users.info.</summary>
internal sealed record SlackUserBody : SlackBody
{
    public SlackUserZone? User { get; init; }
}

/// <param name="Tz">IANA name. Nothing else of a profile is read.</param>
internal sealed record SlackUserZone(string? Tz);

/// <summary>conversations.info.</summary>
internal sealed record SlackConversationBody : SlackBody
{
    public SlackMembership? Channel { get; init; }
}

/// <param name="IsMember">The bot is.</param>
internal sealed record SlackMembership(bool? IsMember);

/// <summary>chat.postMessage, chat.update.</summary>
internal sealed record SlackPostedBody : SlackBody
{
    public string? Ts { get; init; }
}

/// <summary>conversations.history, conversations.replies.</summary>
internal sealed record SlackHistoryBody : SlackBody
{
    public IReadOnlyList<SlackHistoryMessage>? Messages { get; init; }
}

internal sealed record SlackHistoryMessage
{
    public string? Ts { get; init; }

    public string? User { get; init; }

    public SlackMetadata? Metadata { get; init; }
}

/// <summary>What a message of ours carries unseen.</summary>
internal sealed record SlackMetadata
{
    public const string Reply = "ogpbot_reply";

    public string? EventType { get; init; }

    public SlackMetadataPayload? EventPayload { get; init; }
}

internal sealed record SlackMetadataPayload
{
    /// <summary>As in <see cref="Delivery.Outgoing.Reference"/>.</summary>
    public string? Reference { get; init; }
}

/// <summary>oauth.v2.access.</summary>
internal sealed record SlackAccessBody : SlackBody
{
    public string? AppId { get; init; }

    public string? AccessToken { get; init; }

    public string? TokenType { get; init; }

    public string? Scope { get; init; }

    public string? BotUserId { get; init; }

    public string? RefreshToken { get; init; }

    /// <summary>In seconds; null when the token does not expire.</summary>
    public long? ExpiresIn { get; init; }

    public bool IsEnterpriseInstall { get; init; }

    public SlackTeam? Team { get; init; }

    /// <summary>Never with its tokens.</summary>
    public override string ToString() => $"{AppId} in {Team?.Id}";
}

internal sealed record SlackTeam
{
    public string? Id { get; init; }
}

/// <summary>What Slack's methods answer, and tokens as they are stored, by generated code.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(SlackBody))]
[JsonSerializable(typeof(SlackIdentityBody))]
[JsonSerializable(typeof(SlackUserBody))]
[JsonSerializable(typeof(SlackConversationBody))]
[JsonSerializable(typeof(SlackPostedBody))]
[JsonSerializable(typeof(SlackHistoryBody))]
[JsonSerializable(typeof(SlackAccessBody))]
[JsonSerializable(typeof(SlackSecrets))]
internal sealed partial class SlackApiJson : JsonSerializerContext;
