using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Messages of each place in sliding windows, as the platform counts them: by arrival.</summary>
internal sealed class PlatformLimits(params (int Messages, TimeSpan Per)[] windows)
{
    private readonly Dictionary<string, List<long>> arrivals = [];

    public static PlatformLimits Slack => new((1, TimeSpan.FromSeconds(1)));

    public static PlatformLimits Teams =>
        new((7, TimeSpan.FromSeconds(1)), (8, TimeSpan.FromSeconds(2)), (60, TimeSpan.FromSeconds(30)), (1_800, TimeSpan.FromHours(1)));

    /// <returns>Null when the message fits; else how long a sender has to wait.</returns>
    public TimeSpan? Count(string place, long arrival)
    {
        lock (arrivals)
        {
            if (!arrivals.TryGetValue(place, out var before))
            {
                arrivals.Add(place, before = []);
            }

            foreach (var (messages, per) in windows)
            {
                if (before.Count >= messages && Stopwatch.GetElapsedTime(before[^messages], arrival) is var since && since < per)
                {
                    return per - since;
                }
            }

            before.Add(arrival);
            return null;
        }
    }
}
