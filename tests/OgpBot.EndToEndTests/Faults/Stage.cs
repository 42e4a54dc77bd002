using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>A host between its stand-ins, with a steady stream of messages.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly string folder;
    private CancellationTokenSource end = new();
    private readonly string metrics = $"http://127.0.0.1:{HostProcess.FreePort()}";
    private readonly string[] prefix;
    private long begun;
    private int already;
    private double perSecond;
    private Task work = Task.CompletedTask;
    private HostProcess? host;

    private Stage(string folder, string[] prefix, StandIns standIns)
    {
        (this.folder, this.prefix, StandIns) = (folder, prefix, standIns);
        var teams = new TeamsTraffic(standIns.Address);
        Crowd = new(number => number % 2 == 0 ? SlackTraffic.Ask(number / 2, places: 1_000) : teams.Ask(number / 2, places: 1_000), clients: 16, seed: 1);
        State = new(folder);
    }

    public StandIns StandIns { get; }

    public HostProcess Host => host!;

    public Crowd Crowd { get; }

    public StateFile State { get; }

    /// <param name="prefix">A program that runs the host and watches it.</param>
    public static async Task<Stage> OpenAsync(string folder, CancellationToken cancellationToken, params string[] prefix)
    {
        var stage = new Stage(folder, prefix, await StandIns.StartAsync(seed: 1, cancellationToken));
        await stage.StartHostAsync(cancellationToken);
        return stage;
    }

    public async Task StartHostAsync(CancellationToken cancellationToken) =>
        host = await HostProcess.StartUnderAsync(prefix, folder, cancellationToken, [.. StandIns.Settings, "--Metrics:Url", metrics]);

    /// <summary>Messages begin to come, so many in a second.</summary>
    public void Begin(double rate)
    {
        (perSecond, begun, already) = (rate, Stopwatch.GetTimestamp(), Crowd.Questions.Count);
        work = Crowd.WorkAsync(Host.Client, () => already + (int)(Stopwatch.GetElapsedTime(begun).TotalSeconds * perSecond), end.Token);
    }

    /// <summary>Nothing comes any more until the next beginning.</summary>
    public async Task EndAsync()
    {
        Pause();
        await end.CancelAsync();
        await work;
        end.Dispose();
        end = new();
    }

    /// <summary>No new ones come; those that were not acknowledged still do.</summary>
    public void Pause() => (perSecond, already) = (0, Crowd.Questions.Count);

    /// <summary>Waits until everything is acknowledged and answered.</summary>
    /// <returns>What was promised and not kept.</returns>
    public async Task<IReadOnlyList<string>> FinishAsync(CancellationToken cancellationToken)
    {
        Pause();
        await UntilAsync(() => Crowd.Left == 0, TimeSpan.FromSeconds(60), cancellationToken);
        await UntilAsync(() => State.Unfinished == 0, TimeSpan.FromSeconds(120), cancellationToken);
        return new Verdict(Crowd.Questions, StandIns.Ledger, State).Problems;
    }

    public Task<Figures> FiguresAsync(CancellationToken cancellationToken) => Figures.ReadAsync(metrics, cancellationToken);

    /// <returns>How long it took; the patience when it did not happen.</returns>
    public static async Task<TimeSpan> UntilAsync(Func<bool> done, TimeSpan patience, CancellationToken cancellationToken)
    {
        var since = Stopwatch.GetTimestamp();
        while (!done() && Stopwatch.GetElapsedTime(since) < patience)
        {
            await Task.Delay(20, cancellationToken);
        }

        return Stopwatch.GetElapsedTime(since);
    }

    public async ValueTask DisposeAsync()
    {
        await EndAsync();
        await (host?.DisposeAsync() ?? ValueTask.CompletedTask);
        await StandIns.DisposeAsync();
        end.Dispose();
    }
}
