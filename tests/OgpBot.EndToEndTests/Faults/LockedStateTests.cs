using System.Diagnostics;
using System.Net;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Another process holds bot.db.</summary>
[Collection(nameof(Alone))]
public sealed class LockedStateTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Half_a_second_is_waited_for_and_nobody_notices()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(50);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 50, TimeSpan.FromSeconds(30), cancellationToken);

        using (stage.State.Lock())
        {
            await Task.Delay(500, cancellationToken);
        }

        await Task.Delay(500, cancellationToken);
        var problems = await stage.FinishAsync(cancellationToken);

        Assert.All(stage.Crowd.Exchanges, exchange => Assert.Equal(HttpStatusCode.OK, exchange.Status));
        Assert.Empty(problems);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(60, Explicit = true)]
    public async Task Longer_and_the_platforms_are_told_to_come_again_until_it_is_free(int seconds)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var stage = await Stage.OpenAsync(folder.Path, cancellationToken);
        stage.Begin(30);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 30, TimeSpan.FromSeconds(30), cancellationToken);

        long locked, released;
        using (stage.State.Lock())
        {
            locked = Stopwatch.GetTimestamp();
            await Task.Delay(TimeSpan.FromSeconds(seconds), cancellationToken);
            released = Stopwatch.GetTimestamp();
        }

        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var problems = await stage.FinishAsync(cancellationToken);

        var refused = stage.Crowd.Exchanges.Where(exchange => exchange.Status is not HttpStatusCode.OK).ToArray();
        Assert.NotEmpty(refused);
        Assert.All(refused, exchange => Assert.Equal(HttpStatusCode.ServiceUnavailable, exchange.Status));
        Assert.All(refused, exchange => Assert.InRange(exchange.Took, TimeSpan.Zero, TimeSpan.FromSeconds(2.5)));
        var recovery = stage.Crowd.Exchanges.Where(exchange => exchange.Begun > locked && exchange.Status is HttpStatusCode.OK).Min(exchange => Stopwatch.GetElapsedTime(released, exchange.Begun) + exchange.Took);
        Assert.InRange(recovery, TimeSpan.FromSeconds(-1), TimeSpan.FromSeconds(1));
        Assert.Empty(problems);
    }
}
