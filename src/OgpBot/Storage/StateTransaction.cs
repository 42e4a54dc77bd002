using Dapper;
using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>
/// One transaction on bot.db, shared by every change that is committed with it. A change is quick, does no other I/O, and may be run again:
/// it touches nothing but the database.
/// </summary>
public sealed class StateTransaction
{
    private readonly SqliteConnection connection;
    private readonly SqliteTransaction transaction;

    internal StateTransaction(SqliteConnection connection, SqliteTransaction transaction) => (this.connection, this.transaction) = (connection, transaction);

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, object? parameters = null) => connection.Execute(new CommandDefinition(sql, parameters, transaction));

    public T? Scalar<T>(string sql, object? parameters = null) => connection.ExecuteScalar<T>(new CommandDefinition(sql, parameters, transaction));

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => connection.Query<T>(new CommandDefinition(sql, parameters, transaction)).AsList();
}
