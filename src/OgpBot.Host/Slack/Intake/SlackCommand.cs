namespace OgpBot.Host.Slack;

/// <summary>A slash command: the fields of its form, or the payload of its envelope, under Slack's names.</summary>
internal sealed record SlackCommand
{
    public string? ApiAppId { get; init; }

    public string? TeamId { get; init; }

    /// <summary>In place of the team when a whole organisation installed the app.</summary>
    public string? EnterpriseId { get; init; }

    public string? ChannelId { get; init; }

    public string? UserId { get; init; }

    /// <summary>With its slash.</summary>
    public string? Command { get; init; }

    public string? Text { get; init; }
}
