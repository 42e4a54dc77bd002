using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>The bot's own state. Safe to share between threads; each caller opens and disposes its own connection.</summary>
public sealed class BotDatabase(DataFolder folder) : IDisposable
{
    private readonly string connectionString = Sqlite.Writable(folder.Bot, pooled: true);
    private readonly SemaphoreSlim once = new(1, 1);
    private volatile bool ready;

    /// <summary>An open connection. The first call makes the file and migrates it.</summary>
    /// <param name="durable">
    /// False for what may be lost when the power fails, though never when the process dies: its commits do not wait for the disk.
    /// </param>
    /// <exception cref="DatabaseRefusedException">bot.db is foreign, newer or damaged; it is left as it was.</exception>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken, bool durable = true)
    {
        if (!ready)
        {
            await PrepareAsync(cancellationToken);
        }

        var connection = await Sqlite.OpenAsync(connectionString, cancellationToken);
        // Both are settings of the connection. Unlike the command timeout, busy_timeout does not sleep in steps of 150 ms.
        await connection.RunAsync($"pragma synchronous = {(durable ? "full" : "normal")}; pragma busy_timeout = 2000", cancellationToken);
        return connection;
    }

    public void Dispose()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
        once.Dispose();
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        await once.WaitAsync(cancellationToken);
        try
        {
            if (ready)
            {
                return;
            }

            folder.Create();
            await using var connection = await Sqlite.OpenAsync(Sqlite.Writable(folder.Bot, pooled: false), cancellationToken);
            await Migrator.VersionAsync(connection, Schema.Bot, cancellationToken);
            await connection.RunAsync("pragma journal_mode = wal", cancellationToken);
            await Migrator.MigrateAsync(connection, Schema.Bot, cancellationToken);
            ready = true;
        }
        finally
        {
            once.Release();
        }
    }
}
