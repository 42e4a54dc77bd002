namespace OgpBot.EndToEndTests.Faults;

/// <summary>
/// Minutes long, and only on request: <c>-explicit only</c>, with <c>-trait- run=nightly</c> for the short one. OGPBOT_FAULTS_SEED repeats a run.
/// </summary>
[Collection(nameof(Alone))]
public sealed class ChaosTests
{
    [Fact(Explicit = true)]
    public Task Nothing_acknowledged_is_lost_or_answered_twice_in_twenty_kills() => RunAsync(new(ChaosPlan.AnySeed(), Kills: 20, Messages: 20_000));

    [Fact(Explicit = true)]
    [Trait("run", "nightly")]
    public Task Nothing_acknowledged_is_lost_or_answered_twice_in_a_hundred_kills() => RunAsync(new(ChaosPlan.AnySeed(), Kills: 100, Messages: 100_000));

    [Fact]
    public Task Nothing_acknowledged_is_lost_or_answered_twice_in_two_kills() => RunAsync(new(ChaosPlan.AnySeed(), Kills: 2, Messages: 400));

    private static async Task RunAsync(ChaosPlan plan)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        using var folder = new TemporaryFolder();
        await using var standIns = await StandIns.StartAsync(plan.Seed, cancellationToken);
        var run = new ChaosRun(plan, standIns, folder.Path, line => Console.WriteLine($"[faults] {line}"));

        await run.RunAsync(cancellationToken);

        Assert.True(run.Problems.Count == 0, $"Seed {plan.Seed}:\n{string.Join('\n', run.Problems.Take(30))}");
    }
}

/// <summary>Tests that measure time, or need all of the machine.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
