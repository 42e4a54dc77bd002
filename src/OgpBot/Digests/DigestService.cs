using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OgpBot.Storage;

namespace OgpBot.Digests;

/// <summary>Notices what is new and what is due. A look that finds nothing reads the catalog file's date and one index.</summary>
public sealed partial class DigestService(
    BotDatabase database, StateWriter writer, CatalogChanges changes, DigestDispatch dispatch, DigestMetrics metrics, TimeProvider time, ILogger<DigestService> log) : BackgroundService
{
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    // What changes together is told together.
    private static readonly TimeSpan Gathering = TimeSpan.FromSeconds(20);

    private static readonly TimeSpan BetweenCounts = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan BetweenCleanings = TimeSpan.FromHours(1);

    private const int Page = 500;

    private DateTimeOffset cleaned;
    private DateTimeOffset counted;
    private bool woken;

    /// <summary>The first catalog is learnt before anything can be imported into it: what comes afterwards is news.</summary>
    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!await TryAsync(changes.LearnFirstAsync, cancellationToken))
        {
            LogLate(log);
        }

        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Round, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            timer.Period = await TryAsync(RoundAsync, stoppingToken) ? Round : AfterFailure;
        }
    }

    /// <summary>What the service does every second.</summary>
    internal async Task RoundAsync(CancellationToken cancellationToken)
    {
        if (await changes.LearnAsync(cancellationToken) || !woken)
        {
            var due = (time.GetUtcNow() + Gathering).ToUnixTimeMilliseconds();
            await writer.RecordAsync(transaction => DigestTable.WakeAtOnce(transaction, due), cancellationToken);
            woken = true;
        }

        await ResumeAsync(cancellationToken);
        await dispatch.DispatchAsync(cancellationToken);
        await dispatch.TellBrokenAsync(cancellationToken);
        var now = time.GetUtcNow();
        // A clock that is set back must not stop either.
        if ((now - counted).Duration() >= BetweenCounts)
        {
            counted = now;
            await using var connection = await database.ReadAsync(cancellationToken);
            metrics.Saw(await DigestTable.CountAsync(connection, cancellationToken));
        }

        if ((now - cleaned).Duration() >= BetweenCleanings)
        {
            cleaned = now;
            await changes.TidyAsync(cancellationToken);
            await BringBackAsync(cancellationToken);
        }
    }

    /// <summary>Pauses that were to end on a day.</summary>
    private async Task ResumeAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        await using var connection = await database.ReadAsync(cancellationToken);
        if (await DigestTable.HasEndedPauseAsync(connection, now.ToUnixTimeMilliseconds(), cancellationToken))
        {
            await writer.RecordAsync(transaction => SubscriptionTable.ResumeEnded(transaction, now, Page), cancellationToken);
        }
    }

    /// <summary>A clock that was far ahead for a while has put subscriptions off for as long.</summary>
    private async Task BringBackAsync(CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        IReadOnlyList<Subscription> waiting = [];
        do
        {
            var after = waiting.Count == 0 ? 0 : waiting[^1].Id;
            await using (var connection = await database.ReadAsync(cancellationToken))
            {
                waiting = await DigestTable.WaitingAsync(connection, now.ToUnixTimeMilliseconds(), after, Page, cancellationToken);
            }

            foreach (var subscription in waiting.Where(subscription => Schedule.IsTooFar(subscription.Cadence, subscription.NextDue!.Value, now)))
            {
                await writer.RecordAsync(transaction => DigestTable.Delay(transaction, subscription, Schedule.Next(subscription.Cadence, now)!.Value), cancellationToken);
            }
        }
        while (waiting.Count == Page);
    }

    /// <summary>Whatever goes wrong, questions are still answered, and the next look may succeed.</summary>
    private async Task<bool> TryAsync(Func<CancellationToken, Task> look, CancellationToken cancellationToken)
    {
        try
        {
            await look(cancellationToken);
            return true;
        }
        catch (Exception reason) when (!cancellationToken.IsCancellationRequested)
        {
            LogFailed(log, reason);
            return false;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "News could not be looked for")]
    private static partial void LogFailed(ILogger logger, Exception reason);

    [LoggerMessage(2, LogLevel.Warning, "The first catalog is learnt later: what is imported before that is no news")]
    private static partial void LogLate(ILogger logger);
}
