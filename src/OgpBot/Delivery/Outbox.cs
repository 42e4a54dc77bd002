using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Where replies are handed in. What is in here is sent, in order within a place.</summary>
public sealed class Outbox(StateWriter writer, OutboxWorker worker, Leaseholder holder, TimeProvider time)
{
    /// <summary>For what is said unasked (a welcome, a preview, a home page), once for these keys.</summary>
    /// <param name="keys">As in <see cref="Incoming.Keys"/>; empty when a repetition is wanted.</param>
    public async Task<Acceptance> PostAsync(Outgoing message, IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(keys);
        try
        {
            var stored = await writer.WriteAsync(transaction => Store(transaction, message, keys), cancellationToken);
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

    private OutboxItem? Store(StateTransaction transaction, Outgoing message, IReadOnlyList<string> keys)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return DedupKeys.Claim(transaction, message.Address.Channel, keys, now)
            ? worker.Insert(transaction, message, holder, now)
            : null;
    }
}
