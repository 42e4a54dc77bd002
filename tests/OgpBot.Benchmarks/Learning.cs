using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Digests;
using OgpBot.Ingest;
using OgpBot.Ingest.Exchange;
using OgpBot.Storage;

namespace OgpBot.Benchmarks;

/// <summary>How long other changes of bot.db wait while another catalog is learnt: all records at first, then 20,000 that changed.</summary>
internal static class Learning
{
    private const string Tick = "update known_catalog set at = at where number = 1";

    public static async Task PrintAsync()
    {
        var folder = Bench.NewFolder();
        using var file = new CatalogFile(folder, TimeProvider.System);
        using var database = new BotDatabase(folder);
        await using var writer = new StateWriter(database, TimeProvider.System, NullLogger<StateWriter>.Instance);
        var changes = new CatalogChanges(database, writer, file, TimeProvider.System, NullLogger<CatalogChanges>.Instance);
        var content = GeneratedCatalog.Make();
        await ServeAsync(folder, content);
        await MeasureAsync("the first catalog", writer, changes);
        await ServeAsync(folder, content with { Resources = [.. content.Resources.Select(resource => resource with { Format = Known.Given("DOC") })] });
        await MeasureAsync("20,000 changed resources", writer, changes);
    }

    private static async Task ServeAsync(DataFolder folder, CatalogContent content)
    {
        var exchange = Bench.NewFolder();
        await ExchangeFolder.WriteAsync(content, exchange.Path, CancellationToken.None);
        await Importer.ImportAsync(exchange.Path, folder, TimeProvider.System, force: true, null, CancellationToken.None);
        Directory.Delete(exchange.Path, recursive: true);
    }

    private static async Task MeasureAsync(string what, StateWriter writer, CatalogChanges changes)
    {
        var start = Stopwatch.GetTimestamp();
        var learning = Task.Run(() => changes.LearnAsync(CancellationToken.None));
        var waits = new List<double>();
        while (!learning.IsCompleted)
        {
            var began = Stopwatch.GetTimestamp();
            await writer.WriteAsync(transaction => transaction.Execute(Tick), CancellationToken.None);
            waits.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
        }

        await learning;
        waits.Sort();
        Console.WriteLine($"{what}: {Stopwatch.GetElapsedTime(start).TotalSeconds:f2} s; another change waited {waits[waits.Count / 2]:f1} ms in the middle, {waits[^1]:f1} ms at most, of {waits.Count}");
    }
}
