using System.Security.Cryptography;
using System.Text;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>What was accepted before, by the keys that its platform gave it.</summary>
internal static class DedupKeys
{
    private const string Insert = "insert into delivery_key (key, seen_at) values (@key, @now) on conflict do nothing";

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
    public static IReadOnlyList<byte[]> Of(string channel, IReadOnlyList<string> keys) =>
        [.. keys.Select(key => SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\0{key}"))[..16])];
}
