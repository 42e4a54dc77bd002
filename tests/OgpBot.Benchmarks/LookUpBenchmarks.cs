using BenchmarkDotNet.Attributes;
using OgpBot.Catalog;

namespace OgpBot.Benchmarks;

/// <summary>Single reads of the catalog, small and large, as ratios to the raw read by ID.</summary>
[MemoryDiagnoser]
public class LookUpBenchmarks
{
    private Bench bench = null!;
    private Filter id = null!;
    private Filter areaAndYear = null!;
    private Filter word = null!;
    private int turn;

    [Params("shipped", "generated")]
    public string Data { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        bench = Data == "shipped" ? Bench.Shipped() : Bench.Generated();
        var first = bench.Catalog.FindCommitmentsAsync(Filter.None, Sort.Id, 2, 1, CancellationToken.None).GetAwaiter().GetResult().Items[0];
        id = new Filter { Ids = [new IdRange(first.Id, first.Id)] };
        areaAndYear = new Filter { Areas = [first.Areas[0]], Years = [new YearRange(first.Year, first.Year)] };
        word = new Filter { Words = [bench.Vocabulary.TitleWords.MaxBy(entry => entry.Value).Key] };
    }

    [GlobalCleanup]
    public void Stop() => bench.Dispose();

    [Benchmark(Baseline = true)]
    public string Floor_raw_by_id() => bench.RawById(id.Ids[0].First);

    [Benchmark]
    public Task<Found<Commitment>> By_id() => bench.Catalog.FindCommitmentsAsync(id, Sort.Id, 0, 1, CancellationToken.None);

    [Benchmark]
    public Task<Found<Commitment>> By_area_and_year() => bench.Catalog.FindCommitmentsAsync(areaAndYear, Sort.Newest, 0, 10, CancellationToken.None);

    [Benchmark]
    public Task<Found<Commitment>> By_the_commonest_word() => bench.Catalog.FindCommitmentsAsync(word, Sort.Newest, 0, 10, CancellationToken.None);

    /// <summary>Another filter each time, so that nothing is remembered: what the first person to ask waits for.</summary>
    [Benchmark]
    public Task<Found<Commitment>> By_the_commonest_word_first_time() =>
        bench.Catalog.FindCommitmentsAsync(word with { NotWords = [$"x{turn++}"] }, Sort.Newest, 0, 10, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<Tally>> Ranking_by_area() => bench.Catalog.TallyCommitmentsAsync(Filter.None, Field.Area, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<Tally>> Ranking_by_area_first_time() =>
        bench.Catalog.TallyCommitmentsAsync(new Filter { NotAreas = [$"x{turn++}"] }, Field.Area, CancellationToken.None);

    [Benchmark]
    public Task<IReadOnlyList<Cell>> Table_of_areas_and_years_first_time() =>
        bench.Catalog.PivotCommitmentsAsync(new Filter { NotAreas = [$"x{turn++}"] }, Field.Area, Field.Year, CancellationToken.None);
}
