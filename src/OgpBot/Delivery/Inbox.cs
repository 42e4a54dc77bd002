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
            var stored = await worker.AnswerAtOnceAsync(message, cancellationToken) is { } answer
                ? await writer.WriteAsync(transaction => Store(transaction, message, answer, keys), reply => worker.Settle(answer, reply), cancellationToken) is not null
                : await writer.WriteAsync(transaction => Store(transaction, message, keys), worker.Take, cancellationToken) is not null;
            return stored ? Acceptance.Stored : Acceptance.Duplicate;
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

    private OutboxItem? Store(StateTransaction transaction, Incoming message, ReadyAnswer answer, IReadOnlyList<byte[]> keys)
    {
        var now = time.GetUtcNow().ToUnixTimeMilliseconds();
        if (!DedupKeys.Claim(transaction, keys, now))
        {
            return null;
        }

        InboxTable.InsertAnswered(transaction, message, now);
        return worker.Store(transaction, answer, now);
    }
}
