using System.Globalization;
using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>What a catalog file says about itself.</summary>
/// <param name="Shipped">The version of the shipped data that it was built from or upon.</param>
/// <param name="Imported">True when a user imported something.</param>
internal sealed record Edition(string Version, DateTimeOffset BuiltAt, string Shipped, bool Imported);

/// <summary>Writes a new catalog file. It is not served until it is moved into its place.</summary>
internal sealed class CatalogBuilder : IDisposable
{
    private readonly SqliteConnection connection;
    private readonly Dictionary<(string, DateTimeOffset), long> sources = [];
    private readonly Inserter source;

    private CatalogBuilder(SqliteConnection connection)
    {
        this.connection = connection;
        source = new Inserter(connection, "source", "number", "document", "imported_at", "origin");
    }

    public static async Task BuildAsync(string path, CatalogContent content, Edition edition, CancellationToken cancellationToken)
    {
        await using var file = await Sqlite.OpenAsync(Sqlite.Writable(path, pooled: false), cancellationToken);
        // Nobody else sees the file, and a crash discards it. With a cache of 64 MB no page is written twice.
        await file.RunAsync("pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -65536", cancellationToken);
        await Migrator.MigrateAsync(file, Schema.Catalog, cancellationToken);
        await using var transaction = file.BeginTransaction();
        using (var builder = new CatalogBuilder(file))
        {
            builder.Insert(content, edition, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
        await file.RunAsync("analyze", cancellationToken);
    }

    public void Dispose() => source.Dispose();

    private void Insert(CatalogContent content, Edition edition, CancellationToken cancellationToken)
    {
        using (var insert = new Inserter(connection, "edition", "number", "version", "built_at", "shipped", "imported"))
        {
            insert.Insert(1, edition.Version, Instant(edition.BuiltAt), edition.Shipped, edition.Imported);
        }

        using (var insert = new Inserter(
            connection, "member", "name", "prefix", "slug", "slug_state", "region", "region_state", "level", "level_state", "since", "since_state", "current_plan",
            "source", "first_line", "last_line"))
        {
            foreach (var member in content.Members)
            {
                insert.Insert(
                    member.Name, member.Prefix, member.Slug, member.Region, member.Level, member.Since, member.CurrentPlan,
                    Number(member.Source), member.Source.FirstLine, member.Source.LastLine);
            }
        }

        using (var insert = new Inserter(
            connection, "plan", "member", "number", "year", "span", "span_state", "spans_in_titles", "stated", "stated_state", "area_focus", "area_focus_state",
            "number_inferred", "source", "first_line", "last_line"))
        {
            foreach (var plan in content.Plans)
            {
                insert.Insert(
                    plan.Member, plan.Number, plan.Year, plan.Span, ListText.Write(plan.SpansInTitles), plan.StatedCommitments, plan.AreaFocus,
                    plan.NumberInferred,
                    Number(plan.Source), plan.Source.FirstLine, plan.Source.LastLine);
            }
        }

        cancellationToken.ThrowIfCancellationRequested();
        CommitmentWriter.Write(connection, content.Commitments, Number);
        cancellationToken.ThrowIfCancellationRequested();
        ResourceWriter.Write(connection, content, Number);
        TableWriter.Write(connection, content, Number);
        RemovedWriter.Write(connection, content, Number);
    }

    private long Number(Source read)
    {
        var key = (read.Document, read.ImportedAt);
        if (!sources.TryGetValue(key, out var number))
        {
            number = sources.Count + 1;
            source.Insert(number, read.Document, Instant(read.ImportedAt), (int)read.Origin);
            sources.Add(key, number);
        }

        return number;
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
