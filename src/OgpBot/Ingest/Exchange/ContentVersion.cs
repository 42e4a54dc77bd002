using System.Security.Cryptography;
using System.Text;
using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>A short fingerprint of a whole catalog: equal content has an equal one, whatever the order it was read in.</summary>
internal static class ContentVersion
{
    public static string Of(CatalogContent content)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in Kinds.All)
        {
            using var text = new StringWriter();
            kind.Write(content, text);
            hash.AppendData(Encoding.UTF8.GetBytes(text.ToString()));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }
}
