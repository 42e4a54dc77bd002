using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using OgpBot.Digests;
using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Writes down what becomes of each reply, before and after it leaves.</summary>
public sealed partial class OutboxLedger(StateWriter writer, Leaseholder holder, DeliveryMetrics metrics, TimeProvider time, ILogger<OutboxLedger> log)
{
    // As long as a line may be on its way into the log.
    private static readonly TimeSpan Writing = TimeSpan.FromSeconds(5);

    private const int AtOnce = 500;

    private readonly ConcurrentQueue<(long Id, long At)> told = [];

    /// <summary>Before the message leaves: from now on nobody knows whether it arrived, until its outcome is written.</summary>
    /// <returns>The item with its attempt counted; null when another process has taken it over.</returns>
    internal Task<OutboxItem?> BeginAsync(OutboxItem item)
    {
        var begun = item with { Attempt = item.Attempt + 1 };
        return writer.RecordAsync(transaction => OutboxTable.Begin(transaction, begun, holder, Now()) ? begun : null, CancellationToken.None);
    }

    internal async Task<OutboxItem> PutOffAsync(OutboxItem item, TimeSpan wait, string reason)
    {
        var later = item with { DueAt = Now() + (long)wait.TotalMilliseconds, WasSending = false };
        await writer.RecordAsync(transaction => OutboxTable.PutOff(transaction, later, reason, holder), CancellationToken.None);
        metrics.PutOff(item.Message.Address.Channel);
        return later;
    }

    internal async Task EndAsync(OutboxItem item, OutboxEnd end)
    {
        var ours = await writer.RecordSoonAsync(transaction => End(transaction, item, end), CancellationToken.None);
        if (!ours)
        {
            LogTakenOver(log, item.Message.Reference, end.State);
            return;
        }

        metrics.Ended(item.Message.Address.Channel, end.State, Now() - item.CreatedAt);
        if (end.State != "sent")
        {
            Tell(item.Id, item.Message.Reference, item.Message.Address.Channel, end.State, end.Reason ?? "", item.Attempt);
        }
    }

    /// <summary>Tells again what a former process flagged shortly before it died, since its log may lack the line.</summary>
    internal async Task TellAgainAsync(CancellationToken cancellationToken)
    {
        IReadOnlyList<FlaggedRow> rows;
        do
        {
            rows = await writer.RecordAsync(transaction => OutboxTable.Untold(transaction, holder, AtOnce), cancellationToken);
            foreach (var row in rows)
            {
                Tell(row.Id, row.Reference, row.Channel, row.State, row.Reason ?? "", (int)row.Attempt);
            }
        }
        while (rows.Count == AtOnce);
    }

    /// <summary>Marks the rows of which the log certainly tells. One that is not marked is told again after the next start.</summary>
    internal int Settle(StateTransaction transaction)
    {
        List<long> rows = [];
        while (told.TryPeek(out var first) && time.GetElapsedTime(first.At) >= Writing && told.TryDequeue(out first))
        {
            rows.Add(first.Id);
        }

        return rows.Count == 0 ? 0 : OutboxTable.Told(transaction, rows);
    }

    private void Tell(long id, string reference, string channel, string state, string reason, int attempt)
    {
        LogFlagged(log, reference, channel, state, reason, attempt);
        told.Enqueue((id, time.GetTimestamp()));
    }

    private bool End(StateTransaction transaction, OutboxItem item, OutboxEnd end)
    {
        var ours = OutboxTable.End(transaction, item, end, holder, Now());
        if (ours && item.Message.Class == MessageClass.Digest)
        {
            // Together: a subscription that goes on counts on this end, one that goes back on the other.
            DigestTable.Ended(transaction, item.Message.Reference, end, Now());
        }

        return ours;
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    [LoggerMessage(1, LogLevel.Error, "Reply {Reference} on {Channel}: {State} ({Reason}), attempt {Attempt}")]
    private static partial void LogFlagged(ILogger logger, string reference, string channel, string state, string reason, int attempt);

    [LoggerMessage(2, LogLevel.Warning, "Reply {Reference} was taken over by another process before its outcome, {State}, was written")]
    private static partial void LogTakenOver(ILogger logger, string reference, string state);
}
