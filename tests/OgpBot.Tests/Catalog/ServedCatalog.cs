using OgpBot.Catalog;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Catalog;

/// <summary>The shipped catalog, built once for all tests of a class.</summary>
public sealed class ServedCatalog : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CatalogFile file;

    public ServedCatalog()
    {
        file = new CatalogFile(folder.Data, TimeProvider.System);
        Store = new CatalogStore(file);
    }

    public CatalogStore Store { get; }

    public void Dispose()
    {
        file.Dispose();
        folder.Dispose();
    }
}
