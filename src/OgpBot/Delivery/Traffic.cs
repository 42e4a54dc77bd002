using System.Collections.Concurrent;
using Polly;
using Polly.Retry;

namespace OgpBot.Delivery;

/// <summary>Everything on its way to one platform: within its limits, no more at a time than it bears, and not at all while it is out of order.</summary>
internal sealed class Traffic : IDisposable
{
    private static readonly ResiliencePropertyKey<Trip> Travelling = new("trip");

    // When the platform asked for none.
    private static readonly TimeSpan FirstWait = TimeSpan.FromMilliseconds(500);

    // Messages under way beyond which none is stored as begun: a process that dies leaves an unknown outcome of each that is, sent or not.
    private const int MostAtOnce = 4;

    private readonly OutboxLedger ledger;
    private readonly DeliveryOptions options;
    private readonly TimeProvider time;
    private readonly SemaphoreSlim requests;
    private readonly ResiliencePipeline<Outcome> again;
    private readonly ResiliencePipeline<Outcome> search;
    private readonly ConcurrentDictionary<string, Circuit> circuits = new(StringComparer.Ordinal);

    public Traffic(IChannel channel, OutboxLedger ledger, DeliveryOptions options, TimeProvider time)
    {
        (Channel, this.ledger, this.options, this.time) = (channel, ledger, options, time);
        Pace = new(channel.Limits, time);
        requests = new(options.ConcurrentSends);
        again = new ResiliencePipelineBuilder<Outcome> { TimeProvider = time }.AddRetry(UntilTaken()).Build();
        search = new ResiliencePipelineBuilder<Outcome> { TimeProvider = time }.AddRetry(new()
        {
            MaxRetryAttempts = 3,
            Delay = TimeSpan.FromSeconds(1),
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Result is Outcome.Unknown),
        }).Build();
    }

    public IChannel Channel { get; }

    public Pace Pace { get; }

    /// <summary>The turn of a message that could leave this moment; null when it would have to wait.</summary>
    public Turn? TryTake(Outgoing message, string place)
    {
        if (CircuitOf(message).IsOpen || options.ConcurrentSends - requests.CurrentCount >= MostAtOnce || !requests.Wait(0))
        {
            return null;
        }

        var turn = Pace.TryTake(message.Address.Tenant, place);
        if (turn is null)
        {
            requests.Release();
        }

        return turn?.With(requests);
    }

    /// <summary>Ends when the message was taken, refused or given up.</summary>
    /// <param name="waits">Cancels waiting; a message that has left is not called back.</param>
    /// <param name="requests">Cancels requests under way; their outcome is unknown then.</param>
    /// <exception cref="OperationCanceledException">Not sent; it stays in the outbox.</exception>
    public async Task DeliverAsync(OutboxItem item, CancellationToken waits, CancellationToken requests)
    {
        var trip = new Trip(item, requests);
        if (item.WasSending)
        {
            Pace.Seed(item.Message.Address.Tenant, item.Place, TimeSpan.Zero);
            var found = await SettleAsync(trip, new Outcome.Unknown("the process ended while sending"));
            if (found is not Outcome.Later later)
            {
                await EndAsync(trip, found);
                return;
            }

            trip.PutOff(await ledger.PutOffAsync(item, later.After ?? TimeSpan.Zero, later.Reason));
        }

        if (item.Leaves is { } turn && await LeaveAsync(trip, turn, waits) is { } outcome)
        {
            await EndAsync(trip, outcome);
            return;
        }

        var context = ResilienceContextPool.Shared.Get(waits);
        context.Properties.Set(Travelling, trip);
        try
        {
            await EndAsync(trip, await again.ExecuteAsync(AttemptAsync, context));
        }
        finally
        {
            ResilienceContextPool.Shared.Return(context);
        }
    }

    public void Dispose()
    {
        Pace.Dispose();
        requests.Dispose();
    }

    /// <summary>The first attempt of a message that is on disk as begun, which nothing may hold up any more. Null when there has to be another, after a wait.</summary>
    private async Task<Outcome?> LeaveAsync(Trip trip, Turn taken, CancellationToken waits)
    {
        using (var turn = taken)
        {
            var outcome = await SettleAsync(trip, await CircuitOf(trip.Item.Message).RunAsync(() => SendAsync(trip, turn), CancellationToken.None));
            if (outcome is not Outcome.Later later)
            {
                return outcome;
            }

            trip.PutOff(await ledger.PutOffAsync(trip.Item, WaitAfter(later) ?? FirstWait, later.Reason));
        }

        await Task.Delay(TimeSpan.FromMilliseconds(Math.Max(0, trip.Item.DueAt - time.GetUtcNow().ToUnixTimeMilliseconds())), time, waits);
        return null;
    }

    private async ValueTask<Outcome> AttemptAsync(ResilienceContext context)
    {
        var trip = context.Properties.GetValue(Travelling, null!);
        var message = trip.Item.Message;
        var circuit = CircuitOf(message);
        if (circuit.IsOpen)
        {
            return Circuit.Open;
        }

        using var turn = await EnterAsync(trip, context.CancellationToken);
        return await SettleAsync(trip, await circuit.RunAsync(() => SendAsync(trip, turn), context.CancellationToken));
    }

    private async Task<Turn> EnterAsync(Trip trip, CancellationToken cancellationToken)
    {
        var turn = await Pace.TakeAsync(trip.Item.Message.Address.Tenant, trip.Item.Place, cancellationToken);
        try
        {
            await requests.WaitAsync(cancellationToken);
            return turn.With(requests);
        }
        catch
        {
            turn.Dispose();
            throw;
        }
    }

    private async Task<Outcome> SendAsync(Trip trip, Turn turn)
    {
        if (!trip.IsBegun)
        {
            trip.Begin(await ledger.BeginAsync(trip.Item) ?? throw new OperationCanceledException("Another process has taken the message over."));
        }

        var begun = trip.Item;
        turn.Use();
        return begun.Message.Replaces is { } replaced
            ? await Channel.UpdateAsync(begun.Message, replaced, trip.Requests)
            : await Channel.SendAsync(begun.Message, trip.Requests);
    }

    /// <summary>What to do when nobody knows whether a message arrived, by what it is and what the platform promises.</summary>
    private async Task<Outcome> SettleAsync(Trip trip, Outcome outcome)
    {
        var message = trip.Item.Message;
        if (outcome is not Outcome.Unknown unknown)
        {
            return outcome;
        }

        var promise = Channel.PromiseOf(message);
        return promise.Idempotent || message.Class == MessageClass.Surface ? new Outcome.Later(null, unknown.Reason)
            : promise.Reconcilable && message.Class != MessageClass.Digest ? await search.ExecuteAsync(
                static async (state, token) => await state.Channel.FindAsync(state.message, token), (Channel, message), trip.Requests)
            : unknown;
    }

    private Task EndAsync(Trip trip, Outcome outcome) => ledger.EndAsync(trip.Item, outcome switch
    {
        Outcome.Sent sent => OutboxEnd.Sent(sent.MessageId),
        Outcome.Refused refused => OutboxEnd.Failed(refused.Reason),
        Outcome.Later later => OutboxEnd.Failed($"given up after {options.GiveUpAfterHours} h: {later.Reason}"),
        Outcome.Unknown unknown => OutboxEnd.Unknown(unknown.Reason),
        _ => throw new System.Diagnostics.UnreachableException(),
    });

    private RetryStrategyOptions<Outcome> UntilTaken() => new()
    {
        MaxRetryAttempts = int.MaxValue,
        Delay = FirstWait,
        MaxDelay = TimeSpan.FromSeconds(15),
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = args => ValueTask.FromResult(
            args.Outcome.Result is Outcome.Later && !IsTooOld(args.Context.Properties.GetValue(Travelling, null!))),
        DelayGenerator = static args => ValueTask.FromResult(args.Outcome switch
        {
            { Result: Outcome.Later later } => WaitAfter(later),
            _ => null,
        }),
        OnRetry = async args =>
        {
            // A message that an open circuit held back has not changed.
            var trip = args.Context.Properties.GetValue(Travelling, null!);
            if (args.Outcome.Result is Outcome.Later later && trip.IsBegun)
            {
                trip.PutOff(await ledger.PutOffAsync(trip.Item, args.RetryDelay, later.Reason));
            }
        },
    };

    // Timers and clocks differ by a little; asking too early would be held against us.
    private static TimeSpan? WaitAfter(Outcome.Later later) => later.After + TimeSpan.FromMilliseconds(100);

    private bool IsTooOld(Trip trip) => time.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(trip.Item.CreatedAt) > TimeSpan.FromHours(options.GiveUpAfterHours);

    private Circuit CircuitOf(Outgoing message) => circuits.GetOrAdd($"{Channel.HostOf(message)}\0{message.Address.Tenant}", static (_, time) => new(time), time);

    /// <summary>One message on its way, through all its attempts.</summary>
    private sealed class Trip(OutboxItem item, CancellationToken requests)
    {
        public OutboxItem Item { get; private set; } = item.Leaves is null ? item : item with { Attempt = 1, Leaves = null };

        /// <summary>On disk it is under way: it may have arrived.</summary>
        public bool IsBegun { get; private set; } = item.Leaves is not null;

        public CancellationToken Requests => requests;

        public void Begin(OutboxItem begun) => (Item, IsBegun) = (begun, true);

        public void PutOff(OutboxItem later) => (Item, IsBegun) = (later, false);
    }
}
