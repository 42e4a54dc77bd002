using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>What the Events API delivers: one event and whom it is for. Every member may be missing.</summary>
internal sealed record SlackEnvelope
{
    public string? Type { get; init; }

    /// <summary>Of url_verification.</summary>
    public string? Challenge { get; init; }

    public string? ApiAppId { get; init; }

    public string? TeamId { get; init; }

    public string? EventId { get; init; }

    /// <summary>In unix seconds.</summary>
    public long? EventTime { get; init; }

    public SlackEvent? Event { get; init; }

    public IReadOnlyList<SlackAuthorization>? Authorizations { get; init; }
}

internal sealed record SlackAuthorization
{
    public string? EnterpriseId { get; init; }

    public string? TeamId { get; init; }

    /// <summary>The bot's own user, when <see cref="IsBot"/>.</summary>
    public string? UserId { get; init; }

    public bool? IsBot { get; init; }
}

/// <summary>The inner event; which members it has depends on its type.</summary>
internal sealed record SlackEvent
{
    public string? Type { get; init; }

    public string? Subtype { get; init; }

    public string? User { get; init; }

    public string? BotId { get; init; }

    public string? Text { get; init; }

    /// <summary>Of the message; with the channel its name.</summary>
    public string? Ts { get; init; }

    public string? ThreadTs { get; init; }

    public string? Channel { get; init; }

    /// <summary>channel, group, im or mpim.</summary>
    public string? ChannelType { get; init; }

    public string? ClientMsgId { get; init; }

    /// <summary>Of app_home_opened: home or messages.</summary>
    public string? Tab { get; init; }

    /// <summary>Of app_home_opened: the home page as it was published last; missing when none was.</summary>
    public JsonElement? View { get; init; }

    /// <summary>Of tokens_revoked.</summary>
    public SlackRevoked? Tokens { get; init; }

    public string? MessageTs { get; init; }

    public string? UnfurlId { get; init; }

    public string? Source { get; init; }

    public IReadOnlyList<SlackLink>? Links { get; init; }
}

/// <summary>The users whose tokens are no more.</summary>
internal sealed record SlackRevoked
{
    public IReadOnlyList<string>? Bot { get; init; }
}

internal sealed record SlackLink
{
    public string? Url { get; init; }

    public string? Domain { get; init; }
}
