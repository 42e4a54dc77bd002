using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;

namespace OgpBot.Host.Teams;

/// <summary>Verdicts on the tokens of the last minutes, by their hashes: Teams sends the same token with many activities, and a flood of one forgery costs little.</summary>
internal sealed class TeamsVerdicts(TimeProvider time)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const int Most = 4096;

    private readonly ConcurrentDictionary<(UInt128 High, UInt128 Low), (TeamsVerdict Verdict, DateTimeOffset Until)> kept = [];

    /// <summary>How many are kept: a bounded number.</summary>
    public int Count => kept.Count;

    public static (UInt128 High, UInt128 Low) KeyOf(string token)
    {
        Span<UInt128> hash = stackalloc UInt128[2];
        SHA256.HashData(Encoding.ASCII.GetBytes(token), MemoryMarshal.AsBytes(hash));
        return (hash[0], hash[1]);
    }

    public TeamsVerdict? Find((UInt128 High, UInt128 Low) key) =>
        kept.TryGetValue(key, out var found) && found.Until > time.GetUtcNow() ? found.Verdict : null;

    /// <param name="end">When the verdict ends by itself; it is kept for <see cref="Longest"/> at most.</param>
    public void Keep((UInt128 High, UInt128 Low) key, TeamsVerdict verdict, DateTimeOffset end)
    {
        var now = time.GetUtcNow();
        if (kept.Count >= Most)
        {
            Tidy(now);
        }

        kept[key] = (verdict, end < now + Longest ? end : now + Longest);
    }

    private void Tidy(DateTimeOffset now)
    {
        foreach (var (key, (_, until)) in kept)
        {
            if (until <= now)
            {
                kept.TryRemove(key, out _);
            }
        }

        // All of them young: a flood. Starting afresh costs a signature each.
        if (kept.Count >= Most)
        {
            kept.Clear();
        }
    }
}
