using OgpBot.Host.Operations;
using Polly;
using Polly.Retry;

namespace OgpBot.Host.Slack;

/// <summary>
/// Socket Mode: keeps one connection to Slack. When Slack announces its end a second one is opened and has said hello before the first is left; both are
/// served meanwhile, so no event falls in between.
/// </summary>
internal sealed partial class SlackSocketService(
    SlackSocketOpening opening, ChannelHealth health, SlackSocketTiming timing, TimeProvider time, ILogger<SlackSocketService> log) : BackgroundService
{
    /// <summary>Slack allows ten, all hosts of an app together.</summary>
    private const int MostLeaving = 3;

    private readonly Queue<(SlackSocketConnection Connection, Task Left)> leaving = new();
    private SlackSocketConnection? current;

    // When the last connection that was served as it should be got its notice.
    private long since;

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var untilOpen = UntilOpen();
        since = time.GetTimestamp();
        try
        {
            while (true)
            {
                var opened = await untilOpen.ExecuteAsync(async token => await opening.OpenAsync(token), stoppingToken);
                Leave();
                current = opened;
                health.On("on");
                LogConnected(log);
                var reason = await opened.Notice.WaitAsync(stoppingToken);
                since = time.GetTimestamp();
                LogNotice(log, reason);
                await PauseAfterAsync(reason, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            await LeaveAllAsync();
        }
    }

    /// <summary>A refresh is answered at once. The others say that something else is wrong, which opening at once would not mend.</summary>
    private async Task PauseAfterAsync(string reason, CancellationToken cancellationToken)
    {
        switch (reason)
        {
            case "link_disabled":
                health.Failing("Socket Mode was switched off for this app");
                await Task.Delay(timing.SwitchedOff, time, cancellationToken);
                break;
            case "too_many_websockets":
                await Task.Delay(timing.SwitchedOff, time, cancellationToken);
                break;
            case SlackSocketConnection.Lost:
                // All hosts of a network that comes back would ask at the same moment.
                await Task.Delay(timing.Pause * Random.Shared.NextDouble(), time, cancellationToken);
                break;
            default:
                break;
        }
    }

    private ResiliencePipeline<SlackSocketConnection> UntilOpen() => new ResiliencePipelineBuilder<SlackSocketConnection> { TimeProvider = time }
        .AddRetry(new RetryStrategyOptions<SlackSocketConnection>
        {
            ShouldHandle = static args => ValueTask.FromResult(args.Outcome.Exception is SlackSocketRefusedException),
            MaxRetryAttempts = int.MaxValue,
            Delay = timing.Pause,
            MaxDelay = timing.LongestPause,
            BackoffType = DelayBackoffType.Exponential,
            UseJitter = true,
            DelayGenerator = args => ValueTask.FromResult(args.Outcome.Exception is SlackSocketRefusedException { Hopeless: true } ? timing.Hopeless : (args.Outcome.Exception as SlackSocketRefusedException)?.After),
            OnRetry = args =>
            {
                Refused((SlackSocketRefusedException)args.Outcome.Exception!, args.RetryDelay);
                return default;
            },
        })
        .Build();

    private void Refused(SlackSocketRefusedException reason, TimeSpan delay)
    {
        LogRefused(log, reason.Message, delay.TotalSeconds);
        if (reason.Hopeless || time.GetElapsedTime(since) >= timing.Red)
        {
            health.Failing($"no connection to Slack ({reason.Message})");
        }
    }

    private void Leave()
    {
        while (leaving.TryPeek(out var oldest) && (oldest.Left.IsCompleted || leaving.Count >= MostLeaving))
        {
            oldest.Connection.Hurry();
            leaving.Dequeue();
        }

        if (current is { } connection)
        {
            leaving.Enqueue((connection, LeaveAsync(connection)));
            current = null;
        }
    }

    private static async Task LeaveAsync(SlackSocketConnection connection)
    {
        await connection.LeaveAsync();
        connection.Dispose();
    }

    private async Task LeaveAllAsync()
    {
        Leave();
        foreach (var (connection, _) in leaving)
        {
            connection.Hurry();
        }

        await Task.WhenAll(leaving.Select(each => each.Left));
        LogStopped(log);
    }

    [LoggerMessage(1, LogLevel.Information, "Connected to Slack over Socket Mode")]
    private static partial void LogConnected(ILogger logger);

    [LoggerMessage(2, LogLevel.Information, "Another connection to Slack is needed: {Reason}")]
    private static partial void LogNotice(ILogger logger, string reason);

    [LoggerMessage(3, LogLevel.Warning, "No connection to Slack: {Reason}; the next attempt is in {Seconds:0.0} s")]
    private static partial void LogRefused(ILogger logger, string reason, double seconds);

    [LoggerMessage(4, LogLevel.Information, "The connections to Slack are closed; nothing was left unacknowledged that Slack would not send again")]
    private static partial void LogStopped(ILogger logger);
}
