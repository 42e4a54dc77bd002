using Microsoft.Data.Sqlite;
using OgpBot.Ingest.Exchange;
using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>What had to be done before the catalog could be served.</summary>
public enum CatalogStart
{
    /// <summary>Nothing.</summary>
    Ready,

    /// <summary>There was none: it was built from the shipped data.</summary>
    Built,

    /// <summary>It was built from an earlier release's data, or has an earlier schema: it was brought up to date.</summary>
    Updated,

    /// <summary>It was damaged: it is kept as catalog.damaged.db, and a new one was built from the shipped data. Imports must be repeated.</summary>
    Recovered,
}

/// <summary>The catalog file that is served. Notices when another process swaps it. Safe to share between threads.</summary>
public sealed class CatalogFile(DataFolder folder, TimeProvider time) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim gate = new(1, 1);
    private volatile ServedEdition? served;

    /// <summary>Makes sure that there is a sound catalog of this release. Only the first call costs anything.</summary>
    /// <exception cref="DatabaseRefusedException">catalog.db is foreign or newer; it is left as it was.</exception>
    public async Task<CatalogStart> EnsureAsync(CancellationToken cancellationToken)
    {
        if (await InspectAsync(cancellationToken) == CatalogStart.Ready && !CatalogSwap.HasLeftovers(folder))
        {
            return CatalogStart.Ready;
        }

        using var taken = await CatalogLock.TakeAsync(folder, Patience, cancellationToken);
        CatalogSwap.DeleteLeftovers(folder);
        // Again under the lock: another process may have done it meanwhile.
        var start = await InspectAsync(cancellationToken);
        switch (start)
        {
            case CatalogStart.Ready:
                break;
            case CatalogStart.Updated when await IsImportedAsync(cancellationToken):
                await CatalogSwap.MigrateAsync(folder, cancellationToken);
                break;
            case CatalogStart.Recovered:
                File.Move(folder.Catalog, Path.ChangeExtension(folder.Catalog, ".damaged.db"), overwrite: true);
                goto default;
            default:
                var content = ShippedCatalog.Read();
                var edition = new Edition(ContentVersion.Of(content), time.GetUtcNow(), ShippedCatalog.Version, Imported: false);
                await CatalogSwap.ReplaceAsync(folder, content, edition, cancellationToken);
                break;
        }

        return start;
    }

    /// <summary>A connection to the edition that is served now, for reading.</summary>
    internal async Task<SqliteConnection> OpenAsync(CancellationToken cancellationToken) =>
        await (await CurrentAsync(cancellationToken)).OpenAsync(cancellationToken);

    /// <summary>Everything, and what the file says about itself.</summary>
    internal async Task<(CatalogContent Content, Edition Edition)> ReadAllAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenAsync(cancellationToken);
        return (await CatalogReader.ReadAsync(connection, cancellationToken), await EditionRow.ReadAsync(connection, cancellationToken));
    }

    internal async Task<ServedEdition> CurrentAsync(CancellationToken cancellationToken)
    {
        if (served is { } current && current.Stamp == Stamp())
        {
            return current;
        }

        await gate.WaitAsync(cancellationToken);
        try
        {
            if (served is null || served.Stamp != Stamp())
            {
                await EnsureAsync(cancellationToken);
                var old = served;
                served = new ServedEdition(folder.Catalog, Stamp());
                old?.Close();
            }

            return served;
        }
        finally
        {
            gate.Release();
        }
    }

    public void Dispose()
    {
        served?.Close();
        gate.Dispose();
    }

    // A swap moves a new file into place: its time and size tell the two apart at the cost of one look at the directory.
    private string Stamp()
    {
        var file = new FileInfo(folder.Catalog);
        return file.Exists ? $"{file.LastWriteTimeUtc.Ticks:x}-{file.Length:x}" : "";
    }

    private async Task<CatalogStart> InspectAsync(CancellationToken cancellationToken)
    {
        if (!File.Exists(folder.Catalog))
        {
            return CatalogStart.Built;
        }

        try
        {
            await using var connection = await OpenUnpooledAsync(cancellationToken);
            var version = await Migrator.VersionAsync(connection, Schema.Catalog, cancellationToken);
            if (version < Schema.Catalog.Version)
            {
                return version == 0 ? CatalogStart.Recovered : CatalogStart.Updated;
            }

            if (await connection.ScalarAsync<string>("pragma quick_check(1)", cancellationToken) != "ok")
            {
                return CatalogStart.Recovered;
            }

            const string upToDate = "select count(*) from edition where imported or shipped = @Version";
            return await connection.ScalarAsync<int>(upToDate, cancellationToken, new { ShippedCatalog.Version }) == 1
                ? CatalogStart.Ready
                : CatalogStart.Updated;
        }
        catch (DatabaseRefusedException refused) when (refused.Refusal == Refusal.Damaged)
        {
            return CatalogStart.Recovered;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT or SQLitePCL.raw.SQLITE_ERROR)
        {
            return CatalogStart.Recovered;
        }
    }

    private async Task<bool> IsImportedAsync(CancellationToken cancellationToken)
    {
        await using var connection = await OpenUnpooledAsync(cancellationToken);
        return await connection.ScalarAsync<bool>("select imported from edition", cancellationToken);
    }

    private Task<SqliteConnection> OpenUnpooledAsync(CancellationToken cancellationToken)
    {
        var unpooled = new SqliteConnectionStringBuilder(Sqlite.Immutable(folder.Catalog, "inspected")) { Pooling = false };
        return Sqlite.OpenAsync(unpooled.ToString(), cancellationToken);
    }
}
