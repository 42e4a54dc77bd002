using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Intents;
using OgpBot.Storage;

namespace OgpBot.Benchmarks;

/// <summary>A bot over a data folder of its own, and the floor that everything is compared with.</summary>
internal sealed class Bench : IDisposable
{
    private readonly CatalogFile file;
    private readonly BotDatabase database;
    private readonly StateWriter writer;
    private readonly SqliteConnection raw;

    public Bench(DataFolder folder)
    {
        Folder = folder;
        file = new CatalogFile(folder, TimeProvider.System);
        database = new BotDatabase(folder);
        writer = new StateWriter(database, TimeProvider.System, NullLogger<StateWriter>.Instance);
        Catalog = new CatalogStore(file);
        var following = new Following(Catalog, new Subscriptions(database, writer, TimeProvider.System), new DigestPreviews(database, Catalog, file, TimeProvider.System), [], TimeProvider.System);
        Bot = new Bot(Catalog, new Memory(database, writer, TimeProvider.System), new DefaultMembers(database, writer, TimeProvider.System), BotRegistration.IntentsOver(Catalog, following), NullLogger<Bot>.Instance);
        Vocabulary = Catalog.VocabularyAsync(CancellationToken.None).GetAwaiter().GetResult();
        raw = new SqliteConnection($"Data Source={folder.Catalog};Mode=ReadOnly");
        raw.Open();
    }

    public DataFolder Folder { get; }

    public CatalogStore Catalog { get; }

    public Bot Bot { get; }

    public Vocabulary Vocabulary { get; }

    public static DataFolder NewFolder() => new(Directory.CreateTempSubdirectory("ogpbot-bench-").FullName);

    public static Bench Shipped() => new(NewFolder());

    public static Bench Exported()
    {
        var folder = NewFolder();
        var export = Path.Combine(folder.Path, "export.csv");
        GeneratedExport.Write(export);
        Importer.ImportAsync(export, folder, TimeProvider.System, force: true, null, CancellationToken.None).GetAwaiter().GetResult();
        return new Bench(folder);
    }

    public static Bench Generated()
    {
        var (exchange, folder) = (NewFolder(), NewFolder());
        ExchangeFolder.WriteAsync(GeneratedCatalog.Make(), exchange.Path, CancellationToken.None).GetAwaiter().GetResult();
        Importer.ImportAsync(exchange.Path, folder, TimeProvider.System, force: true, null, CancellationToken.None).GetAwaiter().GetResult();
        Directory.Delete(exchange.Path, recursive: true);
        return new Bench(folder);
    }

    /// <summary>The floor: one commitment by its ID with nothing but ADO.NET, on an open connection.</summary>
    public string RawById(string id)
    {
        using var command = raw.CreateCommand();
        command.CommandText = "select id, title, year, starred from commitment where id = @id";
        command.Parameters.AddWithValue("@id", id);
        using var reader = command.ExecuteReader();
        return reader.Read() ? reader.GetString(1) : "";
    }

    public void Dispose()
    {
        raw.Dispose();
        writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        database.Dispose();
        file.Dispose();
        SqliteConnection.ClearAllPools();
        Directory.Delete(Folder.Path, recursive: true);
    }
}
