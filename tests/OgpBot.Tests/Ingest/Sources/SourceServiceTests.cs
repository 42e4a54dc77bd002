using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Catalog;
using OgpBot.Ingest.Sources;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Ingest.Sources;

public sealed class SourceServiceTests : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly Download download = new(Download.Handler());
    private readonly FakeTimeProvider time = new(new(2030, 1, 1, 12, 0, 0, TimeSpan.Zero));
    private FileServer server = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        server = await FileServer.StartAsync();
        server.Files["/peru"] = (PeruPage.Text, "\"1\"");
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        download.Dispose();
        folder.Dispose();
    }

    [Fact]
    public async Task A_source_is_imported_at_the_start_and_then_looked_at_once_per_occurrence()
    {
        await LookAsync();
        time.Advance(TimeSpan.FromHours(17));
        await LookAsync();
        time.Advance(TimeSpan.FromHours(1));
        await LookAsync();
        await LookAsync();
        time.Advance(TimeSpan.FromDays(1));
        await LookAsync();

        Assert.Equal([200, 304, 304], server.Asked.Select(asked => asked.Status));
    }

    [Fact]
    public async Task After_a_week_without_the_host_there_is_one_look()
    {
        await LookAsync();
        time.Advance(TimeSpan.FromDays(7));

        await LookAsync();
        await LookAsync();

        Assert.Equal(2, server.Asked.Count);
    }

    [Fact]
    public async Task What_was_imported_into_a_catalog_that_is_gone_is_fetched_again_although_it_has_not_changed()
    {
        await LookAsync();
        File.Delete(folder.Data.Catalog);
        time.Advance(TimeSpan.FromDays(1));

        await LookAsync();

        Assert.Equal([200, 200], server.Asked.Select(asked => asked.Status));
    }

    [Fact]
    public async Task A_source_that_fails_leaves_the_catalog_and_says_why_and_the_others_are_imported()
    {
        using var catalog = new CatalogFile(folder.Data, time);

        await LookAsync($"{server.Url}/gone?key=s3cret", $"{server.Url}/peru");

        var visits = new SourceVisits(folder.Data);
        Assert.EndsWith("/gone answers 404", visits.Last($"{server.Url}/gone?key=s3cret")!.Failure, StringComparison.Ordinal);
        Assert.Null(visits.Last($"{server.Url}/peru")!.Failure);
        Assert.Contains("peru", (await new CatalogStore(catalog).VersionAsync(Cancel)).Documents);
    }

    [Fact]
    public async Task A_damaged_note_of_the_last_looks_only_costs_a_download()
    {
        await File.WriteAllTextAsync(folder.File("sources.json"), "{\"half", Cancel);

        await LookAsync();

        Assert.Equal([200], server.Asked.Select(asked => asked.Status));
    }

    [Theory]
    [InlineData("every day", "UTC", "https://example.org/")]
    [InlineData("0 6 * * *", "Mars/Olympus", "https://example.org/")]
    [InlineData("0 6 * * *", "UTC", "http://example.org/")]
    public void A_setting_that_cannot_work_is_named(string schedule, string zone, string location) =>
        Assert.StartsWith("Sources:", new SourcesOptions { Schedule = schedule, Zone = zone, Locations = [location] }.Fault, StringComparison.Ordinal);

    /// <summary>As a host that has just started would.</summary>
    private async Task LookAsync(params string[] locations)
    {
        using var catalog = new CatalogFile(folder.Data, time);
        using var service = new SourceService(
            new SourceImport(download, folder.Data, time), new SourceVisits(folder.Data), new CatalogStore(catalog),
            new SourcesOptions { Locations = locations is [] ? [$"{server.Url}/peru"] : locations }, time, NullLogger<SourceService>.Instance);
        await service.LookAsync(Cancel);
    }
}
