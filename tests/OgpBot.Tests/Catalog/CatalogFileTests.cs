using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Catalog;

public sealed class CatalogFileTests : IDisposable
{
    private readonly TempFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_start_builds_the_catalog_and_the_second_finds_it_ready()
    {
        Assert.Equal(CatalogStart.Built, await StartAsync());
        var built = await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel);

        Assert.Equal(CatalogStart.Ready, await StartAsync());
        Assert.Equal(built, await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel));
    }

    [Fact]
    public async Task Several_processes_may_start_at_once()
    {
        var starts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(StartAsync)));

        Assert.Equal(1, starts.Count(start => start == CatalogStart.Built));
        Assert.Equal(104, await CountAsync());
    }

    [Fact]
    public async Task A_start_waits_for_another_process_also_when_its_own_clock_stands_still()
    {
        folder.Data.Create();
        var other = new FileStream(folder.File("catalog.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        using var file = new CatalogFile(folder.Data, new FakeTimeProvider());

        var start = file.EnsureAsync(Cancel);
        await other.DisposeAsync();

        Assert.Equal(CatalogStart.Built, await start.WaitAsync(TimeSpan.FromSeconds(30), Cancel));
    }

    [Fact]
    public async Task A_damaged_file_is_kept_aside_and_a_new_catalog_is_built()
    {
        await File.WriteAllTextAsync(folder.Data.Catalog, "this was a catalog once", Cancel);

        var start = await StartAsync();

        Assert.Equal(CatalogStart.Recovered, start);
        Assert.Equal("this was a catalog once", await File.ReadAllTextAsync(folder.File("catalog.damaged.db"), Cancel));
        Assert.Equal(104, await CountAsync());
    }

    [Theory]
    [InlineData(0.2)]
    [InlineData(0.5)]
    [InlineData(0.9)]
    public async Task A_file_cut_short_is_noticed(double part)
    {
        await StartAsync();
        var bytes = await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel);
        await File.WriteAllBytesAsync(folder.Data.Catalog, bytes[..(int)(bytes.Length * part)], Cancel);

        Assert.Equal(CatalogStart.Recovered, await StartAsync());
        Assert.Equal(104, await CountAsync());
    }

    [Theory]
    [InlineData("pragma user_version = 999", Refusal.Newer)]
    [InlineData("pragma application_id = 1234", Refusal.Foreign)]
    public async Task A_file_that_is_not_ours_is_refused_and_left_untouched(string change, Refusal expected)
    {
        await StartAsync();
        await ChangeAsync(change);
        var before = await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel);

        var error = await Assert.ThrowsAsync<DatabaseRefusedException>(StartAsync);

        Assert.Equal(expected, error.Refusal);
        Assert.Equal(before, await File.ReadAllBytesAsync(folder.Data.Catalog, Cancel));
    }

    [Theory]
    [InlineData(0, CatalogStart.Updated)]
    [InlineData(1, CatalogStart.Ready)]
    public async Task Data_of_an_earlier_release_is_replaced_unless_something_was_imported(int imported, CatalogStart expected)
    {
        await StartAsync();
        await ChangeAsync($"update edition set shipped = 'earlier', imported = {imported}");

        Assert.Equal(expected, await StartAsync());
    }

    [Fact]
    public async Task What_a_killed_process_left_behind_is_cleaned_up()
    {
        await StartAsync();
        await File.WriteAllTextAsync(folder.File("catalog-0123.building"), "half a catalog", Cancel);

        Assert.Equal(CatalogStart.Ready, await StartAsync());
        Assert.False(File.Exists(folder.File("catalog-0123.building")));
        Assert.Equal(104, await CountAsync());
    }

    [Fact]
    public async Task A_deleted_catalog_is_built_again_while_serving()
    {
        using var file = new CatalogFile(folder.Data, TimeProvider.System);
        var store = new CatalogStore(file);
        await store.VersionAsync(Cancel);
        File.Delete(folder.Data.Catalog);

        Assert.Equal(104, await store.CountCommitmentsAsync(Filter.None, Cancel));
    }

    [Fact]
    public async Task A_path_with_odd_signs_is_served()
    {
        var odd = new DataFolder(folder.File("100% ogp? #1; data=ñ"));
        using var file = new CatalogFile(odd, TimeProvider.System);

        Assert.Equal(CatalogStart.Built, await file.EnsureAsync(Cancel));
        Assert.Equal(104, await new CatalogStore(file).CountCommitmentsAsync(Filter.None, Cancel));
    }

    private async Task<CatalogStart> StartAsync()
    {
        using var file = new CatalogFile(folder.Data, TimeProvider.System);
        return await file.EnsureAsync(Cancel);
    }

    private async Task<int> CountAsync()
    {
        using var file = new CatalogFile(folder.Data, TimeProvider.System);
        return await new CatalogStore(file).CountCommitmentsAsync(Filter.None, Cancel);
    }

    private async Task ChangeAsync(string sql)
    {
        await using var connection = new SqliteConnection($"Data Source={folder.Data.Catalog};Pooling=False");
        await connection.ExecuteAsync(sql);
    }
}
