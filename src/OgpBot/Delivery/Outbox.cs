using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Where replies are handed in. What is in here is sent, in order within a place.</summary>
public sealed class Outbox(StateWriter writer, OutboxWorker worker, Leaseholder holder, TimeProvider time)
{
    /// <summary>For what is said unasked (a welcome, a preview, a home page), once for these keys.</summary>
    /// <param name="keys">As in <see cref="Incoming.Keys"/>; empty when a repetition is wanted.</param>
    public async Task<Acceptance> PostAsync(Outgoing message, IReadOnlyList<DedupKey> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(keys);
        var hashes = DedupKeys.Of(message.Address.Channel, keys);
        var draft = worker.Draft(message);
        try
        {
            var stored = await writer.WriteAsync(transaction => Store(transaction, draft, hashes), cancellationToken);
            if (stored is null)
            {
                return Acceptance.Duplicate;
            }

            worker.Take(stored);
            return Acceptance.Stored;
        }
        catch (StateBusyException)
        {
            return Acceptance.Busy;
        }
    }

    private OutboxItem? Store(StateTransaction transaction, OutboxDraft draft, IReadOnlyList<byte[]> keys)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return DedupKeys.Claim(transaction, keys, now) ? OutboxTable.Insert(transaction, draft, worker.Admits ? holder : null, now) : null;
    }
}
