using System.Globalization;
using Dapper;
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
    /// <summary>Nobody else sees the file, and a crash discards it. With a cache of 64 MB no page is written twice; wide rows fill large pages better.</summary>
    public const string Unshared =
        "pragma page_size = 16384; pragma journal_mode = off; pragma synchronous = off; pragma locking_mode = exclusive; pragma cache_size = -65536; pragma foreign_keys = off";

    private const string Indices = "select name as Name, sql as Sql from sqlite_schema where type = 'index' and sql is not null";

    private readonly Dictionary<(string, DateTimeOffset), long> sources = [];
    private readonly Inserter source;

    private CatalogBuilder(SqliteConnection connection)
    {
        this.connection = connection;
        source = new Inserter(connection, "source", "number", "document", "imported_at", "origin");
    }

    public static async Task BuildAsync(string path, CatalogContent content, Task<Edition> edition, CancellationToken cancellationToken)
    {
        await using var file = await Sqlite.OpenAsync(Sqlite.Writable(path, pooled: false), cancellationToken);
        await file.RunAsync(Unshared, cancellationToken);
        await Migrator.MigrateAsync(file, Schema.Catalog, cancellationToken);
        var numbered = CommitmentWriter.Numbered(content);
        var declared = await CommitmentWords.DeclaredAsync(file, cancellationToken);
        var words = $"{path}.words.building";
        try
        {
            var building = Task.Run(() => CommitmentWords.BuildAsync(words, declared, numbered, cancellationToken), cancellationToken);
            try
            {
                await InsertAsync(file, content, numbered, edition, cancellationToken);
            }
            finally
            {
                await building;
            }

            await CommitmentWords.CopyAsync(file, words, cancellationToken);
        }
        finally
        {
            File.Delete(words);
        }

        await file.RunAsync("analyze", cancellationToken);
    }

    private static async Task InsertAsync(
        SqliteConnection file, CatalogContent content, IReadOnlyList<Commitment> numbered, Task<Edition> edition, CancellationToken cancellationToken)
    {
        await using var transaction = file.BeginTransaction();
        // Sorting all entries of an index at once is quicker than finding a place for each.
        var indices = (await file.QueryAsync<IndexRow>(new CommandDefinition(Indices, cancellationToken: cancellationToken))).AsList();
        await file.RunAsync(string.Join(';', indices.Select(index => $"drop index {index.Name}")), cancellationToken);
        using (var builder = new CatalogBuilder(file))
        {
            builder.Insert(content, numbered, cancellationToken);
            await file.RunAsync(string.Join(';', indices.Select(index => index.Sql)), cancellationToken);
            builder.Insert(await edition);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    public void Dispose() => source.Dispose();

    private void Insert(CatalogContent content, IReadOnlyList<Commitment> numbered, CancellationToken cancellationToken)
    {
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
        CommitmentWriter.Write(connection, numbered, Number);
        cancellationToken.ThrowIfCancellationRequested();
        ResourceWriter.Write(connection, content, Number);
        TableWriter.Write(connection, content, Number);
        RemovedWriter.Write(connection, content, Number);
    }

    private void Insert(Edition edition)
    {
        using var insert = new Inserter(connection, "edition", "number", "version", "built_at", "shipped", "imported");
        insert.Insert(1, edition.Version, Instant(edition.BuiltAt), edition.Shipped, edition.Imported);
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

    private sealed class IndexRow
    {
        public string Name { get; init; } = "";

        public string Sql { get; init; } = "";
    }

    private static string Instant(DateTimeOffset instant) => instant.ToString("O", CultureInfo.InvariantCulture);
}
