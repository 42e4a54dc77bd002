using BenchmarkDotNet.Attributes;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Benchmarks;

/// <summary>The commonest questions over the shipped catalog: reading alone, the answer without a conversation, and the whole.</summary>
[MemoryDiagnoser]
public class AnswerBenchmarks
{
    private Bench bench = null!;
    private Question question = null!;
    private int turn;

    [Params(
        "PE0062", "Peru justice commitments 2017", "starred commitments", "how many commitments does Peru have?", "top 3 areas",
        "commitments about sanitation", "compare 2017 and 2019", "¿cuántos compromisos hay en 2019?", "resources of plan 4",
        "table of areas by year", "what is co-creation?", "help")]
    public string Text { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        bench = Bench.Shipped();
        question = Reading();
    }

    [GlobalCleanup]
    public void Stop() => bench.Dispose();

    [Benchmark(Baseline = true)]
    public string Floor_raw_by_id() => bench.RawById("PE0062");

    [Benchmark]
    public Question Reading() => Reader.Read(Text, bench.Vocabulary, Context.Fresh(Language.English));

    [Benchmark]
    public Task<Reply> Answer_without_memory() => bench.Bot.AnswerAsync(question, CancellationToken.None);

    /// <summary>A hundred conversations by turns.</summary>
    [Benchmark]
    public Task<Reply> Answer() => bench.Bot.AnswerAsync(new Utterance(Text, new Address("bench", "", $"{turn++ % 100}")), CancellationToken.None);
}
