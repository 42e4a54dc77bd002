using System.Security.Cryptography;
using Microsoft.Extensions.Logging;
using OgpBot.Conversations;
using OgpBot.Storage;
using OgpBot.Texts;

namespace OgpBot.Delivery;

/// <summary>Asks the bot about accepted messages, in order within a conversation, and hands its replies to the outbox.</summary>
public sealed partial class InboxWorker : IDisposable
{
    // After this a person is shown that the answer is on its way.
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(700);

    // A few kilobytes each at most.
    private const int MostInMemory = 20_000;

    private static readonly TimeSpan LongestAnswer = TimeSpan.FromSeconds(30);

    private readonly Bot bot;
    private readonly StateWriter writer;
    private readonly OutboxWorker outbox;
    private readonly Leaseholder holder;
    private readonly DeliveryOptions options;
    private readonly DeliveryMetrics metrics;
    private readonly TimeProvider time;
    private readonly ILogger<InboxWorker> log;
    private readonly Lanes<InboxItem> lanes;
    private readonly SemaphoreSlim answering = new(2 * Environment.ProcessorCount);
    private readonly CancellationTokenSource stopping = new();

    public InboxWorker(
        Bot bot, StateWriter writer, OutboxWorker outbox, Leaseholder holder, DeliveryOptions options, DeliveryMetrics metrics, TimeProvider time, ILogger<InboxWorker> log)
    {
        (this.bot, this.writer, this.outbox, this.holder, this.options, this.metrics, this.time, this.log) = (bot, writer, outbox, holder, options, metrics, time, log);
        lanes = new(WorkAsync, (item, reason) => LogLost(log, item.Id, reason));
    }

    /// <summary>Messages that wait for an answer or are being answered.</summary>
    public int Waiting => lanes.Count;

    /// <summary>False: what comes now waits on disk.</summary>
    internal bool Admits => Backlog.Admits(Waiting);

    internal Backlog Backlog { get; } = new(MostInMemory);

    /// <summary>
    /// The answer to a message that is still to be stored, where it is known already and nothing in its conversation comes before it; else null, and it is answered
    /// after it was acknowledged. End it by <see cref="Settle"/>.
    /// </summary>
    internal async Task<ReadyAnswer?> AnswerAtOnceAsync(Incoming message, CancellationToken cancellationToken)
    {
        var lane = LaneOf(message.Utterance.Address);
        if (stopping.IsCancellationRequested || !Admits || !lanes.TryReserve(lane))
        {
            return null;
        }

        try
        {
            if (await bot.KnownAnswerAsync(message.Utterance, cancellationToken) is var (reply, remember))
            {
                var draft = outbox.Draft(AnswerTo(message, reply));
                return new(draft, outbox.Reserve(draft), remember, lane);
            }
        }
        catch (Exception reason)
        {
            // It is asked again once it is stored: only what is on disk may fail.
            LogNotAtOnce(log, reason.GetType().Name);
        }

        lanes.Release(lane);
        return null;
    }

    /// <returns>The stored reply.</returns>
    internal OutboxItem Store(StateTransaction transaction, ReadyAnswer answer, long now)
    {
        answer.Remember?.Invoke(transaction);
        return StoreReply(transaction, answer.Draft, answer.Turn, now);
    }

    /// <param name="stored">Null: neither the message nor its answer was stored.</param>
    internal void Settle(ReadyAnswer answer, OutboxItem? stored)
    {
        if (stored is not null)
        {
            outbox.Take(stored);
            metrics.Answered(answer.Draft.Message.Address.Channel);
        }
        else if (answer.Turn is { } turn)
        {
            outbox.Release(turn, answer.Draft);
        }

        lanes.Release(answer.Lane);
    }

    /// <param name="item">Null: there is nothing to do.</param>
    internal void Take(InboxItem? item)
    {
        if (item is null or { IsLeft: true } || stopping.IsCancellationRequested)
        {
            // It is on disk; the service or the next start takes it.
            return;
        }

        if (TimeSpan.FromMilliseconds(item.DueAt - Now()) is { Ticks: > 0 } wait)
        {
            _ = Fault.AfterAsync(wait, () => Take(item with { DueAt = 0 }), time, stopping.Token);
            return;
        }

        lanes.Add(LaneOf(item.Message.Utterance.Address), item);
    }

    /// <summary>Finishes what is being answered; what still waits stays on disk.</summary>
    internal async Task StopAsync()
    {
        await stopping.CancelAsync();
        await lanes.DrainAsync();
    }

    public void Dispose()
    {
        stopping.Dispose();
        answering.Dispose();
    }

    private async Task WorkAsync(InboxItem item)
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        try
        {
            var message = item.Message;
            var (reply, remember) = await AnswerAsync(message);
            await HandOverAsync(AnswerTo(message, reply), (transaction, now) =>
            {
                remember?.Invoke(transaction);
                return InboxTable.Close(transaction, item.Id, holder, now);
            });
            metrics.Answered(message.Utterance.Address.Channel);
        }
        catch (Exception reason)
        {
            // Whatever it is, the messages behind this one do not wait for it.
            await FailAsync(item with { Tries = item.Tries + 1 }, reason);
        }
    }

    private async Task<(Reply Reply, Func<StateTransaction, int>? Remember)> AnswerAsync(Incoming message)
    {
        await answering.WaitAsync(CancellationToken.None);
        try
        {
            using var patience = new CancellationTokenSource(LongestAnswer, time);
            var answer = bot.AnswerToStoreAsync(message.Utterance, patience.Token);
            if (!answer.IsCompleted && await Task.WhenAny(answer, Task.Delay(Slow, time, patience.Token)) != answer)
            {
                await outbox.ShowTypingAsync(message.Utterance.Address, message.Route, patience.Token);
            }

            return await answer;
        }
        finally
        {
            answering.Release();
        }
    }

    /// <summary>The reply is stored in the transaction that settles its message, so that neither is without the other.</summary>
    private async Task HandOverAsync(Outgoing outgoing, Func<StateTransaction, long, bool> settle)
    {
        var draft = outbox.Draft(outgoing);
        var turn = outbox.Reserve(draft);
        OutboxItem? stored = null;
        try
        {
            stored = await writer.RecordAsync(
                transaction =>
                {
                    var now = Now();
                    return settle(transaction, now) ? StoreReply(transaction, draft, turn, now) : null;
                },
                CancellationToken.None);
        }
        finally
        {
            if (stored is null && turn is not null)
            {
                outbox.Release(turn, draft);
            }
        }

        if (stored is not null)
        {
            outbox.Take(stored);
        }
    }

    private OutboxItem StoreReply(StateTransaction transaction, OutboxDraft draft, Turn? turn, long now) =>
        OutboxTable.Insert(transaction, draft, turn is not null || outbox.Admits ? holder : null, now, turn);

    private static Outgoing AnswerTo(Incoming message, Reply reply) => new(message.Utterance.Address, message.Route, reply, MessageClass.Answer, message.Replaces);

    private async Task FailAsync(InboxItem item, Exception reason)
    {
        if (item.Tries >= options.Tries)
        {
            await BuryAsync(item, reason);
            return;
        }

        LogFailed(log, item.Id, item.Tries, reason);
        var later = item with { DueAt = Now() + (long)Fault.Wait(item.Tries).TotalMilliseconds };
        await writer.RecordAsync(transaction => InboxTable.PutOff(transaction, later, holder), CancellationToken.None);
        Take(later);
    }

    /// <summary>A dead letter is never silent: who asked is told, with the reference that the log and the operator have.</summary>
    private async Task BuryAsync(InboxItem item, Exception reason)
    {
        var reference = RandomNumberGenerator.GetHexString(10, lowercase: true);
        LogBuried(log, item.Id, reference, reason);
        metrics.Died(item.Message.Utterance.Address.Channel);
        var language = item.Message.Utterance.Preferred ?? Language.English;
        var sorry = new Reply(DeliveryTexts.In(language).Sorry(reference)) { Intent = "apologise", Language = language };
        var apology = new Outgoing(item.Message.Utterance.Address, item.Message.Route, sorry, MessageClass.Notice, item.Message.Replaces);
        await HandOverAsync(apology, (transaction, now) => InboxTable.Bury(transaction, item, reference, reason.GetType().Name, holder, now));
    }

    private long Now() => time.GetUtcNow().ToUnixTimeMilliseconds();

    private static string LaneOf(Address address) => $"{address.Channel}\0{address.Tenant}\0{address.Conversation}";

    [LoggerMessage(1, LogLevel.Warning, "Message {Id} could not be answered, try {Try}")]
    private static partial void LogFailed(ILogger logger, long id, int @try, Exception reason);

    [LoggerMessage(4, LogLevel.Debug, "A message is answered after it was stored ({Reason})")]
    private static partial void LogNotAtOnce(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Critical, "Message {Id} is out of hand until the next start")]
    private static partial void LogLost(ILogger logger, long id, Exception reason);

    [LoggerMessage(2, LogLevel.Error, "Message {Id} is a dead letter now, reference {Reference}")]
    private static partial void LogBuried(ILogger logger, long id, string reference, Exception reason);
}
