using System.Data;
using Dapper;
using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>How SQLite files are opened here.</summary>
internal static class Sqlite
{
    /// <summary>Older libraries can lose committed WAL pages when a checkpoint is interrupted.</summary>
    public static readonly Version OldestLibrary = new(3, 51, 3);

    // Seconds that a command waits for a lock.
    private const int Patience = 2;

    /// <summary>For reading and writing; the file is made when it is missing.</summary>
    public static string Writable(string path, bool pooled) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadWriteCreate,
        ForeignKeys = true,
        DefaultTimeout = Patience,
        Pooling = pooled,
    }.ToString();

    /// <summary>For reading a file that others write.</summary>
    public static string Readable(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = path,
        Mode = SqliteOpenMode.ReadOnly,
        DefaultTimeout = Patience,
        Pooling = true,
    }.ToString();

    /// <summary>
    /// For reading a file that is only ever replaced, so that no lock or journal is looked for.
    /// SQLite ignores <paramref name="edition"/>: it keeps the connection pools of two editions apart.
    /// </summary>
    public static string Immutable(string path, string edition) => new SqliteConnectionStringBuilder
    {
        DataSource = $"{new Uri(Path.GetFullPath(path)).AbsoluteUri}?immutable=1&edition={edition}",
        Mode = SqliteOpenMode.ReadOnly,
        ForeignKeys = true,
        DefaultTimeout = Patience,
        Pooling = true,
    }.ToString();

    public static async Task<SqliteConnection> OpenAsync(string connectionString, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection(connectionString);
        try
        {
            await connection.OpenAsync(cancellationToken);
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <exception cref="DatabaseRefusedException">The library is older than <see cref="OldestLibrary"/>.</exception>
    public static void RequireLibrary(SqliteConnection connection)
    {
        if (Version.Parse(connection.ServerVersion) < OldestLibrary)
        {
            throw new DatabaseRefusedException(
                Path.GetFileName(connection.DataSource), Refusal.Library, $"SQLite {connection.ServerVersion} is too old: {OldestLibrary} or newer is needed.");
        }
    }

    public static Task<T?> ScalarAsync<T>(this SqliteConnection connection, string sql, CancellationToken cancellationToken, object? parameters = null) =>
        connection.ExecuteScalarAsync<T>(new CommandDefinition(sql, parameters, commandType: CommandType.Text, cancellationToken: cancellationToken));

    public static Task<int> RunAsync(this SqliteConnection connection, string sql, CancellationToken cancellationToken, object? parameters = null) =>
        connection.ExecuteAsync(new CommandDefinition(sql, parameters, commandType: CommandType.Text, cancellationToken: cancellationToken));
}
