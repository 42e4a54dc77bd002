using System.Globalization;
using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>One version of the catalog file, with what is worth keeping in memory about it.</summary>
internal sealed class ServedEdition(string path, string stamp)
{
    private readonly string connectionString = Sqlite.Immutable(path, stamp);
    private readonly Lock gate = new();
    private Task<Vocabulary>? vocabulary;
    private Task<Ledger>? ledger;
    private Task<CatalogVersion>? version;

    public string Stamp { get; } = stamp;

    public EditionCache Cache { get; } = new();

    public Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken) => Sqlite.OpenAsync(connectionString, cancellationToken);

    public async Task<Vocabulary> VocabularyAsync(CancellationToken cancellationToken)
    {
        var words = Once(ref vocabulary, VocabularyReader.ReadAsync);
        // Whoever reads a question will look something up.
        await LedgerAsync(cancellationToken);
        return await words.WaitAsync(cancellationToken);
    }

    public Task<Ledger> LedgerAsync(CancellationToken cancellationToken) => Once(ref ledger, Ledger.ReadAsync).WaitAsync(cancellationToken);

    public Task<CatalogVersion> VersionAsync(CancellationToken cancellationToken) =>
        Once(ref version, ReadVersionAsync).WaitAsync(cancellationToken);

    /// <summary>Closes idle connections. Those in use stay good: they hold the old file, though its name is gone.</summary>
    public void Close()
    {
        using var connection = new SqliteConnection(connectionString);
        SqliteConnection.ClearPool(connection);
    }

    // One reading serves all who wait, so no single caller may cancel it; a failed one is tried again.
    private Task<T> Once<T>(ref Task<T>? kept, Func<SqliteConnection, CancellationToken, Task<T>> read)
    {
        lock (gate)
        {
            return kept is null or { IsFaulted: true } ? kept = ReadAsync(read) : kept;
        }
    }

    private async Task<T> ReadAsync<T>(Func<SqliteConnection, CancellationToken, Task<T>> read)
    {
        await using var connection = await OpenAsync(CancellationToken.None);
        return await read(connection, CancellationToken.None);
    }

    private static async Task<CatalogVersion> ReadVersionAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var edition = await EditionRow.ReadAsync(connection, cancellationToken);
        var commitments = await connection.ScalarAsync<int>("select count(*) from commitment", cancellationToken);
        var resources = await connection.ScalarAsync<int>("select count(*) from resource", cancellationToken);
        var documents = await connection.QueryAsync<string>(new CommandDefinition(
            "select distinct document from source order by document limit 1000", cancellationToken: cancellationToken));
        return new CatalogVersion(edition.Version, edition.BuiltAt, commitments, resources, [.. documents]);
    }
}

internal sealed class EditionRow
{
    public string Version { get; init; } = "";

    public string BuiltAt { get; init; } = "";

    public string Shipped { get; init; } = "";

    public long Imported { get; init; }

    public static async Task<Edition> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var row = await connection.QuerySingleAsync<EditionRow>(new CommandDefinition(
            "select version as Version, built_at as BuiltAt, shipped as Shipped, imported as Imported from edition", cancellationToken: cancellationToken));
        return new Edition(row.Version, DateTimeOffset.ParseExact(row.BuiltAt, "O", CultureInfo.InvariantCulture), row.Shipped, row.Imported != 0);
    }
}
