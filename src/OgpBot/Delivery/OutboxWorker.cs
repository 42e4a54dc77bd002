using Microsoft.Extensions.Logging;
using OgpBot.Conversations;

namespace OgpBot.Delivery;

/// <summary>Sends what lies in the outbox, in order within a place.</summary>
public sealed partial class OutboxWorker : IDisposable
{
    // A stop waits so long for platforms to answer.
    private static readonly TimeSpan LastRequests = TimeSpan.FromSeconds(5);

    // Replies are large: some 50 MB.
    private const int MostInMemory = 8_000;

    private readonly Dictionary<string, Traffic> traffic;
    private readonly OutboxLedger ledger;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;
    private readonly ILogger<OutboxWorker> log;
    private readonly Lanes<OutboxItem> lanes;
    private readonly CancellationTokenSource stopping = new();
    private readonly CancellationTokenSource stopped = new();

    public OutboxWorker(IEnumerable<IChannel> channels, OutboxLedger ledger, DeliveryOptions options, TimeProvider time, ILogger<OutboxWorker> log)
    {
        (this.ledger, this.options, this.time, this.log) = (ledger, options, time, log);
        traffic = channels.ToDictionary(channel => channel.Name, channel => new Traffic(channel, ledger, options, time));
        lanes = new(WorkAsync, (item, reason) => LogLost(log, item.Message.Reference, reason));
    }

    /// <summary>Replies that wait or are being sent.</summary>
    public int Waiting => lanes.Count;

    internal Backlog Backlog { get; } = new(MostInMemory);

    /// <summary>False: what comes now waits on disk.</summary>
    internal bool Admits => Backlog.Admits(Waiting);

    internal OutboxDraft Draft(Outgoing message) =>
        OutboxDraft.Of(message, traffic.TryGetValue(message.Address.Channel, out var found) ? found.Channel.PlaceOf(message) : message.Address.Conversation);

    /// <summary>
    /// The turn of a reply that may leave the moment that it is on disk, ahead of all that come to its place later; null when it has to wait.
    /// End it by <see cref="Take"/> or <see cref="Release"/>.
    /// </summary>
    internal Turn? Reserve(OutboxDraft draft)
    {
        if (stopping.IsCancellationRequested || !Admits || !traffic.TryGetValue(draft.Message.Address.Channel, out var found))
        {
            return null;
        }

        var turn = found.TryTake(draft.Message, draft.Place);
        if (turn is not null && !lanes.TryReserve(LaneOf(draft.Message, draft.Place)))
        {
            turn.Dispose();
            return null;
        }

        return turn;
    }

    /// <summary>It was not stored.</summary>
    internal void Release(Turn turn, OutboxDraft draft)
    {
        turn.Dispose();
        lanes.Release(LaneOf(draft.Message, draft.Place));
    }

    internal void Take(OutboxItem item)
    {
        var lane = LaneOf(item.Message, item.Place);
        if (item.Leaves is not null)
        {
            lanes.Start(lane, item);
        }
        else if (!item.IsLeft && !stopping.IsCancellationRequested)
        {
            lanes.Add(lane, item);
        }
    }

    internal async Task ShowTypingAsync(Address address, string route, CancellationToken cancellationToken)
    {
        try
        {
            await (traffic.GetValueOrDefault(address.Channel)?.Channel.ShowTypingAsync(address, route, cancellationToken) ?? Task.CompletedTask);
        }
        catch (Exception reason) when (reason is not OperationCanceledException)
        {
            // The answer is what counts.
            LogNoTyping(log, address.Channel, reason.GetType().Name);
        }
    }

    /// <summary>So that the first messages after a start keep the platform's limits together with the last ones before it.</summary>
    internal void Seed(IReadOnlyList<PastSend> sends)
    {
        foreach (var send in sends)
        {
            traffic.GetValueOrDefault(send.Channel)?.Pace.Seed(send.Tenant, send.Place, send.Age);
        }
    }

    /// <summary>Waits for requests under way; what has not left stays on disk.</summary>
    internal async Task StopAsync()
    {
        await stopping.CancelAsync();
        stopped.CancelAfter(LastRequests);
        await lanes.DrainAsync();
    }

    /// <summary>Forgets places where nothing was sent lately.</summary>
    internal void Tidy()
    {
        foreach (var one in traffic.Values)
        {
            one.Pace.Tidy();
        }
    }

    public void Dispose()
    {
        foreach (var one in traffic.Values)
        {
            one.Dispose();
        }

        stopping.Dispose();
        stopped.Dispose();
    }

    private async Task WorkAsync(OutboxItem item)
    {
        try
        {
            if (TimeSpan.FromMilliseconds(item.DueAt - time.GetUtcNow().ToUnixTimeMilliseconds()) is { Ticks: > 0 } wait)
            {
                await Task.Delay(wait, time, stopping.Token);
            }

            if (item.Leaves is null)
            {
                stopping.Token.ThrowIfCancellationRequested();
            }

            if (traffic.TryGetValue(item.Message.Address.Channel, out var found))
            {
                await found.DeliverAsync(item, stopping.Token, stopped.Token);
            }
            else
            {
                await ledger.EndAsync(item, OutboxEnd.Failed("the channel is off"));
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Not sent, and still on disk.
        }
        catch (Exception reason)
        {
            // A fault of ours in shaping this message; the messages behind it do not wait for it.
            await StepAsideAsync(item, reason);
        }
    }

    private static string LaneOf(Outgoing message, string place) => $"{message.Address.Channel}\0{message.Address.Tenant}\0{place}";

    private async Task StepAsideAsync(OutboxItem item, Exception reason)
    {
        var failed = item with { Attempt = item.Attempt + 1, Leaves = null };
        LogFailed(log, item.Message.Reference, failed.Attempt, reason);
        if (failed.Attempt >= options.Tries)
        {
            await ledger.EndAsync(failed, OutboxEnd.Failed(reason.GetType().Name));
            return;
        }

        var wait = Fault.Wait(failed.Attempt);
        var later = await ledger.PutOffAsync(failed, wait, reason.GetType().Name);
        _ = Fault.AfterAsync(wait, () => Take(later with { DueAt = 0 }), time, stopping.Token);
    }

    [LoggerMessage(1, LogLevel.Error, "Reply {Reference} could not be shaped or sent, attempt {Attempt}")]
    private static partial void LogFailed(ILogger logger, string reference, int attempt, Exception reason);

    [LoggerMessage(3, LogLevel.Critical, "Reply {Reference} is out of hand until the next start")]
    private static partial void LogLost(ILogger logger, string reference, Exception reason);

    [LoggerMessage(2, LogLevel.Debug, "No typing indicator on {Channel} ({Reason})")]
    private static partial void LogNoTyping(ILogger logger, string channel, string reason);
}
