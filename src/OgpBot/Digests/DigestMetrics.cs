using System.Diagnostics.Metrics;

namespace OgpBot.Digests;

/// <summary>The meter <c>OgpBot.Digests</c>, and what health tells of subscriptions.</summary>
public sealed class DigestMetrics : IDisposable
{
    private readonly Meter meter = new("OgpBot.Digests");
    private readonly Counter<long> written;
    private readonly Counter<long> silent;
    private volatile IReadOnlyDictionary<SubscriptionState, int> subscriptions = new Dictionary<SubscriptionState, int>();

    public DigestMetrics()
    {
        written = meter.CreateCounter<long>("ogpbot.digests.written", "{digest}", "Digests handed to the outbox.");
        silent = meter.CreateCounter<long>("ogpbot.digests.silent", "{digest}", "Digests that were due and had nothing to tell.");
        meter.CreateObservableGauge("ogpbot.subscriptions", Measure, "{subscription}", "Subscriptions by state: active, paused, broken.");
    }

    /// <summary>How many there were a moment ago.</summary>
    public int Count(SubscriptionState state) => subscriptions.GetValueOrDefault(state);

    internal void Saw(IReadOnlyDictionary<SubscriptionState, int> counts) => subscriptions = counts;

    internal void Written(string channel) => written.Add(1, new KeyValuePair<string, object?>("channel", channel));

    internal void Silent(int digests) => silent.Add(digests);

    public void Dispose() => meter.Dispose();

    private IEnumerable<Measurement<int>> Measure() => Enum.GetValues<SubscriptionState>()
        .Select(state => new Measurement<int>(Count(state), new KeyValuePair<string, object?>("state", state.ToString().ToLowerInvariant())));
}
