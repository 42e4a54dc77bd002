using Microsoft.Data.Sqlite;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>bot.db as somebody beside the host sees it. Nothing here writes to it but a lock.</summary>
internal sealed class StateFile(string folder)
{
    public string Path => System.IO.Path.Combine(folder, "bot.db");

    /// <summary>Of a copy: a connection to the file itself could tidy up what the next start must cope with.</summary>
    public string QuickCheck()
    {
        var copy = Directory.CreateTempSubdirectory("ogpbot-copy-");
        try
        {
            foreach (var file in (string[])["bot.db", "bot.db-wal"])
            {
                if (File.Exists(System.IO.Path.Combine(folder, file)))
                {
                    File.Copy(System.IO.Path.Combine(folder, file), System.IO.Path.Combine(copy.FullName, file));
                }
            }

            using var connection = Open(System.IO.Path.Combine(copy.FullName, "bot.db"), SqliteOpenMode.ReadWrite);
            return (string)Command(connection, "pragma quick_check").ExecuteScalar()!;
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    public long Count(string what)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadOnly);
        return (long)Command(connection, $"select count(*) from {what}").ExecuteScalar()!;
    }

    /// <summary>Messages and replies that still have a way to go.</summary>
    public long Unfinished => Count("(select id from inbox where state = 'pending' union all select id from outbox where state in ('pending', 'sending'))");

    public IReadOnlyList<StoredRow> Inbox() => Rows("select id, channel, route, state, ended_at, reason, '' from inbox order by id");

    public IReadOnlyList<StoredRow> Outbox() => Rows("select id, channel, route, state, ended_at, reason, reference from outbox order by id");

    /// <summary>Nobody else can write until this is disposed.</summary>
    public IDisposable Lock()
    {
        var connection = Open(Path, SqliteOpenMode.ReadWrite);
        Command(connection, "begin immediate").ExecuteNonQuery();
        return connection;
    }

    /// <summary>For what a damaged disk or another release may have left.</summary>
    public void Change(string statement)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadWrite);
        Command(connection, statement).ExecuteNonQuery();
    }

    private List<StoredRow> Rows(string query)
    {
        using var connection = Open(Path, SqliteOpenMode.ReadOnly);
        using var reader = Command(connection, query).ExecuteReader();
        List<StoredRow> rows = [];
        while (reader.Read())
        {
            rows.Add(new(reader.GetInt64(0), reader.GetString(1), reader.GetString(2), reader.GetString(3), reader.IsDBNull(4) ? null : reader.GetInt64(4), reader.IsDBNull(5) ? null : reader.GetString(5), reader.GetString(6)));
        }

        return rows;
    }

    private static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false, DefaultTimeout = 10 }.ToString());
        connection.Open();
        return connection;
    }

    private static SqliteCommand Command(SqliteConnection connection, string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        return command;
    }
}
