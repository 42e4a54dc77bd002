using Polly;
using Polly.CircuitBreaker;

namespace OgpBot.Delivery;

/// <summary>One host for one tenant: they break together. Too many requests are no break, for they concern one place.</summary>
internal sealed class Circuit
{
    private static readonly TimeSpan LongestBreak = TimeSpan.FromSeconds(15);

    private readonly TimeProvider time;
    private readonly ResiliencePipeline<Outcome> breaker;
    private long openedAt;
    private long openFor;

    public Circuit(TimeProvider time)
    {
        this.time = time;
        breaker = new ResiliencePipelineBuilder<Outcome> { TimeProvider = time }.AddCircuitBreaker(new()
        {
            FailureRatio = 0.1,
            MinimumThroughput = 5,
            SamplingDuration = TimeSpan.FromSeconds(1),
            BreakDurationGenerator = static args => ValueTask.FromResult(TimeSpan.FromSeconds(Math.Min(LongestBreak.TotalSeconds, Math.Pow(2, args.HalfOpenAttempts)))),
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is Outcome.Unknown or Outcome.Later { After: null }),
            OnOpened = args =>
            {
                Volatile.Write(ref openedAt, time.GetTimestamp());
                Volatile.Write(ref openFor, args.BreakDuration.Ticks);
                return ValueTask.CompletedTask;
            },
        }).Build();
    }

    /// <summary>What a message is told that was not even tried.</summary>
    public static Outcome.Later Open { get; } = new(null, "the host is out of order");

    /// <summary>True while trying is pointless. Thousands of messages may wait for a host: an exception for each would cost more than the wait.</summary>
    public bool IsOpen => Volatile.Read(ref openFor) is var span and > 0 && time.GetElapsedTime(Volatile.Read(ref openedAt)).Ticks < span;

    public async Task<Outcome> RunAsync(Func<Task<Outcome>> send, CancellationToken cancellationToken)
    {
        try
        {
            return await breaker.ExecuteAsync(static async (send, _) => await send(), send, cancellationToken);
        }
        catch (BrokenCircuitException)
        {
            return Open;
        }
    }
}
