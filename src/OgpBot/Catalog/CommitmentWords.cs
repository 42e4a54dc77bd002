using Microsoft.Data.Sqlite;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Catalog;

/// <summary>
/// The words of commitments. Full text is a third of the work of building and needs nothing of the rest, so it is written to a file of its own on
/// another thread, and copied over: its tables are ordinary ones.
/// </summary>
internal static class CommitmentWords
{
    private static readonly string[] Tables = ["commitment_words", "commitment_text"];

    private static readonly string[] Parts = ["data", "idx", "docsize"];

    private const string Declarations = "select sql from sqlite_schema where name in ('commitment_words', 'commitment_text')";

    /// <param name="catalog">Has the empty tables.</param>
    public static async Task<IReadOnlyList<string>> DeclaredAsync(SqliteConnection catalog, CancellationToken cancellationToken) =>
        (await Dapper.SqlMapper.QueryAsync<string>(catalog, new Dapper.CommandDefinition(Declarations, cancellationToken: cancellationToken))).ToList();

    public static async Task BuildAsync(string path, IReadOnlyList<string> declared, IReadOnlyList<Commitment> numbered, CancellationToken cancellationToken)
    {
        await using var file = await Sqlite.OpenAsync(Sqlite.Writable(path, pooled: false), cancellationToken);
        await file.RunAsync(CatalogBuilder.Unshared, cancellationToken);
        await using var transaction = file.BeginTransaction();
        await file.RunAsync(string.Join(';', declared), cancellationToken);
        using (var titles = new Inserter(file, "commitment_words", "rowid", "title", "corrected"))
        using (var texts = new Inserter(file, "commitment_text", "rowid", "description", "lead", "supporting"))
        {
            foreach (var (index, it) in numbered.Index())
            {
                titles.Insert(index + 1, Folding.Fold(it.Title), string.Join(' ', it.Misspellings.Select(word => Folding.Fold(word.Right))));
                texts.Insert(index + 1, it.Description.Value, it.LeadInstitution.Value, it.SupportingInstitutions.Value);
            }
        }

        await transaction.CommitAsync(cancellationToken);
    }

    /// <param name="catalog">Its tables are still empty, and nobody has read them.</param>
    public static async Task CopyAsync(SqliteConnection catalog, string path, CancellationToken cancellationToken)
    {
        await catalog.RunAsync("attach @path as words", cancellationToken, new { path });
        await using (var transaction = catalog.BeginTransaction())
        {
            foreach (var table in Tables.SelectMany(table => Parts, (table, part) => $"{table}_{part}"))
            {
                await catalog.RunAsync($"insert or replace into main.{table} select * from words.{table}", cancellationToken);
            }

            await transaction.CommitAsync(cancellationToken);
        }

        await catalog.RunAsync("detach words", cancellationToken);
    }
}
