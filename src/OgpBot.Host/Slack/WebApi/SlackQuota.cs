using System.Collections.Concurrent;
using System.Threading.RateLimiting;

namespace OgpBot.Host.Slack;

/// <summary>
/// Keeps calls within Slack's limits, which hold per method and workspace; those of chat.postMessage per channel too. Nothing waits here: a call that is
/// over is put off by whoever makes it. Messages in a channel are paced by the outbox.
/// </summary>
internal sealed class SlackQuota(TimeProvider time) : IDisposable
{
    private const int MostBlocked = 10_000;

    // Requests a minute: Slack's tiers are lower bounds. Methods that are not here have limits of their own, or high ones.
    private static readonly Dictionary<string, int> PerMinute = new(StringComparer.Ordinal)
    {
        ["chat.update"] = 50,
        ["chat.unfurl"] = 50,
        ["conversations.history"] = 50,
        ["conversations.replies"] = 50,
        ["views.publish"] = 100,
        ["views.open"] = 100,
        ["views.update"] = 100,
        ["users.info"] = 100,
    };

    private readonly ConcurrentDictionary<(string Team, string Method, string Place), long> blocked = new();

    private readonly PartitionedRateLimiter<(string Team, string Method)> tiers = PartitionedRateLimiter.Create<(string Team, string Method), (string, string)>(call =>
        PerMinute.TryGetValue(call.Method, out var most)
            ? RateLimitPartition.GetSlidingWindowLimiter((call.Team, call.Method), _ => new()
            {
                PermitLimit = most,
                Window = TimeSpan.FromMinutes(1),
                SegmentsPerWindow = 12,
            })
            : RateLimitPartition.GetNoLimiter((call.Team, call.Method)));

    /// <summary>How long the call has to wait; null when it may be made now, and counts as made.</summary>
    /// <param name="place">The channel, for methods that Slack counts by channel; else empty.</param>
    public TimeSpan? WaitFor(string team, string method, string place)
    {
        var key = (team, method, place);
        if (blocked.TryGetValue(key, out var until))
        {
            var left = TimeSpan.FromMilliseconds(until - Now());
            if (left > TimeSpan.Zero)
            {
                return left;
            }

            blocked.TryRemove(new(key, until));
        }

        using var lease = tiers.AttemptAcquire((team, method));
        return lease.IsAcquired ? null : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) && wait > TimeSpan.Zero ? wait : TimeSpan.FromSeconds(5);
    }

    /// <summary>Slack asked for a pause: other methods, channels and workspaces go on.</summary>
    public void Block(string team, string method, string place, TimeSpan wait)
    {
        if (blocked.Count >= MostBlocked)
        {
            foreach (var old in blocked.Where(pause => pause.Value <= Now()))
            {
                blocked.TryRemove(old);
            }
        }

        if (blocked.Count < MostBlocked)
        {
            blocked[(team, method, place)] = Now() + (long)wait.TotalMilliseconds;
        }
    }

    public void Dispose() => tiers.Dispose();

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();
}
