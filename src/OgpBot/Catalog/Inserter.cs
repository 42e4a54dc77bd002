using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace OgpBot.Catalog;

/// <summary>
/// A prepared insert into one table, run for row after row. Binds by position through SQLite's own interface:
/// a command looks every parameter up by name for every row, which is half of an import's time.
/// </summary>
internal sealed class Inserter : IDisposable
{
    // Bytes that a letter takes at most.
    private const int BytesPerLetter = 3;

    private readonly SqliteConnection connection;
    private readonly string table;
    private readonly sqlite3_stmt statement;
    private byte[] text = new byte[4_096];

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
    public void Insert(params ReadOnlySpan<Cell> cells)
    {
        var position = 0;
        foreach (ref readonly var cell in cells)
        {
            switch (cell.Kind)
            {
                case CellKind.Text or CellKind.Known:
                    Bind(++position, cell.Text);
                    if (cell.Kind == CellKind.Known)
                    {
                        Check(raw.sqlite3_bind_int64(statement, ++position, cell.Number));
                    }

                    break;
                case CellKind.Number:
                    Check(raw.sqlite3_bind_int64(statement, ++position, cell.Number));
                    break;
                default:
                    Check(raw.sqlite3_bind_null(statement, ++position));
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

    private void Bind(int position, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            // No bytes would be bound as no value.
            Check(value is null ? raw.sqlite3_bind_null(statement, position) : raw.sqlite3_bind_text(statement, position, ""));
            return;
        }

        if (text.Length < value.Length * BytesPerLetter)
        {
            text = new byte[value.Length * BytesPerLetter];
        }

        Check(raw.sqlite3_bind_text(statement, position, text.AsSpan(0, Encoding.UTF8.GetBytes(value, text))));
    }

    private void Check(int result)
    {
        if (result != raw.SQLITE_OK)
        {
            throw Failed(result);
        }
    }

    private SqliteException Failed(int result) =>
        new($"A row of {table} cannot be written: {raw.sqlite3_errmsg(connection.Handle).utf8_to_string()}", result, raw.sqlite3_extended_errcode(connection.Handle));

    internal enum CellKind
    {
        Null,
        Text,
        Number,
        Known,
    }

    /// <summary>A value on its way into a row. Not an object: an import binds half a million.</summary>
    internal readonly record struct Cell(CellKind Kind, string? Text, long Number)
    {
        public static implicit operator Cell(string? text) => new(CellKind.Text, text, 0);

        public static implicit operator Cell(long number) => new(CellKind.Number, null, number);

        public static implicit operator Cell(int number) => (long)number;

        public static implicit operator Cell(int? number) => number is { } given ? given : default(Cell);

        public static implicit operator Cell(bool flag) => flag ? 1 : 0;

        public static implicit operator Cell(Known known) => new(CellKind.Known, known.Value, (int)known.State);
    }
}
