using BenchmarkDotNet.Attributes;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot.Benchmarks;

/// <summary>Building catalogs and making them readable, once started: compilation is not in these figures.</summary>
[MemoryDiagnoser]
public class BuildBenchmarks
{
    private DataFolder exchange = null!;
    private Bench large = null!;

    [GlobalSetup]
    public void Start()
    {
        exchange = Bench.NewFolder();
        ExchangeFolder.WriteAsync(GeneratedCatalog.Make(), exchange.Path, CancellationToken.None).GetAwaiter().GetResult();
        large = Bench.Generated();
    }

    [GlobalCleanup]
    public void Stop()
    {
        large.Dispose();
        Directory.Delete(exchange.Path, recursive: true);
    }

    [Benchmark(Baseline = true)]
    public string Floor_raw_by_id() => large.RawById("AB0003");

    [Benchmark]
    public async Task Shipped_catalog()
    {
        var folder = Bench.NewFolder();
        using (var file = new CatalogFile(folder, TimeProvider.System))
        {
            await file.EnsureAsync(CancellationToken.None);
        }

        Directory.Delete(folder.Path, recursive: true);
    }

    [Benchmark]
    public async Task Import_of_10_000_commitments_and_20_000_resources()
    {
        var folder = Bench.NewFolder();
        await Importer.ImportAsync(exchange.Path, folder, TimeProvider.System, force: true, null, CancellationToken.None);
        Directory.Delete(folder.Path, recursive: true);
    }

    [Benchmark]
    public async Task<Phrasebook> Vocabulary_and_phrasebook_of_the_large_catalog()
    {
        using var file = new CatalogFile(large.Folder, TimeProvider.System);
        return Phrasebook.For(await new CatalogStore(file).VocabularyAsync(CancellationToken.None));
    }
}
