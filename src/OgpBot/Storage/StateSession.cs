using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>The writer's connection, kept open with its statements compiled.</summary>
internal sealed class StateSession : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly PreparedStatements prepared;

    private StateSession(SqliteConnection connection) => (this.connection, prepared) = (connection, new(connection));

    /// <exception cref="DatabaseRefusedException">See <see cref="BotDatabase.OpenAsync"/>.</exception>
    public static async Task<StateSession> OpenAsync(BotDatabase database, CancellationToken cancellationToken) => new(await database.OpenAsync(cancellationToken));

    public StateTransaction Begin() => new(prepared);

    public void Dispose()
    {
        prepared.Dispose();
        connection.Dispose();
    }
}
