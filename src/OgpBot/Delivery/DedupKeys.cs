using System.Security.Cryptography;
using System.Text;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>What was accepted before, by the keys that its platform gave it.</summary>
internal static class DedupKeys
{
    private const string Insert = "insert into delivery_key (key, seen_at) values (@key, @now) on conflict do nothing";

    /// <summary>True when none of the keys was known. All are known afterwards, so that a twin under another key is found too.</summary>
    public static bool Claim(StateTransaction transaction, string channel, IReadOnlyList<string> keys, long now)
    {
        var fresh = true;
        foreach (var key in keys)
        {
            fresh &= transaction.Execute(Insert, new { key = Hash(channel, key), now }) == 1;
        }

        return fresh;
    }

    private static byte[] Hash(string channel, string key) => SHA256.HashData(Encoding.UTF8.GetBytes($"{channel}\0{key}"))[..16];
}
