using Dapper;
using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>Builds catalog files aside and moves them into place whole. The caller holds the <see cref="CatalogLock"/>.</summary>
internal static class CatalogSwap
{
    private const string Building = "catalog-*.building";

    /// <inheritdoc cref="ServeAsync"/>
    public static Task ReplaceAsync(DataFolder folder, CatalogContent content, Edition edition, CancellationToken cancellationToken) =>
        ServeAsync(folder, content, Task.FromResult(edition), cancellationToken);

    /// <summary>Builds, checks and serves the content. When anything fails, what was served before stays.</summary>
    /// <param name="edition">Awaited last: its version takes a while to compute.</param>
    public static async Task ServeAsync(DataFolder folder, CatalogContent content, Task<Edition> edition, CancellationToken cancellationToken)
    {
        var path = NewPath(folder);
        try
        {
            await CatalogBuilder.BuildAsync(path, content, edition, cancellationToken);
            await CheckAsync(path, content, cancellationToken);
            MoveIntoPlace(path, folder);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Brings a copy of the file to this release's schema, and serves a catalog that is built from its records.</summary>
    public static async Task MigrateAsync(DataFolder folder, CancellationToken cancellationToken)
    {
        var path = NewPath(folder);
        try
        {
            File.Copy(folder.Catalog, path);
            await using var connection = await Sqlite.OpenAsync(Sqlite.Writable(path, pooled: false), cancellationToken);
            await Migrator.MigrateAsync(connection, Schema.Catalog, cancellationToken);
            var content = await CatalogReader.ReadAsync(connection, cancellationToken);
            await ServeAsync(folder, content, EditionRow.ReadAsync(connection, cancellationToken), cancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    public static bool HasLeftovers(DataFolder folder) => Directory.Exists(folder.Path) && Directory.EnumerateFiles(folder.Path, Building).Any();

    /// <summary>Deletes what a killed process left behind.</summary>
    public static void DeleteLeftovers(DataFolder folder)
    {
        foreach (var leftover in Directory.EnumerateFiles(folder.Path, Building))
        {
            File.Delete(leftover);
        }
    }

    private static string NewPath(DataFolder folder) => Path.Combine(folder.Path, $"catalog-{Guid.NewGuid():n}.building");

    private static async Task CheckAsync(string path, CatalogContent content, CancellationToken cancellationToken)
    {
        await using var connection = await Sqlite.OpenAsync(Sqlite.Writable(path, pooled: false), cancellationToken);
        // Quick: that each index agrees with its table was SQLite's own doing a moment ago.
        var integrity = await connection.ScalarAsync<string>("pragma quick_check(1)", cancellationToken);
        var broken = (await connection.QueryAsync(new CommandDefinition("pragma foreign_key_check", cancellationToken: cancellationToken))).Count();
        var commitments = await connection.ScalarAsync<int>("select count(*) from commitment", cancellationToken);
        var resources = await connection.ScalarAsync<int>("select count(*) from resource", cancellationToken);
        if (integrity != "ok" || broken > 0 || commitments != content.Commitments.Count(commitment => commitment.Removed is null)
            || resources != content.Resources.Count(resource => resource.Removed is null))
        {
            throw new InvalidDataException(
                $"The new catalog is not sound: integrity {integrity}, {broken} broken references, {commitments} commitments and {resources} resources.");
        }
    }

    // The data reaches the disk before the name does: a power cut leaves the old file or the new one.
    private static void MoveIntoPlace(string path, DataFolder folder)
    {
        using (var file = new FileStream(path, FileMode.Open, FileAccess.ReadWrite))
        {
            file.Flush(flushToDisk: true);
        }

        File.Move(path, folder.Catalog, overwrite: true);
    }
}
