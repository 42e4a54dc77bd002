using Dapper;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>Reads what became different, in bot.db.</summary>
internal sealed class ChangeLog(BotDatabase database)
{
    // Somebody who was away for a year and follows everything: the newest of it.
    private const int Most = 50_000;

    private const string Select = """
        select number as Number, kind as Kind, key as Key, member as Member, what as What, before as Before, after as After, at as At
        from catalog_change where number > @after and number <= @upTo order by number desc limit @most
        """;

    private const string SelectHead = "select coalesce(max(number), 0) from catalog_change";

    private const string SelectBefore = "select coalesce(max(number), 0) from catalog_change where at < @at";

    /// <summary>The number of the newest change.</summary>
    public async Task<long> HeadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        return await connection.ScalarAsync<long>(SelectHead, cancellationToken);
    }

    /// <summary>The number of the newest change before an instant, and since when changes are known; null while nothing is.</summary>
    public async Task<(long Number, DateTimeOffset? KnownSince)> BeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var number = await connection.ScalarAsync<long>(SelectBefore, cancellationToken, new { at = instant.ToUnixTimeMilliseconds() });
        return (number, (await KnowledgeTable.CatalogAsync(connection, cancellationToken))?.Since);
    }

    /// <summary>Oldest first.</summary>
    public async Task<IReadOnlyList<Change>> ReadAsync(long after, long upTo, CancellationToken cancellationToken)
    {
        await using var connection = await database.ReadAsync(cancellationToken);
        var rows = await connection.QueryAsync<Row>(new CommandDefinition(Select, new { after, upTo, most = Most }, cancellationToken: cancellationToken));
        return [.. rows.Reverse().Select(row => row.Record)];
    }

    private sealed class Row
    {
        public long Number { get; init; }

        public string Kind { get; init; } = "";

        public string Key { get; init; } = "";

        public string Member { get; init; } = "";

        public long What { get; init; }

        public string Before { get; init; } = "";

        public string After { get; init; } = "";

        public long At { get; init; }

        public Change Record => new(Number, Kind, Key, Member, (What)What) { Before = Before, After = After, At = DateTimeOffset.FromUnixTimeMilliseconds(At) };
    }
}
