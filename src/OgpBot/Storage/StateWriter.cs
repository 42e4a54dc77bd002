using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging;
using SQLitePCL;

namespace OgpBot.Storage;

/// <summary>
/// The one writer of bot.db in this process. Changes that wait at the same time are committed together, so that they share the wait for the disk; none
/// waits for others to come. A change is done when it is on disk.
/// </summary>
public sealed partial class StateWriter : IAsyncDisposable
{
    /// <summary>How long a change waits to be on disk before whoever asked is told that the bot is busy.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    private const int MostWaiting = 4096;

    private const int MostTogether = 512;

    // Between two attempts of what must be written when the disk is full or broken.
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    private static readonly TimeSpan Soon = TimeSpan.FromMilliseconds(5);

    private static readonly TimeSpan BetweenProbes = TimeSpan.FromSeconds(1);

    private const string Probe = "insert into probe (id, at) values (1, @now) on conflict do update set at = excluded.at";

    private readonly BotDatabase database;
    private readonly TimeProvider time;
    private readonly ILogger<StateWriter> log;
    private readonly Channel<PendingChange> waiting = Channel.CreateBounded<PendingChange>(new BoundedChannelOptions(MostWaiting) { SingleReader = true });
    private readonly ConcurrentQueue<PendingChange> soon = new();
    private readonly ITimer nudge;
    private readonly Checkpoints checkpoints;
    private readonly Task writing;
    private StateSession? session;
    private volatile string? trouble;
    private long begun;
    private int nudged;

    public StateWriter(BotDatabase database, TimeProvider time, ILogger<StateWriter> log)
    {
        (this.database, this.time, this.log) = (database, time, log);
        nudge = TimeProvider.System.CreateTimer(_ => Nudge(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        checkpoints = new(database);
        checkpoints.Start();
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Why the last attempt to write failed; null when it succeeded.</summary>
    public string? Trouble => trouble;

    /// <summary>True while a commit takes much longer than a disk needs: who can do without the change need not wait for it.</summary>
    public bool IsStuck => trouble is not null || (Volatile.Read(ref begun) is var start and > 0 && TimeProvider.System.GetElapsedTime(start) > Pause);

    /// <summary>Returns when the change is on disk.</summary>
    /// <exception cref="StateBusyException">It was not within <see cref="Patience"/>, or the disk refused it. It may have happened all the same.</exception>
    public Task<T> WriteAsync<T>(Func<StateTransaction, T> change, CancellationToken cancellationToken) => WriteAsync(change, null, cancellationToken);

    /// <summary>The same, with what follows as soon as it is known whether the change is on disk: also when nobody waits for it any more.</summary>
    /// <param name="then">Told the result; the default when the change was not made, and never will be.</param>
    internal async Task<T> WriteAsync<T>(Func<StateTransaction, T> change, Action<T?>? then, CancellationToken cancellationToken)
    {
        var pending = new PendingChange<T>(change, patient: false);
        var known = then is null ? pending.Done : pending.FollowAsync(then);
        if (!waiting.Writer.TryWrite(pending))
        {
            pending.Failed(new StateBusyException("Too many changes wait for bot.db."));
        }

        try
        {
            return await known.WaitAsync(Patience, time, cancellationToken);
        }
        catch (Exception reason) when (reason is TimeoutException or OperationCanceledException)
        {
            pending.Abandon();
            throw reason is TimeoutException ? new StateBusyException("bot.db did not take the change in time.", reason) : reason;
        }
    }

    /// <summary>For what has happened already and must be recorded: waits for as long as it takes. Only the end of the process cancels it.</summary>
    public async Task<T> RecordAsync<T>(Func<StateTransaction, T> change, CancellationToken cancellationToken)
    {
        var pending = new PendingChange<T>(change, patient: true);
        await waiting.Writer.WriteAsync(pending, cancellationToken);
        return await pending.Done.WaitAsync(cancellationToken);
    }

    /// <summary>
    /// For what nobody waits for: it goes with the next commit, or after a few milliseconds by itself, so that it seldom costs a wait for the disk of its own.
    /// </summary>
    public async Task<T> RecordSoonAsync<T>(Func<StateTransaction, T> change, CancellationToken cancellationToken)
    {
        var pending = new PendingChange<T>(change, patient: true);
        soon.Enqueue(pending);
        if (Interlocked.Exchange(ref nudged, 1) == 0)
        {
            nudge.Change(Soon, Timeout.InfiniteTimeSpan);
        }

        return await pending.Done.WaitAsync(cancellationToken);
    }

    /// <summary>One clock for all that came since it began to run, rather than one for each: most of that has gone with other commits by now.</summary>
    private void Nudge()
    {
        Interlocked.Exchange(ref nudged, 0);
        if (!soon.IsEmpty)
        {
            waiting.Writer.TryWrite(new PendingChange<int>(_ => 0, patient: false));
        }
    }

    /// <summary>Writes what waits, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        await nudge.DisposeAsync();
        waiting.Writer.TryComplete();
        await writing;
        await checkpoints.DisposeAsync();
        Leave();
    }

    private async Task WriteAllAsync()
    {
        List<PendingChange> batch = [];
        while (await SomethingToWriteAsync(batch))
        {
            do
            {
                await WriteSomeAsync(batch);
            }
            while (batch.Count > 0 && !waiting.Reader.Completion.IsCompleted);
        }

        await WriteSomeAsync(batch);
        Commits.Fail(batch, new StateBusyException("The bot is stopping."));
    }

    /// <summary>While the disk refuses and nobody writes, it is tried now and then, so that health tells the truth.</summary>
    private async Task<bool> SomethingToWriteAsync(List<PendingChange> batch)
    {
        var ready = waiting.Reader.WaitToReadAsync().AsTask();
        while (trouble is not null && await Task.WhenAny(ready, Task.Delay(BetweenProbes, TimeProvider.System)) != ready)
        {
            batch.Add(new PendingChange<int>(transaction => transaction.Execute(Probe, new { now = time.GetUtcNow().ToUnixTimeSeconds() }), patient: false));
            await WriteSomeAsync(batch);
        }

        return await ready;
    }

    private async Task WriteSomeAsync(List<PendingChange> batch)
    {
        while (batch.Count < MostTogether && waiting.Reader.TryRead(out var next))
        {
            batch.Add(next);
        }

        while (soon.TryDequeue(out var next))
        {
            batch.Add(next);
        }

        Commits.Drop(batch);
        if (batch.Count == 0)
        {
            return;
        }

        Volatile.Write(ref begun, TimeProvider.System.GetTimestamp());
        try
        {
            session ??= await StateSession.OpenAsync(database, CancellationToken.None);
            if (!Commits.Together(session, batch))
            {
                Commits.OneByOne(session, batch);
            }

            trouble = null;
            checkpoints.Mark();
        }
        catch (SqliteException reason)
        {
            Leave();
            await BearAsync(batch, reason);
        }
        catch (DatabaseRefusedException reason)
        {
            trouble = reason.Message;
            Commits.Fail(batch, reason);
        }
        catch (Exception reason)
        {
            // The writer outlives whatever it is: without it nothing would be accepted any more, and nobody told why.
            Leave();
            LogFault(log, reason);
            trouble = $"bot.db cannot be written ({reason.GetType().Name})";
            await SpareAsync(batch, new StateBusyException("bot.db could not be written.", reason));
        }
        finally
        {
            Volatile.Write(ref begun, 0);
        }
    }

    /// <summary>What is wrong may be wrong with the connection.</summary>
    private void Leave()
    {
        var left = session;
        session = null;
        left?.Dispose();
    }

    /// <summary>Locked, full or broken: a lock is waited for; the impatient are told of a disk that refuses at once.</summary>
    private async Task BearAsync(List<PendingChange> batch, SqliteException reason)
    {
        if (trouble is null)
        {
            LogTrouble(log, reason.SqliteErrorCode, reason.SqliteExtendedErrorCode);
        }

        var locked = reason.SqliteErrorCode is raw.SQLITE_BUSY or raw.SQLITE_LOCKED;
        trouble = locked ? "bot.db is locked by another process" : $"bot.db cannot be written (SQLite error {reason.SqliteErrorCode})";
        if (!locked)
        {
            await SpareAsync(batch, reason);
        }
    }

    /// <summary>Those who cannot wait are told; the others try again in a moment.</summary>
    private static async Task SpareAsync(List<PendingChange> batch, Exception reason)
    {
        Commits.Fail([.. batch.Where(change => !change.IsPatient)], reason);
        batch.RemoveAll(change => !change.IsPatient);
        await Task.Delay(Pause, TimeProvider.System);
    }

    [LoggerMessage(1, LogLevel.Error, "bot.db cannot be written (SQLite error {Code}, {ExtendedCode}): new messages are refused until it can")]
    private static partial void LogTrouble(ILogger logger, int code, int extendedCode);

    [LoggerMessage(2, LogLevel.Critical, "bot.db cannot be written: new messages are refused until it can")]
    private static partial void LogFault(ILogger logger, Exception fault);
}
