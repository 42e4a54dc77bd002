using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Brings back what a former process left, before anything new is accepted; keeps leases alive; takes what an operator sends again; stops in order.</summary>
public sealed partial class DeliveryService(
    StateWriter writer, InboxWorker inbox, OutboxWorker outbox, OutboxLedger ledger, Leaseholder holder, DeliveryOptions options, TimeProvider time, ILogger<DeliveryService> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(5);

    private static readonly TimeSpan RoundWithBacklog = TimeSpan.FromMilliseconds(500);

    private const int AtOnce = 1000;

    private readonly Retention retention = new();

    // Rows of former processes are left: nobody else works on them, since one host has the files to itself.
    private bool inherits = true;

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        outbox.Seed(await writer.RecordAsync(transaction => PastSends.Read(transaction, Now()), cancellationToken));
        await ledger.TellAgainAsync(cancellationToken);
        var (asked, replies) = await TakeUpAsync(cancellationToken);
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
            await SweepAsync(stoppingToken);
            timer.Period = inbox.Backlog.IsOnDisk || outbox.Backlog.IsOnDisk ? RoundWithBacklog : Round;
        }
    }

    internal async Task SweepAsync(CancellationToken cancellationToken)
    {
        await writer.RecordAsync(
            transaction =>
            {
                InboxTable.ProlongLeases(transaction, holder, Now());
                OutboxTable.ProlongLeases(transaction, holder, Now());
                ledger.Settle(transaction);
                retention.Apply(transaction, time.GetUtcNow().AddDays(-options.RetentionDays));
                return true;
            },
            cancellationToken);
        await TakeUpAsync(cancellationToken);
        outbox.Tidy();
    }

    private async Task<(int Asked, int Replies)> TakeUpAsync(CancellationToken cancellationToken)
    {
        // Replies first: they are older than the answers to what is still to be asked.
        var all = inherits;
        var (replies, noReplyLeft) = await TakeUpAsync(
            transaction => OutboxTable.Recover(transaction, holder, all, AtOnce, Now()), outbox.Take, () => outbox.Waiting, outbox.Backlog, cancellationToken);
        var (asked, noneLeft) = await TakeUpAsync(
            transaction => InboxTable.Recover(transaction, holder, all, AtOnce, Now()), inbox.Take, () => inbox.Waiting, inbox.Backlog, cancellationToken);
        inherits &= !(noReplyLeft && noneLeft);
        return (asked, replies);
    }

    private async Task<(int Taken, bool Everything)> TakeUpAsync<TItem>(
        Func<StateTransaction, IReadOnlyList<TItem>> recover, Action<TItem> take, Func<int> waiting, Backlog backlog, CancellationToken cancellationToken)
    {
        var taken = 0;
        while (backlog.HasRoom(waiting()))
        {
            var items = await writer.RecordAsync(recover, cancellationToken);
            if (items.Count == 0)
            {
                // What was left on disk in this moment is found in the next round.
                backlog.CaughtUp();
                return (taken, true);
            }

            taken += items.Count;
            foreach (var item in items)
            {
                take(item);
            }
        }

        return (taken, false);
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Information, "Taken over from before: {Asked} messages to answer, {Replies} replies to send")]
    private static partial void LogRecovered(ILogger logger, int asked, int replies);
}
