namespace OgpBot.Host.Slack;

/// <summary>Has Slack look at SLACK_BOT_TOKEN before the first message needs it, and again while it does not take it, so that health tells the truth.</summary>
internal sealed class SlackTokenWatch(SlackTokens tokens, TimeProvider time) : BackgroundService
{
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            // Asks Slack only while the token is not known to work.
            await tokens.OwnAsync(stoppingToken);
            await Task.Delay(Pause, time, stoppingToken);
        }
    }
}
