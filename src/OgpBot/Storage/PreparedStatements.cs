using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>
/// Statements of one connection, compiled once. Dapper makes a command for each call, and SQLite would compile it anew: half of what a message costs
/// to store.
/// </summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private readonly Dictionary<string, Statement> statements = new(StringComparer.Ordinal);

    public SqliteConnection Connection => connection;

    public Statement Of(string sql)
    {
        if (!statements.TryGetValue(sql, out var statement))
        {
            statements.Add(sql, statement = new(connection, sql));
        }

        return statement;
    }

    public void Dispose()
    {
        foreach (var statement in statements.Values)
        {
            statement.Dispose();
        }
    }
}
