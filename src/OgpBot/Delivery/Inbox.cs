using OgpBot.Storage;

namespace OgpBot.Delivery;

/// <summary>Where messages are accepted. What is in here is answered, whatever dies in between.</summary>
public sealed class Inbox(StateWriter writer, InboxWorker worker, Leaseholder holder, DeliveryMetrics metrics, TimeProvider time)
{
    /// <summary>Acknowledge the message when this returns <see cref="Acceptance.Stored"/> or <see cref="Acceptance.Duplicate"/>.</summary>
    public async Task<Acceptance> AcceptAsync(Incoming message, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(message);
        var acceptance = await StoreAsync(message, cancellationToken);
        metrics.Accepted(message.Utterance.Address.Channel, acceptance);
        return acceptance;
    }

    private async Task<Acceptance> StoreAsync(Incoming message, CancellationToken cancellationToken)
    {
        var keys = DedupKeys.Of(message.Utterance.Address.Channel, message.Keys);
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

    private InboxItem? Store(StateTransaction transaction, Incoming message, IReadOnlyList<byte[]> keys)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        return DedupKeys.Claim(transaction, keys, now) ? InboxTable.Insert(transaction, message, worker.Admits ? holder : null, now) : null;
    }
}
