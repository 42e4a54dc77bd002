using System.Collections.Concurrent;
using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>One message that reached a platform.</summary>
/// <param name="Place">Where the platform counts it.</param>
/// <param name="Key">Of the question that it answers.</param>
/// <param name="At">In ticks of the stopwatch.</param>
/// <param name="Shown">People see it.</param>
internal sealed record Delivered(string Platform, string Place, string Key, string Text, long At, Fault Fault, bool Shown);

/// <summary>Every message that reached the stand-ins, in order of arrival, and every call that was one too many.</summary>
internal sealed class Ledger
{
    private readonly ConcurrentQueue<Delivered> entries = [];
    private readonly ConcurrentQueue<string> avoidable = [];
    private readonly ConcurrentDictionary<string, int> calls = [];

    public IReadOnlyCollection<Delivered> Entries => entries;

    /// <summary>Messages that the bot could have known to be over a limit.</summary>
    public IReadOnlyCollection<string> Avoidable => avoidable;

    /// <summary>Calls by method, faults included.</summary>
    public IReadOnlyDictionary<string, int> Calls => calls;

    /// <summary>Messages that were cut off before anybody read which they were.</summary>
    public int Resets => calls.Where(call => call.Key.EndsWith($" {Fault.Reset}", StringComparison.Ordinal)).Sum(call => call.Value);

    public void Add(Delivered delivered) => entries.Enqueue(delivered);

    public void AddAvoidable(string platform, string place, TimeSpan early) =>
        avoidable.Enqueue($"{platform} {place}: {early.TotalMilliseconds:0.0} ms too early, at {Stopwatch.GetTimestamp()}");

    public void AddCall(string method) => calls.AddOrUpdate(method, 1, (_, count) => count + 1);
}
