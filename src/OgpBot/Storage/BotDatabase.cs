using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>The bot's own state. Safe to share between threads; each caller opens and disposes its own connection, and writes through <see cref="StateWriter"/>.</summary>
public sealed class BotDatabase(DataFolder folder) : IDisposable
{
    // Settings of the connection. Unlike the command timeout, busy_timeout does not sleep in steps of 150 ms. The log grows to 32 MB between checkpoints.
    private const string Settings = "pragma synchronous = full; pragma busy_timeout = 2000; pragma wal_autocheckpoint = 8000; pragma trusted_schema = off";

    private const string ReadBack = "select (select synchronous from pragma_synchronous) || ' ' || (select journal_mode from pragma_journal_mode)";

    private const string Durable = "2 wal";

    private readonly string connectionString = Sqlite.Writable(folder.Bot, pooled: true);
    private readonly string readable = Sqlite.Readable(folder.Bot);
    private readonly SemaphoreSlim once = new(1, 1);
    private readonly ConcurrentBag<PreparedStatements> readers = [];
    private volatile bool ready;

    /// <summary>An open connection whose commits are on disk when they return. The first call makes the file and migrates it.</summary>
    /// <exception cref="DatabaseRefusedException">bot.db is foreign, newer, damaged, or cannot be written safely; it is left as it was.</exception>
    public async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken)
    {
        if (!ready)
        {
            await PrepareAsync(cancellationToken);
        }

        var connection = await Sqlite.OpenAsync(connectionString, cancellationToken);
        try
        {
            await connection.RunAsync(Settings, cancellationToken);
            await RequireDurableAsync(connection, cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>An open connection that cannot write: it needs no settings, and costs less for that.</summary>
    /// <exception cref="DatabaseRefusedException">See <see cref="OpenAsync"/>.</exception>
    public async Task<SqliteConnection> ReadAsync(CancellationToken cancellationToken)
    {
        if (!ready)
        {
            await PrepareAsync(cancellationToken);
        }

        return await Sqlite.OpenAsync(readable, cancellationToken);
    }

    /// <summary>The first row, by a statement that stays compiled: for what every message reads. Null when there is none.</summary>
    /// <exception cref="DatabaseRefusedException">See <see cref="OpenAsync"/>.</exception>
    internal async Task<object?[]?> RowAsync(string sql, object parameters, CancellationToken cancellationToken)
    {
        if (!readers.TryTake(out var reader))
        {
            reader = new(await ReadAsync(cancellationToken));
        }

        try
        {
            var row = reader.Of(sql).Row(parameters);
            readers.Add(reader);
            return row;
        }
        catch
        {
            Close(reader);
            throw;
        }
    }

    /// <summary>Reads the whole file once, as a start should.</summary>
    /// <exception cref="DatabaseRefusedException">See <see cref="OpenAsync"/>.</exception>
    public async Task VerifyAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await OpenAsync(cancellationToken);
            if (await connection.ScalarAsync<string>("pragma quick_check(1)", cancellationToken) is not "ok")
            {
                throw Damaged(null);
            }
        }
        catch (SqliteException reason) when (reason.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw Damaged(reason);
        }
        catch (SqliteException reason)
        {
            throw new DatabaseRefusedException("bot.db", Refusal.Unusable, $"bot.db cannot be used: {reason.Message}", reason);
        }
    }

    public void Dispose()
    {
        while (readers.TryTake(out var reader))
        {
            Close(reader);
        }

        // The last connection to close moves the log into the file, so it must be one that may write.
        foreach (var pool in new[] { readable, connectionString })
        {
            using var connection = new SqliteConnection(pool);
            SqliteConnection.ClearPool(connection);
        }

        once.Dispose();
    }

    private static void Close(PreparedStatements reader)
    {
        reader.Dispose();
        reader.Connection.Dispose();
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
            RequireWritable(connection);
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

    /// <summary>SQLite opens a file that it may not write for reading, and says nothing.</summary>
    private static void RequireWritable(SqliteConnection connection)
    {
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
        {
            throw new DatabaseRefusedException("bot.db", Refusal.Unusable, "bot.db cannot be written: it is read-only for this user.");
        }
    }

    /// <summary>A connection that lost these settings would acknowledge what a power cut takes back.</summary>
    private static async Task RequireDurableAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        if (await connection.ScalarAsync<string>(ReadBack, cancellationToken) is var found and not Durable)
        {
            throw new DatabaseRefusedException("bot.db", Refusal.Unusable, $"bot.db would not keep what is acknowledged: synchronous and journal_mode are {found}, not {Durable}.");
        }
    }

    private static DatabaseRefusedException Damaged(Exception? reason) => new(
        "bot.db",
        Refusal.Damaged,
        "bot.db is damaged; it was not touched. Put a copy back, or move it away to begin with an empty one.",
        reason);
}
