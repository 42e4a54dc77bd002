using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Ingest;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>A catalog of its own that files are imported into.</summary>
public sealed class ExportFixture : IDisposable
{
    private readonly CatalogFile file;

    public ExportFixture()
    {
        file = new CatalogFile(Folder.Data, Time);
        Catalog = new CatalogStore(file);
    }

    public TempFolder Folder { get; } = new();

    public FakeTimeProvider Time { get; } = new(PeruPage.Now);

    public CatalogStore Catalog { get; }

    public async Task<ImportReport> ImportAsync(byte[] bytes, bool force = false, string name = "export.csv")
    {
        await File.WriteAllBytesAsync(Folder.File(name), bytes, TestContext.Current.CancellationToken);
        return await Importer.ImportAsync(Folder.File(name), Folder.Data, Time, force, progress: null, TestContext.Current.CancellationToken);
    }

    public Task<ImportReport> ImportAsync(IEnumerable<IReadOnlyList<string>> rows, bool force = false) =>
        ImportAsync(ExportFile.Bytes(ExportFile.Csv(rows.Prepend(GeneratedExport.Headings))), force);

    public async Task<Commitment?> ByIdAsync(string id) =>
        (await Catalog.FindCommitmentsAsync(new Filter { Ids = [new IdRange(id, id)] }, Sort.Id, 0, 1, TestContext.Current.CancellationToken)).Items is [var only] ? only : null;

    /// <summary>Everything that the catalog says, without where it was read.</summary>
    public async Task<IReadOnlyList<string>> SaidAsync()
    {
        var content = await Catalog.ContentAsync(TestContext.Current.CancellationToken);
        var nowhere = new Source("", 0, 0, PeruPage.Now);
        return
        [
            .. content.Members.Select(member => (member with { Source = nowhere }).ToString()),
            .. content.Plans.Select(plan => (plan with { Source = nowhere }).ToString()),
            .. content.Commitments.Select(it => (it with { Source = nowhere, Others = [], HeldBy = [] }).ToString()),
        ];
    }

    public void Dispose()
    {
        file.Dispose();
        Folder.Dispose();
    }
}
