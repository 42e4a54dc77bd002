using System.Diagnostics;
using System.Net;

namespace OgpBot.EndToEndTests.Faults;

[Collection(nameof(Alone))]
public sealed class GracefulStopTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_stop_under_load_finishes_what_has_begun_and_refuses_the_rest()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal to send.");
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(1_000);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 500, TimeSpan.FromSeconds(30), cancellationToken);

        var begun = Stopwatch.GetTimestamp();
        var code = await stage.Host.StopAsync(cancellationToken);
        var took = Stopwatch.GetElapsedTime(begun);
        await stage.EndAsync();
        var failed = stage.Crowd.Exchanges.Where(exchange => exchange.Status is not HttpStatusCode.OK).ToArray();

        Assert.Equal(0, code);
        Assert.InRange(took, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.DoesNotContain(failed, exchange => exchange.Begun < begun);
        // Refused, or sent into a connection that was being closed: what HTTP/1.1 cannot tell apart from one that is alive.
        Assert.All(failed, exchange => Assert.Contains(exchange.Trouble, (string?[])[nameof(HttpRequestError.ConnectionError), nameof(HttpRequestError.ResponseEnded)]));
        Assert.Equal("ok", stage.State.QuickCheck());
    }

    [Fact]
    public async Task What_a_stop_leaves_is_answered_after_the_next_start()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such signal to send.");
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(1_000);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 300, TimeSpan.FromSeconds(30), cancellationToken);
        await stage.Host.StopAsync(cancellationToken);
        await stage.EndAsync();

        await stage.StartHostAsync(cancellationToken);
        stage.Begin(0);
        var problems = await stage.FinishAsync(cancellationToken);

        Assert.Empty(problems);
    }
}
