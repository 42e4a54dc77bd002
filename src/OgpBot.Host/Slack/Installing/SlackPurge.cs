using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>Forgets a workspace that left: its tokens and rows at once, and soon after every byte of them in the file.</summary>
internal sealed partial class SlackPurge(StateWriter writer, SlackTokens tokens, Scrub scrub, TimeProvider time, ILogger<SlackPurge> log)
{
    private const string InstalledAt = "select installed_at from slack_installation where team = @team";

    private const string Returned = "select count(*) from slack_installation where team = @team";

    private static readonly string[] Deletions =
    [
        "delete from slack_installation where team = @team",
        "delete from slack_preview where team = @team",
        "delete from slack_preview_shown where team = @team",
        "delete from slack_search where team = @team",
        "delete from inbox where channel = 'slack' and tenant = @team",
        "delete from outbox where channel = 'slack' and tenant = @team",
        "delete from conversation_memory where channel = 'slack' and tenant = @team",
        "delete from subscription where channel = 'slack' and tenant = @team",
        "delete from default_member where channel = 'slack' and tenant = @team",
        "delete from forget_request where channel = 'slack' and tenant = @team",
    ];

    /// <summary>For app_uninstalled and tokens_revoked, in either order and as often as Slack repeats them.</summary>
    /// <param name="happened">When it left (event_time): one that has installed the app again since then stays. Null: now.</param>
    /// <exception cref="StateBusyException">bot.db takes nothing just now: let Slack tell it again.</exception>
    public async Task PurgeAsync(string team, DateTimeOffset? happened, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        var rows = await writer.WriteAsync(
            transaction => transaction.Scalar<long?>(InstalledAt, new { team }) is { } installed && happened?.ToUnixTimeMilliseconds() < installed - 999
                ? (int?)null
                : Delete(transaction, team) + Scrub.Ask(transaction, now),
            cancellationToken);
        if (rows is null)
        {
            LogStays(log, team);
            return;
        }

        tokens.Forget(team);
        scrub.After(transaction => transaction.Scalar<long>(Returned, new { team }) == 0 ? Delete(transaction, team) : 0);
        LogPurged(log, team);
    }

    internal static int Delete(StateTransaction transaction, string team) => Deletions.Sum(deletion => transaction.Execute(deletion, new { team }));

    [LoggerMessage(1, LogLevel.Information, "Slack workspace {Team} left: its tokens and everything that was kept for it are deleted")]
    private static partial void LogPurged(ILogger logger, string team);

    [LoggerMessage(2, LogLevel.Information, "Slack workspace {Team} has installed the app again since it left")]
    private static partial void LogStays(ILogger logger, string team);
}
