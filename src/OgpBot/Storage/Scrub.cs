using System.Collections.Concurrent;
using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OgpBot.Storage;

/// <summary>
/// Rewrites bot.db after somebody was forgotten, so that its free parts hold nothing of what was deleted. It waits until what was being answered meanwhile
/// has ended, takes several together, and is taken up again after a restart.
/// </summary>
public sealed partial class Scrub(BotDatabase database, StateWriter writer, TimeProvider time, ILogger<Scrub> log) : BackgroundService
{
    // The longest answer, and a little.
    private static readonly TimeSpan Settled = TimeSpan.FromSeconds(35);

    private static readonly TimeSpan Again = TimeSpan.FromSeconds(10);

    private const string AskFor = "insert into scrub (id, asked_at) values (1, @now) on conflict do update set asked_at = excluded.asked_at";

    private const string Asked = "select asked_at from scrub";

    private const string Done = "delete from scrub where asked_at = @asked";

    private readonly ConcurrentQueue<Func<StateTransaction, int>> late = new();
    private readonly SemaphoreSlim wanted = new(0);

    /// <summary>In the transaction that deletes.</summary>
    public static int Ask(StateTransaction transaction, DateTimeOffset now) => transaction.Execute(AskFor, new { now = now.ToUnixTimeMilliseconds() });

    /// <summary>Rewrites it soon.</summary>
    public void Soon() => wanted.Release();

    /// <summary>Soon. First this deletes what was still being answered.</summary>
    public void After(Func<StateTransaction, int> delete)
    {
        late.Enqueue(delete);
        Soon();
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
        List<Func<StateTransaction, int>> deletions = [];
        while (late.TryDequeue(out var delete))
        {
            deletions.Add(delete);
        }

        return writer.RecordAsync(transaction => deletions.Sum(delete => delete(transaction)), CancellationToken.None);
    }

    [LoggerMessage(1, LogLevel.Information, "bot.db was rewritten: nothing of what was deleted is left in it")]
    private static partial void LogScrubbed(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "bot.db is too busy to be rewritten just now (SQLite error {Code}); it is tried again")]
    private static partial void LogBusy(ILogger logger, int code);
}
