using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>The exchange format: a folder with one CSV file per kind of record. Reading back what was written gives equal content.</summary>
public static class ExchangeFolder
{
    /// <summary>Writes the catalog that is served.</summary>
    public static async Task WriteAsync(CatalogStore catalog, string folder, CancellationToken cancellationToken) =>
        await WriteAsync(await catalog.ContentAsync(cancellationToken), folder, cancellationToken);

    /// <summary>Writes every kind, also those without records. Existing files of these names are replaced.</summary>
    public static async Task WriteAsync(CatalogContent content, string folder, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(folder);
        foreach (var kind in Kinds.All)
        {
            await using var text = new StringWriter();
            kind.Write(content, text);
            await File.WriteAllTextAsync(Path.Combine(folder, kind.File), text.ToString(), cancellationToken);
        }
    }
}
