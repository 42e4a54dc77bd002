using System.Diagnostics;
using System.Globalization;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Traffic on a host that is killed again and again while its platforms fail, and what came of it.</summary>
internal sealed class ChaosRun(ChaosPlan plan, StandIns standIns, string folder, Action<string> tell)
{
    private const int Repeated = 50;

    // After this nothing more can happen by itself: the longest break of a circuit and the longest silence are shorter.
    private static readonly TimeSpan Stillness = TimeSpan.FromSeconds(60);

    private readonly Random random = new(plan.Seed);
    private readonly StateFile state = new(folder);
    private readonly List<string> log = [];
    private readonly string metrics = $"http://127.0.0.1:{HostProcess.FreePort()}";
    private readonly Crowd crowd = new(AskerOf(plan, standIns.Address), plan.Clients, plan.Seed + 2);

    /// <summary>Everything that a promise says should not be.</summary>
    public List<string> Problems { get; } = [];

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var begun = Stopwatch.GetTimestamp();
        tell($"seed {plan.Seed}: {plan.Kills} kills, {plan.Messages} messages");
        standIns.Weather(Weather.Changeable);
        for (var kill = 1; kill <= plan.Kills; kill++)
        {
            await LiveAsync(kill, cancellationToken);
            tell($"{Elapsed(begun)}: kill {kill}, {crowd.Acknowledged} acknowledged, {standIns.Ledger.Entries.Count} messages sent");
        }

        tell($"{Elapsed(begun)}: {plan.Kills} kills survived, {crowd.Acknowledged} acknowledged; the rest is delivered in peace");
        await using (var host = await StartAsync(cancellationToken))
        {
            await FinishAsync(host, begun, cancellationToken);
        }

        Judge(begun);
    }

    private static Func<int, Question> AskerOf(ChaosPlan plan, Uri service)
    {
        var teams = new TeamsTraffic(service);
        return number => number % 2 == 0 ? SlackTraffic.Ask(number / 2, plan.Channels) : teams.Ask(number / 2, plan.Chats);
    }

    /// <summary>From a start to a kill.</summary>
    private async Task LiveAsync(int kill, CancellationToken cancellationToken)
    {
        await using var host = await StartAsync(cancellationToken);
        using var death = new CancellationTokenSource();
        crowd.Repeat(Repeated);
        var work = crowd.WorkAsync(host.Client, () => plan.Messages, death.Token);
        var due = plan.Messages * (long)kill / (plan.Kills + 1);
        do
        {
            await Task.Delay(random.Next(300, 1_500), cancellationToken);
        }
        while (crowd.Acknowledged < due && host.Failure is null);

        if (host.Failure is { } failure)
        {
            Problems.Add($"the host ended by itself: {failure}");
        }

        await host.KillAsync();
        await death.CancelAsync();
        await work;
        log.AddRange(host.Lines);
        if (state.QuickCheck() is var check and not "ok")
        {
            Problems.Add($"after kill {kill} bot.db says: {check}");
        }
    }

    private async Task FinishAsync(HostProcess host, long begun, CancellationToken cancellationToken)
    {
        using var death = new CancellationTokenSource();
        var started = TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds();
        crowd.Repeat(Repeated);
        var work = crowd.WorkAsync(host.Client, () => plan.Messages, death.Token);
        await UntilAsync(() => crowd.Acknowledged >= plan.Messages && crowd.Left == 0, () => crowd.Exchanges.Count, cancellationToken);
        await death.CancelAsync();
        await work;
        tell($"{Elapsed(begun)}: {crowd.Acknowledged} acknowledged");
        await UntilAsync(() => state.Unfinished == 0, () => (int)state.Count("outbox where ended_at is not null"), cancellationToken);
        tell($"{Elapsed(begun)}: drained");
        await JudgeMetricsAsync(started, cancellationToken);
        if (await host.StopAsync(cancellationToken) is var code and not 0)
        {
            Problems.Add($"the last stop ended with {code}");
        }

        log.AddRange(host.Lines);
    }

    /// <summary>Gives up when nothing moves any more.</summary>
    private static async Task UntilAsync(Func<bool> done, Func<int> progress, CancellationToken cancellationToken)
    {
        var (last, since) = (-1, Stopwatch.GetTimestamp());
        while (!done())
        {
            if (progress() is var now && now != last)
            {
                (last, since) = (now, Stopwatch.GetTimestamp());
            }
            else if (Stopwatch.GetElapsedTime(since) > Stillness)
            {
                return;
            }

            await Task.Delay(100, cancellationToken);
        }
    }

    /// <summary>The counters of the last life against its rows.</summary>
    private async Task JudgeMetricsAsync(long started, CancellationToken cancellationToken)
    {
        var counted = await Figures.ReadAsync(metrics, cancellationToken);
        foreach (var ended in (string[])["sent", "unknown"])
        {
            var rows = state.Count(string.Create(CultureInfo.InvariantCulture, $"outbox where state = '{ended}' and ended_at > {started - 10_000}"));
            var figure = counted.Sum("ogpbot_outbox_ended", $"state=\"{ended}\"");
            if (figure > rows || figure < rows - state.Count(string.Create(CultureInfo.InvariantCulture, $"outbox where state = '{ended}' and ended_at between {started - 10_000} and {started}")))
            {
                Problems.Add($"the metric counts {figure} {ended}, the rows are {rows}");
            }
        }
    }

    private Task<HostProcess> StartAsync(CancellationToken cancellationToken) =>
        HostProcess.StartAsync(folder, cancellationToken, [.. standIns.Settings, "--Metrics:Url", metrics]);

    private void Judge(long begun)
    {
        var verdict = new Verdict(crowd.Questions, standIns.Ledger, state);
        Problems.AddRange(verdict.Problems);
        var told = log.Where(line => line.Contains(": unknown (", StringComparison.Ordinal)).ToArray();
        var untold = verdict.Unknown.Where(row => !told.Any(line => line.Contains(row.Reference, StringComparison.Ordinal)));
        Problems.AddRange(untold.Select(row => $"unknown, and no line in the log: {row.Reference}"));
        foreach (var status in crowd.Exchanges.GroupBy(exchange => exchange.Status).OrderByDescending(group => group.Count()))
        {
            tell($"deliveries that got {(status.Key is { } code ? (int)code : "no answer")}: {status.Count()}");
        }

        foreach (var call in standIns.Ledger.Calls.OrderBy(call => call.Key, StringComparer.Ordinal))
        {
            tell($"calls {call.Key}: {call.Value}");
        }

        tell(string.Create(CultureInfo.InvariantCulture, $"{Elapsed(begun)}: {plan.Kills} kills, {crowd.Acknowledged} acknowledged, {verdict.Sent} sent, {verdict.Unknown.Count} unknown ({verdict.UnknownButShown} of them shown; {verdict.Cut} cut off by a kill, {verdict.CutBeforeLeaving} before they left; {told.Length} lines), {Problems.Count} problems"));
    }

    private static string Elapsed(long begun) => string.Create(CultureInfo.InvariantCulture, $"{Stopwatch.GetElapsedTime(begun).TotalSeconds,6:0.0} s");
}
