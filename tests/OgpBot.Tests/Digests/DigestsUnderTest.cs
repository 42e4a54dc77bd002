using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Ingest.Exchange;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

/// <summary>Catalog, subscriptions and outbox over the files of a folder, as one process has them. Its rounds are the test's.</summary>
internal sealed class DigestsUnderTest : IAsyncDisposable
{
    private readonly DataFolder folder;
    private readonly WallClock clock;
    private readonly OpenState state;
    private readonly CatalogFile file;
    private readonly DeliveryMetrics deliveryMetrics = new();
    private readonly OutboxWorker outbox;
    private readonly DigestService service;

    public DigestsUnderTest(DataFolder folder, WallClock clock, params IChannel[] channels)
    {
        (this.folder, this.clock) = (folder, clock);
        folder.Create();
        state = new(folder, clock);
        file = new(folder, clock);
        var catalog = new CatalogStore(file);
        var holder = Leaseholder.New();
        outbox = new(channels, new(state.Writer, holder, deliveryMetrics, clock, NullLogger<OutboxLedger>.Instance), new(), clock, NullLogger<OutboxWorker>.Instance);
        Changes = new(state.Database, state.Writer, file, clock, NullLogger<CatalogChanges>.Instance);
        Subscriptions = new(state.Database, state.Writer, clock);
        Previews = new(state.Database, catalog, file, clock);
        var dispatch = new DigestDispatch(state.Database, state.Writer, catalog, file, outbox, holder, Metrics, clock, NullLogger<DigestDispatch>.Instance);
        service = new(state.Database, state.Writer, Changes, dispatch, Metrics, clock, NullLogger<DigestService>.Instance);
    }

    public CatalogChanges Changes { get; }

    public Subscriptions Subscriptions { get; }

    public DigestPreviews Previews { get; }

    public DigestMetrics Metrics { get; } = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>Serves the sample and has learnt it.</summary>
    public static async Task<DigestsUnderTest> StartAsync(DataFolder folder, WallClock clock, params IChannel[] channels)
    {
        var digests = new DigestsUnderTest(folder, clock, channels);
        await digests.ServeAsync(Sample.Content);
        await digests.RoundAsync();
        return digests;
    }

    /// <summary>What the service does every second, until what it handed over has left.</summary>
    public async Task RoundAsync()
    {
        await service.RoundAsync(Cancel);
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (outbox.Waiting > 0)
        {
            await often.WaitForNextTickAsync(Cancel);
        }
    }

    /// <summary>Replaces the catalog, as an import does.</summary>
    public Task ServeAsync(CatalogContent content) => CatalogSwap.ReplaceAsync(
        folder, content, new(ContentVersion.Of(content), DateTimeOffset.UnixEpoch, ShippedCatalog.Version, Imported: true), Cancel);

    /// <summary>Served, noticed, gathered, told.</summary>
    public async Task TellAsync(CatalogContent content)
    {
        await ServeAsync(content);
        await RoundAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await RoundAsync();
    }

    public async Task<IReadOnlyList<Change>> ChangesAsync() => await new ChangeLog(state.Database).ReadAsync(0, long.MaxValue, Cancel);

    public async Task<Subscription> FollowAsync(string query, Cadence cadence, string place = "room", string channel = "platform", Watch watch = Watch.New, string person = "ann", bool personal = false)
    {
        var origin = new Follower(channel, "tenant", new Asker(person, place) { PlaceRoute = "{}", PersonRoute = "{}" });
        var subscribed = await Subscriptions.AddAsync(new(origin, personal, Language.English, [query], watch, cadence), Cancel);
        Assert.Equal(SubscribedAs.Added, subscribed.As);
        return subscribed.Subscription!;
    }

    public async Task<Subscription> NowAsync(Subscription subscription) =>
        Assert.Single(await Subscriptions.AllAsync(100, Cancel), found => found.Id == subscription.Id);

    public async Task<T?> ReadAsync<T>(string sql)
    {
        await using var connection = await state.Database.OpenAsync(Cancel);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public Task<int> WriteAsync(string sql) => state.Writer.WriteAsync(transaction => transaction.Execute(sql), Cancel);

    public async ValueTask DisposeAsync()
    {
        service.Dispose();
        await outbox.StopAsync();
        outbox.Dispose();
        Metrics.Dispose();
        deliveryMetrics.Dispose();
        state.Dispose();
        file.Dispose();
    }
}
