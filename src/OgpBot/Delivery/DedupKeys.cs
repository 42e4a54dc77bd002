using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>What was accepted before, by the keys that its platform gave it.</summary>
internal static class DedupKeys
{
    private const string Insert = "insert into delivery_key (key, seen_at) values (@key, @now) on conflict do nothing";

    // Of a SHA-256.
    private const int HashBytes = 16;

    public const int LongestBytes = sizeof(long) + HashBytes;

    /// <summary>True when none of the keys was known. All are known afterwards, so that a twin under another key is found too.</summary>
    public static bool Claim(StateTransaction transaction, IReadOnlyList<byte[]> keys, long now)
    {
        var fresh = true;
        foreach (var key in keys)
        {
            fresh &= transaction.Execute(Insert, new { key, now }) == 1;
        }

        return fresh;
    }

    /// <summary>The keys as they are stored.</summary>
    public static IReadOnlyList<byte[]> Of(string channel, IReadOnlyList<DedupKey> keys) => [.. keys.Select(key => Of(channel, key))];

    private static byte[] Of(string channel, DedupKey key)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\0{key.Text}")).AsSpan(0, HashBytes);
        if (key.Order == 0)
        {
            return hash.ToArray();
        }

        var stored = new byte[LongestBytes];
        BinaryPrimitives.WriteInt64BigEndian(stored, key.Order);
        hash.CopyTo(stored.AsSpan(sizeof(long)));
        return stored;
    }
}
