using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>The installation that something came to: everything that is kept or sent belongs to it alone.</summary>
/// <param name="Team">The workspace, or the organisation that installed the app for all of its workspaces.</param>
/// <param name="BotUser">The bot itself; null when Slack does not tell.</param>
internal sealed record SlackOrigin(string App, string Team, string? BotUser = null)
{
    /// <summary>Null when it names no installation. The workspace of the event may be a guest's: the authorization names ours.</summary>
    public static SlackOrigin? Of(SlackEnvelope envelope)
    {
        var ours = envelope.Authorizations is [{ } first, ..] ? first : null;
        var team = ours?.TeamId ?? ours?.EnterpriseId ?? envelope.TeamId;
        return team is { Length: > 0 } ? new(envelope.ApiAppId ?? "", team, ours is { IsBot: true } ? ours.UserId : null) : null;
    }

    public static SlackOrigin? Of(SlackCommand command) => Of(command.ApiAppId, command.TeamId, command.EnterpriseId);

    public static SlackOrigin? Of(SlackInteraction interaction) => Of(interaction.ApiAppId, interaction.Team?.Id ?? interaction.User?.TeamId, interaction.Enterprise?.Id);

    private static SlackOrigin? Of(string? app, string? team, string? enterprise) =>
        (team ?? enterprise) is { Length: > 0 } tenant ? new(app ?? "", tenant) : null;

    /// <summary>False when it is addressed to another app.</summary>
    public bool IsFor(SlackOptions options) => options.AppId.Length == 0 || App == options.AppId;

    /// <summary>A key by which the same thing is known when it comes again.</summary>
    public string Key(string kind, params ReadOnlySpan<string?> parts) => $"{kind}\0{App}\0{Team}\0{string.Join('\0', parts)}";

    public Address At(string conversation) => new(SlackNames.Channel, Team, conversation);
}
