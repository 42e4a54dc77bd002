using BenchmarkDotNet.Attributes;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Benchmarks;

/// <summary>Questions over 250 members: reading them, and what their first look-up costs. The turn makes every filter a new one.</summary>
[MemoryDiagnoser]
public class MemberBenchmarks
{
    private Bench bench = null!;
    private string institution = "";
    private int turn;

    [GlobalSetup]
    public void Start()
    {
        bench = Bench.Generated();
        institution = bench.Vocabulary.Institutions[7];
    }

    [GlobalCleanup]
    public void Stop() => bench.Dispose();

    [Benchmark]
    public Question Reading_a_region_and_facts() => Read("completed transformative commitments in Africa since 2014");

    [Benchmark]
    public Question Reading_an_institution() => Read($"commitments led by the {institution} in Europe");

    [Benchmark]
    public Question Reading_a_slip() => Read("trnsformative comitments in Europ");

    [Benchmark]
    public Task<Found<Commitment>> By_region() => FindAsync(new Filter { Regions = ["Europe"] });

    [Benchmark]
    public Task<Found<Commitment>> By_region_and_completion() => FindAsync(new Filter { Regions = ["Europe"], Fields = [new FieldIs(Field.Completion, "Complete")] });

    [Benchmark]
    public Task<Found<Commitment>> By_institution() => FindAsync(new Filter { Fields = [new FieldIs(Field.Lead, institution)] });

    [Benchmark]
    public Task<IReadOnlyList<Tally>> Members_by_what_they_have() => TallyAsync(new Filter { Fields = [new FieldIs(Field.Impact, "Transformative")] }, Field.Member);

    [Benchmark]
    public Task<IReadOnlyList<Tally>> Counts_by_region() => TallyAsync(Filter.None, Field.Region);

    [Benchmark]
    public Task<IReadOnlyList<Tally>> Counts_by_completion() => TallyAsync(Filter.None, Field.Completion);

    private Question Read(string text) => Reader.Read(text, bench.Vocabulary, Context.Fresh(Language.English));

    private Task<Found<Commitment>> FindAsync(Filter filter) => bench.Catalog.FindCommitmentsAsync(New(filter), Sort.Newest, 0, 10, CancellationToken.None);

    private Task<IReadOnlyList<Tally>> TallyAsync(Filter filter, Field by) => bench.Catalog.TallyCommitmentsAsync(New(filter), by, CancellationToken.None);

    private Filter New(Filter filter) => filter with { NotMembers = [$"x{turn++}"] };
}
