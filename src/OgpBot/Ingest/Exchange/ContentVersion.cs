using System.Security.Cryptography;
using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>A short fingerprint of a whole catalog: equal content has an equal one, whatever the order it was read in.</summary>
internal static class ContentVersion
{
    private const int BufferSize = 64 * 1024;

    public static string Of(CatalogContent content)
    {
        using var hash = SHA256.Create();
        using (var stream = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            using var text = new StreamWriter(stream, bufferSize: BufferSize);
            foreach (var kind in Kinds.All)
            {
                kind.Write(content, text);
            }
        }

        return Convert.ToHexStringLower(hash.Hash!)[..12];
    }
}
