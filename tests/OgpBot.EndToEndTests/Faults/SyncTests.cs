namespace OgpBot.EndToEndTests.Faults;

/// <summary>A process that is killed proves nothing about a power cut: only a sync before each acknowledgement does.</summary>
[Collection(nameof(Alone))]
public sealed class SyncTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData(200)]
    [InlineData(10_000, Explicit = true)]
    public async Task No_acknowledgement_leaves_before_its_message_is_on_disk(int messages)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && ReadOnlyFile.Finds("strace"), "strace is not installed.");
        var cancellationToken = TestContext.Current.CancellationToken;
        // A pipe: the whole of it would be gigabytes.
        var pipe = Path.Combine(folder.Path, "calls");
        Assert.True(ReadOnlyFile.Run("mkfifo", pipe));
        var calls = new SystemCalls();
        // Opening it waits for the one who writes.
        var reading = Task.Run(() => calls.ReadAsync(pipe, cancellationToken), cancellationToken);
        await using var standIns = await StandIns.StartAsync(seed: 1, cancellationToken);
        var teams = new TeamsTraffic(standIns.Address);
        var crowd = new Crowd(number => teams.Ask(number, places: 500), clients: 32, seed: 1);
        await using (var host = await HostProcess.StartUnderAsync(SystemCalls.Strace(pipe), Path.Combine(folder.Path, "data"), cancellationToken, standIns.Settings))
        {
            using var end = new CancellationTokenSource();
            var work = crowd.WorkAsync(host.Client, () => messages, end.Token);
            await Stage.UntilAsync(() => crowd.Acknowledged >= messages && crowd.Left == 0, TimeSpan.FromMinutes(10), cancellationToken);
            await end.CancelAsync();
            await work;
        }

        await reading;
        TestContext.Current.TestOutputHelper?.WriteLine($"{calls.Acknowledged} acknowledgements, {calls.Syncs} syncs, {calls.Uncovered.Count} not covered");
        Assert.InRange(calls.Acknowledged, messages, int.MaxValue);
        Assert.Empty(calls.Uncovered);
    }
}
