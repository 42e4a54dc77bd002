using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>
/// Statements of one connection, compiled once. Dapper makes a command for each call, and SQLite would compile it anew: half of what a message costs
/// to store. Parameters are named and typed as Dapper has them.
/// </summary>
internal sealed class PreparedStatements(SqliteConnection connection) : IDisposable
{
    private static readonly ConcurrentDictionary<Type, PropertyInfo[]> Properties = new();

    private readonly Dictionary<string, SqliteCommand> commands = new(StringComparer.Ordinal);

    public SqliteCommand Of(string sql, object? parameters, SqliteTransaction transaction)
    {
        if (!commands.TryGetValue(sql, out var command))
        {
            command = connection.CreateCommand();
            command.CommandText = sql;
            commands.Add(sql, command);
        }

        command.Transaction = transaction;
        if (parameters is not null)
        {
            Bind(command.Parameters, sql, parameters);
        }

        return command;
    }

    public void Dispose()
    {
        foreach (var command in commands.Values)
        {
            command.Dispose();
        }
    }

    private static void Bind(SqliteParameterCollection bound, string sql, object parameters)
    {
        foreach (var property in Properties.GetOrAdd(parameters.GetType(), static type => type.GetProperties()))
        {
            var name = $"@{property.Name}";
            if (bound.Contains(name))
            {
                bound[name].Value = property.GetValue(parameters) ?? DBNull.Value;
            }
            else if (sql.Contains(name, StringComparison.Ordinal))
            {
                bound.AddWithValue(name, property.GetValue(parameters) ?? DBNull.Value);
            }
        }
    }
}
