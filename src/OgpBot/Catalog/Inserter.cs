using System.Globalization;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OgpBot.Catalog;

/// <summary>
/// A prepared insert into one table, run for row after row. Binds by position through SQLite's own interface:
/// a command looks every parameter up by name for every row, which is half of an import's time.
/// </summary>
internal sealed class Inserter : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly string table;
    private readonly sqlite3_stmt statement;

    /// <param name="columns">Our own names, never input: names cannot be parameters.</param>
    public Inserter(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        this.connection = connection;
        this.table = table;
        var sql = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select(_ => "?"))})";
        var result = raw.sqlite3_prepare_v2(connection.Handle, sql, out statement);
        if (result != raw.SQLITE_OK)
        {
            throw Failed(result);
        }
    }

    /// <summary>A <see cref="Known"/> fills two columns: value and state.</summary>
    /// <exception cref="SqliteException">The row breaks a constraint, or the disk is full.</exception>
    public void Insert(params ReadOnlySpan<object?> values)
    {
        var position = 0;
        foreach (var value in values)
        {
            switch (value)
            {
                case Known known:
                    Bind(++position, known.Value);
                    Bind(++position, (int)known.State);
                    break;
                default:
                    Bind(++position, value);
                    break;
            }
        }

        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result != raw.SQLITE_DONE)
        {
            throw Failed(result);
        }
    }

    public void Dispose() => statement.Dispose();

    private void Bind(int position, object? value)
    {
        var result = value switch
        {
            null => raw.sqlite3_bind_null(statement, position),
            string text => raw.sqlite3_bind_text(statement, position, text),
            bool flag => raw.sqlite3_bind_int(statement, position, flag ? 1 : 0),
            _ => raw.sqlite3_bind_int64(statement, position, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        };
        if (result != raw.SQLITE_OK)
        {
            throw Failed(result);
        }
    }

    private SqliteException Failed(int result) =>
        new($"A row of {table} cannot be written: {raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}", result, raw.sqlite3_extended_errcode(connection.Handle));
}
