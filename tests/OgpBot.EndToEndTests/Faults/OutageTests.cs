using System.Diagnostics;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>The platforms take nothing for a while.</summary>
[Collection(nameof(Alone))]
public sealed class OutageTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(5)]
    [InlineData(60, Explicit = true)]
    public async Task Acknowledgements_go_on_and_everything_is_said_within_a_minute_after_it(int seconds)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(40);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 80, TimeSpan.FromSeconds(30), cancellationToken);
        var healthy = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);

        stage.StandIns.Weather(Weather.Only(Fault.Unavailable));
        var outage = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
        stage.StandIns.Weather(Weather.Fair);
        var over = Stopwatch.GetTimestamp();
        stage.Pause();
        await Stage.UntilAsync(() => stage.Crowd.Left == 0, TimeSpan.FromSeconds(30), cancellationToken);
        var drained = await Stage.UntilAsync(() => stage.State.Unfinished == 0, TimeSpan.FromSeconds(120), cancellationToken);
        var problems = await stage.FinishAsync(cancellationToken);

        var (before, during) = (Percentile99(stage, healthy, outage), Percentile99(stage, outage, over));
        TestContext.Current.TestOutputHelper?.WriteLine($"p99 of acknowledgements: {before.TotalMilliseconds:0.0} ms before, {during.TotalMilliseconds:0.0} ms during an outage of {seconds} s; drained {drained.TotalSeconds:0.0} s after it");
        Assert.DoesNotContain(stage.Crowd.Exchanges, exchange => exchange.Status is not System.Net.HttpStatusCode.OK);
        Assert.InRange(drained, TimeSpan.Zero, TimeSpan.FromSeconds(60));
        Assert.Empty(stage.StandIns.Ledger.Avoidable);
        Assert.Empty(problems);
    }

    private static TimeSpan Percentile99(Stage stage, long from, long to)
    {
        var took = stage.Crowd.Exchanges.Where(exchange => exchange.Begun >= from && exchange.Begun < to).Select(exchange => exchange.Took).Order().ToArray();
        return took[took.Length * 99 / 100];
    }
}
