using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OgpBot.Storage;

/// <summary>
/// One statement, compiled once for its connection. Straight on SQLite's own interface: a command of ADO.NET costs several times what the statement does.
/// Parameters are named as Dapper has them. Not for two threads at once.
/// </summary>
internal sealed class Statement : IDisposable
{
    private readonly sqlite3 database;
    private readonly sqlite3_stmt compiled;
    private Type? boundType;
    private Parameter[] bound = [];

    public Statement(SqliteConnection connection, string sql)
    {
        database = connection.Handle!;
        SqliteException.ThrowExceptionForRC(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out compiled, out var rest), database);
        if (!string.IsNullOrWhiteSpace(rest))
        {
            compiled.Dispose();
            throw new ArgumentException("More than one statement.", nameof(sql));
        }
    }

    /// <returns>The number of rows changed.</returns>
    public int Execute(object? parameters)
    {
        try
        {
            Bind(parameters);
            while (Step())
            {
            }

            return raw.sqlite3_changes(database);
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first column of the first row; null when there is no row or no value.</summary>
    public object? Scalar(object? parameters)
    {
        try
        {
            Bind(parameters);
            return Step() ? Value(0) : null;
        }
        finally
        {
            Reset();
        }
    }

    /// <summary>The first row; null when there is none.</summary>
    public object?[]? Row(object? parameters)
    {
        try
        {
            Bind(parameters);
            return Step() ? [.. Enumerable.Range(0, raw.sqlite3_column_count(compiled)).Select(Value)] : null;
        }
        finally
        {
            Reset();
        }
    }

    public void Dispose() => compiled.Dispose();

    private bool Step()
    {
        var code = raw.sqlite3_step(compiled);
        if (code is raw.SQLITE_ROW or raw.SQLITE_DONE)
        {
            return code == raw.SQLITE_ROW;
        }

        SqliteException.ThrowExceptionForRC(code, database);
        return false;
    }

    // Nothing of a message stays in memory that SQLite holds.
    private void Reset()
    {
        raw.sqlite3_reset(compiled);
        raw.sqlite3_clear_bindings(compiled);
    }

    private object? Value(int column) => raw.sqlite3_column_type(compiled, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(compiled, column),
        raw.SQLITE_FLOAT => raw.sqlite3_column_double(compiled, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(compiled, column).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(compiled, column).ToArray(),
        _ => null,
    };

    private void Bind(object? parameters)
    {
        if (parameters is null)
        {
            return;
        }

        if (boundType != parameters.GetType())
        {
            boundType = parameters.GetType();
            bound =
            [
                .. boundType.GetProperties()
                    .Select(property => (Property: property, Index: raw.sqlite3_bind_parameter_index(compiled, $"@{property.Name}")))
                    .Where(each => each.Index > 0)
                    .Select(each => Parameter.Of(each.Property, each.Index)),
            ];
        }

        foreach (var parameter in bound)
        {
            SqliteException.ThrowExceptionForRC(parameter.Bind(compiled, parameters), database);
        }
    }
}
