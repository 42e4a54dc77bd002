namespace OgpBot.Host.Slack;

/// <summary>A workspace that installed the app.</summary>
/// <param name="BotUser">Our user there (U…).</param>
/// <param name="Scopes">What was granted: optional ones may be missing.</param>
/// <param name="ExpiresAt">Of the access token; null when it does not expire.</param>
internal sealed record SlackInstallation(string Team, string BotUser, IReadOnlySet<string> Scopes, SlackSecrets Secrets, DateTimeOffset? ExpiresAt)
{
    public SlackAccess Access => new(new SlackToken(Team, Secrets.AccessToken), BotUser, Scopes);

    public static IReadOnlySet<string> ScopesOf(string? text) =>
        (text ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToHashSet(StringComparer.Ordinal);
}

/// <summary>The secrets of a workspace, stored encrypted.</summary>
/// <param name="RefreshToken">Null when the access token does not expire.</param>
internal sealed record SlackSecrets(string AccessToken, string? RefreshToken)
{
    public override string ToString() => nameof(SlackSecrets);
}

/// <summary>That we may act in a workspace, and as whom.</summary>
internal sealed record SlackAccess(SlackToken Token, string BotUser, IReadOnlySet<string> Scopes);
