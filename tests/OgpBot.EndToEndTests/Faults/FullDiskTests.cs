using System.Diagnostics;
using System.Net;

namespace OgpBot.EndToEndTests.Faults;

[Collection(nameof(Alone))]
public sealed class FullDiskTests
{
    [Fact]
    public async Task New_messages_are_refused_while_people_can_still_ask_and_all_is_well_again_when_there_is_space()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var disk = FullDisk.Mount(megabytes: 24);
        Assert.SkipWhen(disk is null, "A small file system cannot be mounted by this user.");
        await using var stage = await Stage.OpenAsync(disk.Path, cancellationToken);
        stage.Begin(30);
        await Stage.UntilAsync(() => stage.Crowd.Acknowledged > 30, TimeSpan.FromSeconds(30), cancellationToken);

        // Again and again, since a checkpoint gives a little back.
        disk.Fill();
        var full = Stopwatch.GetTimestamp();
        await Stage.UntilAsync(
            () =>
            {
                disk.Fill();
                return stage.Crowd.Exchanges.Any(exchange => exchange.Status is HttpStatusCode.ServiceUnavailable);
            },
            TimeSpan.FromSeconds(20),
            cancellationToken);
        var refusing = Stopwatch.GetTimestamp();
        await Task.Delay(TimeSpan.FromSeconds(2), cancellationToken);
        var ready = await StatusAsync(stage, "/readyz", cancellationToken);
        var page = await StatusAsync(stage, "/", cancellationToken);
        var answer = await stage.Host.AskAsync("still", "PE0062", cancellationToken);
        disk.Free();
        var freed = Stopwatch.GetTimestamp();
        var recovery = await Stage.UntilAsync(
            () => stage.Crowd.Exchanges.Any(exchange => exchange.Begun > freed && exchange.Status is HttpStatusCode.OK), TimeSpan.FromSeconds(20), cancellationToken);
        var readyAgain = await Stage.UntilAsync(() => StatusAsync(stage, "/readyz", cancellationToken).GetAwaiter().GetResult() is HttpStatusCode.OK, TimeSpan.FromSeconds(20), cancellationToken);
        var problems = await stage.FinishAsync(cancellationToken);

        // What was still under way when there was space again may have found it.
        var meanwhile = stage.Crowd.Exchanges.Where(exchange => exchange.Begun > refusing && Stopwatch.GetElapsedTime(exchange.Begun, freed) > exchange.Took).ToArray();
        Assert.NotEmpty(meanwhile);
        Assert.All(meanwhile, exchange => Assert.Equal(HttpStatusCode.ServiceUnavailable, exchange.Status));
        Assert.All(stage.Crowd.Exchanges.Where(exchange => exchange.Begun > full), exchange => Assert.Contains(exchange.Status, (HttpStatusCode?[])[HttpStatusCode.OK, HttpStatusCode.ServiceUnavailable]));
        Assert.InRange(meanwhile.Max(exchange => exchange.Took), TimeSpan.Zero, TimeSpan.FromSeconds(2.5));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.OK), (ready, page));
        Assert.Equal("PE0062", (string?)answer["items"]![0]!["id"]);
        Assert.InRange(recovery + readyAgain, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        Assert.Empty(problems);
        Assert.Equal("ok", stage.State.QuickCheck());
    }

    private static async Task<HttpStatusCode> StatusAsync(Stage stage, string path, CancellationToken cancellationToken)
    {
        using var response = await stage.Host.Client.GetAsync(path, cancellationToken);
        return response.StatusCode;
    }
}
