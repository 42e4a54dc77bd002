using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Brings back what a former process left, before anything new is accepted; keeps leases alive; takes what an operator sends again; stops in order.</summary>
public sealed partial class DeliveryService(
    StateWriter writer, InboxWorker inbox, OutboxWorker outbox, Leaseholder holder, DeliveryOptions options, TimeProvider time, ILogger<DeliveryService> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private const int AtOnce = 1000;

    // A sweep takes no more than memory should hold; the rest waits on disk for the next.
    private const int MostInMemory = 100_000;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.Seed(await writer.RecordAsync(transaction => PastSends.Read(transaction, Now()), cancellationToken));
        var (asked, replies) = await RecoverAsync(all: true, cancellationToken);
        if (asked + replies > 0)
        {
            LogRecovered(log, asked, replies);
        }

        await base.StartAsync(cancellationToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await inbox.StopAsync();
        await outbox.StopAsync();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            await writer.RecordAsync(
                transaction =>
                {
                    InboxTable.ProlongLeases(transaction, holder, Now());
                    OutboxTable.ProlongLeases(transaction, holder, Now());
                    return Retention.Apply(transaction, time.GetUtcNow().AddDays(-options.RetentionDays));
                },
                stoppingToken);
            await RecoverAsync(all: false, stoppingToken);
            outbox.Tidy();
        }
    }

    private async Task<(int Asked, int Replies)> RecoverAsync(bool all, CancellationToken cancellationToken)
    {
        // Replies first: they are older than the answers to what is still to be asked.
        var replies = await RecoverAsync(transaction => OutboxTable.Recover(transaction, holder, all, AtOnce, Now()), outbox.Take, () => outbox.Waiting, cancellationToken);
        var asked = await RecoverAsync(transaction => InboxTable.Recover(transaction, holder, all, AtOnce, Now()), inbox.Take, () => inbox.Waiting, cancellationToken);
        return (asked, replies);
    }

    private async Task<int> RecoverAsync<TItem>(
        Func<StateTransaction, IReadOnlyList<TItem>> recover, Action<TItem> take, Func<int> waiting, CancellationToken cancellationToken)
    {
        var taken = 0;
        while (waiting() < MostInMemory && await writer.RecordAsync(recover, cancellationToken) is { Count: > 0 } items)
        {
            foreach (var item in items)
            {
                take(item);
            }

            taken += items.Count;
        }

        return taken;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Information, "Taken over from before: {Asked} messages to answer, {Replies} replies to send")]
    private static partial void LogRecovered(ILogger logger, int asked, int replies);
}
