using Dapper;
using SQLitePCL;

namespace OgpBot.Storage;

/// <summary>
/// One transaction on bot.db, shared by every change that is committed with it. A change is quick, does no other I/O, and may be run again:
/// it touches nothing but the database. Rolled back unless it was committed.
/// </summary>
public sealed class StateTransaction : IDisposable
{
    private readonly PreparedStatements prepared;

    /// <summary>Takes the lock for writing at once, so that it is waited for here and not in the middle.</summary>
    internal StateTransaction(PreparedStatements prepared)
    {
        this.prepared = prepared;
        prepared.Of("begin immediate").Execute(null);
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(string sql, object? parameters = null) => prepared.Of(sql).Execute(parameters);

    /// <returns>The number of the new row.</returns>
    public long Insert(string sql, object parameters)
    {
        Execute(sql, parameters);
        return raw.sqlite3_last_insert_rowid(prepared.Connection.Handle);
    }

    /// <summary>The first column of the first row; the default when there is none.</summary>
    public T? Scalar<T>(string sql, object? parameters = null) =>
        prepared.Of(sql).Scalar(parameters) switch
        {
            null => default,
            T value => value,
            var value => (T)Convert.ChangeType(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T), null),
        };

    public IReadOnlyList<T> Query<T>(string sql, object? parameters = null) => prepared.Connection.Query<T>(sql, parameters).AsList();

    /// <summary>On disk when it returns.</summary>
    internal void Commit() => prepared.Of("commit").Execute(null);

    public void Dispose()
    {
        // Some errors roll back by themselves.
        if (raw.sqlite3_get_autocommit(prepared.Connection.Handle) == 0)
        {
            prepared.Of("rollback").Execute(null);
        }
    }
}
