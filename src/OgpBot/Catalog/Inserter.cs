using Microsoft.Data.Sqlite;

namespace OgpBot.Catalog;

/// <summary>A prepared insert into one table, run for row after row.</summary>
internal sealed class Inserter : IDisposable
{
    private readonly SqliteCommand command;

    /// <param name="columns">Our own names, never input: names cannot be parameters.</param>
    public Inserter(SqliteConnection connection, string table, params IReadOnlyList<string> columns)
    {
        command = connection.CreateCommand();
        command.CommandText = $"insert into {table} ({string.Join(", ", columns)}) values ({string.Join(", ", columns.Select((_, index) => $"@p{index}"))})";
        for (var index = 0; index < columns.Count; index++)
        {
            command.Parameters.Add(new SqliteParameter { ParameterName = $"@p{index}" });
        }

        command.Prepare();
    }

    /// <summary>A <see cref="Known"/> fills two columns: value and state.</summary>
    public void Insert(params ReadOnlySpan<object?> values)
    {
        var index = 0;
        foreach (var value in values)
        {
            switch (value)
            {
                case Known known:
                    Set(known.Value);
                    Set((int)known.State);
                    break;
                default:
                    Set(value);
                    break;
            }
        }

        command.ExecuteNonQuery();

        void Set(object? value) => command.Parameters[index++].Value = value ?? DBNull.Value;
    }

    public void Dispose() => command.Dispose();
}
