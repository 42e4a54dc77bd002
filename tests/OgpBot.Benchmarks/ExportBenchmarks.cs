using BenchmarkDotNet.Attributes;
using CsvHelper;
using Microsoft.Data.Sqlite;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Storage;

namespace OgpBot.Benchmarks;

/// <summary>
/// OGP's export of 10,000 commitments into a catalog, and the catalog out again as exchange files, beside what nobody can do without: one pass over the
/// file that looks at every cell, and one plain insert of its cells. Once started: compilation is not in these figures; import.sh has it.
/// </summary>
[MemoryDiagnoser]
public class ExportBenchmarks
{
    // Cells that a row of the catalog has, about.
    private const int Columns = 20;

    private DataFolder folder = null!;
    private string export = "";
    private CatalogContent content = null!;

    [GlobalSetup]
    public void Start()
    {
        folder = Bench.NewFolder();
        export = Path.Combine(folder.Path, "export.csv");
        GeneratedExport.Write(export);
        using var bench = Bench.Exported();
        content = bench.Catalog.ContentAsync(CancellationToken.None).GetAwaiter().GetResult();
    }

    [GlobalCleanup]
    public void Stop() => Directory.Delete(folder.Path, recursive: true);

    [Benchmark(Baseline = true)]
    public int Floor_one_pass_and_one_insert()
    {
        var path = Path.Combine(folder.Path, "floor.db");
        using (var file = new SqliteConnection($"Data Source={path};Pooling=false"))
        {
            file.Open();
            Run(file, "pragma journal_mode = off; pragma synchronous = off");
            Run(file, $"create table export ({string.Join(", ", Enumerable.Range(0, Columns).Select(column => $"c{column}"))})");
            using var transaction = file.BeginTransaction();
            using var insert = file.CreateCommand();
            insert.CommandText = $"insert into export values ({string.Join(", ", Enumerable.Range(0, Columns).Select(column => $"@c{column}"))})";
            SqliteParameter[] cells = [.. Enumerable.Range(0, Columns).Select(column => insert.Parameters.Add($"@c{column}", SqliteType.Text))];
            using var csv = CsvReader.Create(File.ReadAllBytes(export).AsMemory(), new CsvReaderOptions { HasHeader = false });
            while (csv.Read())
            {
                for (var column = 0; column < Columns; column++)
                {
                    cells[column].Value = csv.GetString(column);
                }

                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }

        var size = (int)new FileInfo(path).Length;
        File.Delete(path);
        return size;
    }

    [Benchmark]
    public async Task Import()
    {
        var fresh = Bench.NewFolder();
        await Importer.ImportAsync(export, fresh, TimeProvider.System, force: true, null, CancellationToken.None);
        Directory.Delete(fresh.Path, recursive: true);
    }

    [Benchmark]
    public async Task Export_as_exchange_files()
    {
        var fresh = Bench.NewFolder();
        await ExchangeFolder.WriteAsync(content, fresh.Path, CancellationToken.None);
        Directory.Delete(fresh.Path, recursive: true);
    }

    private static void Run(SqliteConnection file, string sql)
    {
        using var command = file.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
