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
    private readonly PreparedStatements prepared;

    internal StateTransaction(SqliteConnection connection, SqliteTransaction transaction, PreparedStatements prepared) =>
        (this.connection, this.transaction, this.prepared) = (connection, transaction, prepared);

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, object? parameters = null) => prepared.Of(sql, parameters, transaction).ExecuteNonQuery();

    /// <summary>The first column of the first row; the default when there is none.</summary>
    public T? Scalar<T>(string sql, object? parameters = null) =>
        prepared.Of(sql, parameters, transaction).ExecuteScalar() is { } value and not DBNull ? (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), null) : default;

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => connection.Query<T>(new CommandDefinition(sql, parameters, transaction)).AsList();
}
