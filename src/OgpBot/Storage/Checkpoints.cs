using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>
/// Moves what was committed from the log into the database beside the writer, so that nobody who waits for a commit waits for that too. It holds up
/// no writer (<c>passive</c>); what it does not get done is left to SQLite's own limit.
/// </summary>
internal sealed class Checkpoints(BotDatabase database) : IAsyncDisposable
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private readonly CancellationTokenSource stopping = new();
    private Task running = Task.CompletedTask;
    private volatile bool dirty;

    /// <summary>Something was committed.</summary>
    public void Mark() => dirty = true;

    public void Start() => running = Task.Run(RunAsync);

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        await running;
        stopping.Dispose();
    }

    private async Task RunAsync()
    {
        using var timer = new PeriodicTimer(Round, TimeProvider.System);
        try
        {
            while (await timer.WaitForNextTickAsync(stopping.Token))
            {
                if (dirty)
                {
                    dirty = false;
                    await MoveAsync();
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The last connection to close does the rest.
        }
    }

    private async Task MoveAsync()
    {
        try
        {
            await using var connection = await database.OpenAsync(stopping.Token);
            await connection.RunAsync("pragma wal_checkpoint(passive)", stopping.Token);
        }
        catch (Exception reason) when (reason is SqliteException or DatabaseRefusedException)
        {
            // The writer meets the same trouble, and tells.
            dirty = true;
        }
    }
}
