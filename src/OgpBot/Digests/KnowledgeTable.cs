using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>What bot.db knows of the catalog.</summary>
internal static class KnowledgeTable
{
    // As many as the catalog itself may have.
    private const int Most = 1_000_000;

    private const string SelectRecords = """
        select kind as Kind, key as Key, member as Member, hash as Hash, earlier as Earlier, facts as Facts, gone_at is not null as Gone
        from known_record limit @most
        """;

    private const string SelectCatalog = "select version as Version, scheme as Scheme, since as Since from known_catalog where number = 1";

    // One statement for all rows: the writer is free again soon.
    private const string UpsertRecords = """
        insert into known_record (kind, key, member, hash, earlier, facts, gone_at)
        select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, iif(value ->> 6, @now, null) from json_each(@rows) where true
        on conflict do update set member = excluded.member, hash = excluded.hash, earlier = excluded.earlier, facts = excluded.facts, gone_at = excluded.gone_at
        """;

    private const string InsertChanges = """
        insert into catalog_change (version, kind, key, member, what, before, after, at)
        select @version, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, @now from json_each(@rows)
        """;

    private const string UpsertCatalog = """
        insert into known_catalog (number, version, scheme, since, at) values (1, @version, @scheme, @now, @now)
        on conflict do update set version = excluded.version, scheme = excluded.scheme, at = excluded.at
        """;

    public static async Task<IReadOnlyList<KnownRecord>> RecordsAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.QueryAsync<RecordRow>(new CommandDefinition(SelectRecords, new { most = Most }, cancellationToken: cancellationToken));
        return [.. rows.Select(row => new KnownRecord(row.Kind, row.Key, row.Member, row.Hash, row.Earlier, row.Facts, row.Gone != 0))];
    }

    /// <summary>Null before the first catalog was learnt.</summary>
    public static async Task<KnownCatalog?> CatalogAsync(SqliteConnection connection, CancellationToken cancellationToken) =>
        (await connection.QueryAsync<CatalogRow>(new CommandDefinition(SelectCatalog, cancellationToken: cancellationToken))).SingleOrDefault()?.Record;

    public static KnownCatalog? Catalog(StateTransaction transaction) => transaction.Query<CatalogRow>(SelectCatalog).SingleOrDefault()?.Record;

    public static void Learn(StateTransaction transaction, LessonRows rows, string version, long now)
    {
        transaction.Execute(UpsertRecords, new { rows = rows.Records, now });
        transaction.Execute(InsertChanges, new { rows = rows.Changes, version, now });
    }

    public static void Finish(StateTransaction transaction, string version, long scheme, long now) => transaction.Execute(UpsertCatalog, new { version, scheme, now });

    private sealed class RecordRow
    {
        public string Kind { get; init; } = "";

        public string Key { get; init; } = "";

        public string Member { get; init; } = "";

        public long Hash { get; init; }

        public long? Earlier { get; init; }

        public string Facts { get; init; } = "";

        public long Gone { get; init; }
    }

    private sealed class CatalogRow
    {
        public string Version { get; init; } = "";

        public long Scheme { get; init; }

        public long Since { get; init; }

        public KnownCatalog Record => new(Version, Scheme, DateTimeOffset.FromUnixTimeMilliseconds(Since));
    }
}

/// <param name="Since">When the first catalog was learnt: nothing is known about the time before.</param>
internal sealed record KnownCatalog(string Version, long Scheme, DateTimeOffset Since);

/// <summary>Lessons as JSON, made before the one writer's turn.</summary>
internal sealed record LessonRows(string Records, string Changes)
{
    public static LessonRows Of(IReadOnlyCollection<Lesson> lessons) => new(
        Json(lessons.SelectMany(lesson => lesson.Records), (json, record) =>
        {
            json.WriteStringValue(record.Kind);
            json.WriteStringValue(record.Key);
            json.WriteStringValue(record.Member);
            json.WriteNumberValue(record.Hash);
            if (record.Earlier is { } earlier)
            {
                json.WriteNumberValue(earlier);
            }
            else
            {
                json.WriteNullValue();
            }

            json.WriteStringValue(record.Facts);
            json.WriteNumberValue(record.Gone ? 1 : 0);
        }),
        Json(lessons.SelectMany(lesson => lesson.Changes), (json, change) =>
        {
            json.WriteStringValue(change.Kind);
            json.WriteStringValue(change.Key);
            json.WriteStringValue(change.Member);
            json.WriteNumberValue((int)change.What);
            json.WriteStringValue(change.Before);
            json.WriteStringValue(change.After);
        }));

    private static string Json<T>(IEnumerable<T> rows, Action<Utf8JsonWriter, T> write)
    {
        using var text = new MemoryStream();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                json.WriteStartArray();
                write(json, row);
                json.WriteEndArray();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length);
    }
}
