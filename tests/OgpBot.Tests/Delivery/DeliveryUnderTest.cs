using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Intents;
using OgpBot.Storage;
using OgpBot.Tests.Storage;
using Receipt = OgpBot.Delivery.Acceptance;

namespace OgpBot.Tests.Delivery;

/// <summary>Inbox, bot and outbox over the files of a folder, as one process has them.</summary>
internal sealed class DeliveryUnderTest : IAsyncDisposable
{
    private readonly OpenState state;
    private readonly CatalogFile file;
    private readonly DeliveryMetrics metrics = new();
    private readonly DeliveryService service;

    public DeliveryUnderTest(DataFolder folder, IChannel channel, IIntent? extra = null, TimeProvider? clock = null)
    {
        var time = clock ?? TimeProvider.System;
        state = new(folder, time);
        file = new(folder, time);
        var catalog = new CatalogStore(file);
        var bot = new Bot(catalog, state.Memory, state.Defaults, [.. extra is null ? [] : new[] { extra }, .. state.Intents(file, catalog)], NullLogger<Bot>.Instance);
        var options = new DeliveryOptions();
        var ledger = new OutboxLedger(state.Writer, Holder, metrics, time, Log);
        Out = new([channel], ledger, options, time, NullLogger<OutboxWorker>.Instance);
        In = new(bot, state.Writer, Out, Holder, options, metrics, time, NullLogger<InboxWorker>.Instance);
        Inbox = new(state.Writer, In, Holder, metrics, time);
        Outbox = new(state.Writer, Out, Holder, time);
        DeadLetters = new(state.Database, state.Writer, time);
        service = new(state.Writer, In, Out, ledger, Holder, options, time, NullLogger<DeliveryService>.Instance);
    }

    /// <summary>What the log tells of replies.</summary>
    public LogLines<OutboxLedger> Log { get; } = new();

    public InboxWorker In { get; }

    public OutboxWorker Out { get; }

    public Inbox Inbox { get; }

    public Outbox Outbox { get; }

    public DeadLetters DeadLetters { get; }

    public Leaseholder Holder { get; } = Leaseholder.New();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<DeliveryUnderTest> StartAsync(DataFolder folder, IChannel channel, IIntent? extra = null, TimeProvider? clock = null)
    {
        var started = new DeliveryUnderTest(folder, channel, extra, clock);
        await started.service.StartAsync(Cancel);
        return started;
    }

    /// <summary>What the service does every few seconds.</summary>
    public Task SweepAsync() => service.SweepAsync(Cancel);

    /// <param name="id">The platform's ID of the message.</param>
    public Task<Receipt> AskAsync(string id, string text, string conversation = "room", Language? preferred = null) =>
        Inbox.AcceptAsync(new(new Utterance(text, new("platform", "tenant", conversation), preferred), [id], "{}"), Cancel);

    public async Task<T?> ReadAsync<T>(string sql)
    {
        await using var connection = await state.Database.OpenAsync(Cancel);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    public Task<T> WriteAsync<T>(Func<StateTransaction, T> change) => state.Writer.WriteAsync(change, Cancel);

    public Task<int> WriteAsync(string sql) => state.Writer.WriteAsync(transaction => sql.Split(';').Sum(statement => transaction.Execute(statement)), Cancel);

    /// <summary>Waits until nothing is under way. Rows that are put off are not waited for.</summary>
    public async Task SettleAsync()
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(2));
        while (In.Waiting + Out.Waiting > 0)
        {
            await often.WaitForNextTickAsync(Cancel);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await service.StopAsync(Cancel);
        service.Dispose();
        In.Dispose();
        Out.Dispose();
        metrics.Dispose();
        state.Dispose();
        file.Dispose();
    }
}
