using System.Diagnostics.Metrics;

namespace OgpBot.Delivery;

/// <summary>The meter <c>OgpBot.Delivery</c>: what an operator watches.</summary>
public sealed class DeliveryMetrics : IDisposable
{
    public const string Name = "OgpBot.Delivery";

    /// <summary>A histogram, in seconds.</summary>
    public const string Duration = "ogpbot.outbox.duration";

    private readonly Meter meter = new(Name);
    private readonly Counter<long> accepted;
    private readonly Counter<long> answered;
    private readonly Counter<long> dead;
    private readonly Counter<long> putOff;
    private readonly Counter<long> ended;
    private readonly Histogram<double> duration;

    public DeliveryMetrics()
    {
        accepted = meter.CreateCounter<long>("ogpbot.inbox.accepted", "{message}", "Messages handed over, by what became of them: stored, duplicate, busy.");
        answered = meter.CreateCounter<long>("ogpbot.inbox.answered", "{message}", "Messages that the bot has answered.");
        dead = meter.CreateCounter<long>("ogpbot.inbox.dead", "{message}", "Messages that made the bot fail too often.");
        putOff = meter.CreateCounter<long>("ogpbot.outbox.put_off", "{attempt}", "Attempts that the platform certainly did not take.");
        ended = meter.CreateCounter<long>("ogpbot.outbox.ended", "{reply}", "Replies by how they ended: sent, failed, unknown.");
        duration = meter.CreateHistogram<double>(Duration, "s", "From the answer to its end on the platform.");
    }

    public void Accepted(string channel, Acceptance acceptance) => accepted.Add(1, new("channel", channel), new("outcome", acceptance.ToString().ToLowerInvariant()));

    public void Answered(string channel) => answered.Add(1, new KeyValuePair<string, object?>("channel", channel));

    public void Died(string channel) => dead.Add(1, new KeyValuePair<string, object?>("channel", channel));

    public void PutOff(string channel) => putOff.Add(1, new KeyValuePair<string, object?>("channel", channel));

    /// <param name="milliseconds">Since the reply was stored.</param>
    public void Ended(string channel, string state, long milliseconds)
    {
        ended.Add(1, new("channel", channel), new("state", state));
        duration.Record(milliseconds / 1000.0, new("channel", channel), new("state", state));
    }

    public void Dispose() => meter.Dispose();
}
