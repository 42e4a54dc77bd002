namespace OgpBot.Host.Slack;

/// <summary>What lets us act in one workspace. Written out it is the workspace alone.</summary>
internal sealed record SlackToken(string Team, string Value)
{
    public override string ToString() => Team;
}
