using OgpBot.Catalog;
using OgpBot.Intents;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Catalog;

/// <summary>The shipped catalog, built once for all tests of a class.</summary>
public sealed class ServedCatalog : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly CatalogFile file;
    private readonly OpenState state;

    public ServedCatalog()
    {
        file = new CatalogFile(folder.Data, TimeProvider.System);
        Store = new CatalogStore(file);
        state = new OpenState(folder.Data, TimeProvider.System);
        Intents = state.Intents(file, Store);
    }

    public CatalogStore Store { get; }

    public IReadOnlyList<IIntent> Intents { get; }

    public void Dispose()
    {
        state.Dispose();
        file.Dispose();
        folder.Dispose();
    }
}
