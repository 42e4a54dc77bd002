using System.Reflection;
using System.Security.Cryptography;
using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>The catalog that the bot ships with: exchange files embedded in this assembly.</summary>
internal static class ShippedCatalog
{
    private static readonly Lazy<string> Hash = new(() =>
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var kind in Kinds.All)
        {
            using var stream = Open(kind);
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            hash.AppendData(bytes);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    });

    /// <summary>Changes when a release ships other data.</summary>
    public static string Version => Hash.Value;

    /// <exception cref="InvalidOperationException">The shipped files are not sound: a broken build.</exception>
    public static CatalogContent Read()
    {
        var problems = new List<Problem>();
        var content = CatalogContent.Empty;
        foreach (var kind in Kinds.All)
        {
            using var reader = new StreamReader(Open(kind));
            content = kind.Read(content, reader, kind.File, problems);
        }

        return problems is [var first, ..] ? throw new InvalidOperationException($"Shipped {first.File}, line {first.Line}: {first.Reason}") : content;
    }

    private static Stream Open(Kind kind) => Assembly.GetExecutingAssembly().GetManifestResourceStream($"Catalog/{kind.File}")
        ?? throw new InvalidOperationException($"{kind.File} is not shipped.");
}
