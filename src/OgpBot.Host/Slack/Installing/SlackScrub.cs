using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Host.Slack;

/// <summary>
/// Rewrites bot.db after a purge, so that its free parts hold nothing of what was deleted. It waits until what was being answered meanwhile has ended,
/// takes several purges together, and is taken up again after a restart.
/// </summary>
internal sealed partial class SlackScrub(BotDatabase database, StateWriter writer, TimeProvider time, ILogger<SlackScrub> log) : BackgroundService
{
    // The longest answer, and a little.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(35);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private const string AskFor = "insert into slack_scrub (id, asked_at) values (1, @now) on conflict do update set asked_at = excluded.asked_at";

    private const string Asked = "select asked_at from slack_scrub";

    private const string Done = "delete from slack_scrub where asked_at = @asked";

    private const string Returned = "select count(*) from slack_installation where team = @team";

    private readonly ConcurrentQueue<string> left = new();
    private readonly SemaphoreSlim wanted = new(0);

    /// <summary>In the transaction that deletes.</summary>
    public static int Ask(StateTransaction transaction, DateTimeOffset now) => transaction.Execute(AskFor, new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>What was still being answered for this workspace is deleted too.</summary>
    public void After(string team)
    {
        left.Enqueue(team);
        wanted.Release();
    }

    /// <summary>False when somebody was reading or writing too long; the file is sound all the same.</summary>
    public async Task<bool> ScrubAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        if (await connection.ExecuteScalarAsync<long?>(new CommandDefinition(Asked, cancellationToken: cancellationToken)) is not { } asked)
        {
            return true;
        }

        await DeleteLateAsync();
        try
        {
            // The first copies what is left into new pages, the second puts these over the old ones and empties the log.
            await connection.ExecuteAsync(new CommandDefinition("vacuum", commandTimeout: 60, cancellationToken: cancellationToken));
            if (await connection.ExecuteScalarAsync<long>(new CommandDefinition("pragma wal_checkpoint(truncate)", cancellationToken: cancellationToken)) != 0)
            {
                return false;
            }
        }
        catch (SqliteException reason)
        {
            LogBusy(log, reason.SqliteErrorCode);
            return false;
        }

        await writer.RecordAsync(transaction => transaction.Execute(Done, new { asked }), cancellationToken);
        LogScrubbed(log);
        return true;
    }

    public override void Dispose()
    {
        wanted.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // What a former process did not come to.
        await Task.Yield();
        var pause = TimeSpan.Zero;
        while (true)
        {
            await Task.Delay(pause, time, stoppingToken);
            if (!await ScrubAsync(stoppingToken))
            {
                pause = Again;
                continue;
            }

            await wanted.WaitAsync(stoppingToken);
            while (await wanted.WaitAsync(TimeSpan.Zero, stoppingToken))
            {
                // Several at once.
            }

            pause = Settled;
        }
    }

    private Task<int> DeleteLateAsync()
    {
        List<string> teams = [];
        while (left.TryDequeue(out var team))
        {
            teams.Add(team);
        }

        return writer.RecordAsync(
            transaction => teams.Where(team => transaction.Scalar<long>(Returned, new { team }) == 0).Sum(team => SlackPurge.Delete(transaction, team)), CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Information, "bot.db was rewritten: nothing of what was purged is left in it")]
    private static partial void LogScrubbed(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "bot.db is too busy to be rewritten just now (SQLite error {Code}); it is tried again")]
    private static partial void LogBusy(ILogger logger, int code);
}
