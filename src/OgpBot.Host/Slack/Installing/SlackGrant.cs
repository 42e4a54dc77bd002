using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>What Slack granted, checked before it is believed.</summary>
internal static class SlackGrant
{
    /// <summary>The installation, or refused with the reason.</summary>
    public static SlackResult<SlackInstallation> Read(SlackAccessBody body, SlackOptions options, TimeProvider time) => body switch
    {
        _ when options.AppId.Length > 0 && body.AppId != options.AppId => new Outcome.Refused("another_app"),
        { IsEnterpriseInstall: true } or { Team.Id: null or "" } or { Team: null } => new Outcome.Refused("whole_organisation"),
        { AccessToken.Length: > 0, BotUserId.Length: > 0, TokenType: "bot" } =>
            new SlackInstallation(body.Team.Id, body.BotUserId, SlackInstallation.ScopesOf(body.Scope), new(body.AccessToken, body.RefreshToken), EndOf(body, time)),
        _ => new Outcome.Refused("no_bot_token"),
    };

    public static DateTimeOffset? EndOf(SlackAccessBody body, TimeProvider time) => body.ExpiresIn is > 0 and { } seconds ? time.GetUtcNow().AddSeconds(seconds) : null;
}
