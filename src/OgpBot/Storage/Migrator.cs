using Microsoft.Data.Sqlite;

namespace OgpBot.Storage;

/// <summary>Brings a database to this release's schema. Safe when several processes start at once.</summary>
internal static class Migrator
{
    /// <exception cref="DatabaseRefusedException">The file is foreign, newer or damaged; it is left as it was.</exception>
    public static async Task MigrateAsync(SqliteConnection connection, Schema schema, CancellationToken cancellationToken)
    {
        Sqlite.RequireLibrary(connection);
        if (await VersionAsync(connection, schema, cancellationToken) == schema.Version)
        {
            return;
        }

        // Immediate: the version is read again under the lock, since another process may have migrated meanwhile.
        await using var transaction = connection.BeginTransaction(deferred: false);
        var version = await VersionAsync(connection, schema, cancellationToken);
        foreach (var migration in schema.Migrations.Skip(version))
        {
            await connection.RunAsync(migration, cancellationToken);
        }

        // Pragmas take no parameters; both values are our own integers.
        await connection.RunAsync($"pragma application_id = {schema.ApplicationId}; pragma user_version = {schema.Version}", cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>The number of the last migration that ran; 0 for an empty database.</summary>
    /// <exception cref="DatabaseRefusedException">The file is foreign, newer or damaged.</exception>
    public static async Task<int> VersionAsync(SqliteConnection connection, Schema schema, CancellationToken cancellationToken)
    {
        var file = Path.GetFileName(connection.DataSource.Split('?')[0]);
        try
        {
            var application = await connection.ScalarAsync<int>("pragma application_id", cancellationToken);
            var version = await connection.ScalarAsync<int>("pragma user_version", cancellationToken);
            var tables = await connection.ScalarAsync<int>("select count(*) from sqlite_schema", cancellationToken);
            if (application != schema.ApplicationId && (application, version, tables) != (0, 0, 0))
            {
                throw new DatabaseRefusedException(file, Refusal.Foreign, $"{file} is a database of another program; it was not touched.");
            }

            if (version > schema.Version)
            {
                throw new DatabaseRefusedException(
                    file, Refusal.Newer, $"{file} was written by a newer release (schema {version}, this one knows {schema.Version}); it was not touched.");
            }

            return version;
        }
        catch (SqliteException error) when (error.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new DatabaseRefusedException(file, Refusal.Damaged, $"{file} is damaged or not a database; it was not touched.", error);
        }
    }
}
