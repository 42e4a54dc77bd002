using CsCheck;
using Microsoft.Extensions.Time.Testing;
using OgpBot.Delivery;

namespace OgpBot.Tests.Delivery;

public sealed class PaceTests
{
    private static readonly Rate[] Teams = [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1800, TimeSpan.FromHours(1))];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public void No_window_ever_holds_more_than_the_platform_allows_and_none_stays_empty_for_nothing()
    {
        var rates = Gen.Select(Gen.Int[1, 8], Gen.Int[1, 30], (messages, seconds) => new Rate(messages, TimeSpan.FromSeconds(seconds))).Array[1, 3];
        Gen.Select(rates, Gen.Int[0, 900].Array[1, 60]).Sample(
            (limits, latencies) =>
            {
                var time = new FakeTimeProvider();
                using var window = new PaceWindow(limits, time);
                List<long> sent = [];
                foreach (var latency in latencies)
                {
                    var entering = window.EnterAsync(Cancel);
                    while (!entering.IsCompleted)
                    {
                        time.Advance(TimeSpan.FromMilliseconds(100));
                    }

                    // The platform counts the message when it arrives, somewhere before the answer.
                    sent.Add(time.GetTimestamp() / 10_000);
                    time.Advance(TimeSpan.FromMilliseconds(latency));
                    window.Leave(used: true);
                }

                return limits.All(limit => sent.All(first => sent.Count(other => other >= first && other < first + limit.Per.TotalMilliseconds) <= limit.Messages));
            },
            iter: 200,
            threads: 1);
    }

    [Fact]
    public async Task Teams_gets_seven_messages_at_once_and_the_ninth_after_two_seconds()
    {
        var time = new FakeTimeProvider();
        using var pace = new Pace(new(Teams, []), time);
        for (var message = 0; message < 7; message++)
        {
            await SendAsync(pace);
        }

        var eighth = SendAsync(pace);
        Assert.False(eighth.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(1_010));
        await eighth;
        var ninth = SendAsync(pace);
        time.Advance(TimeSpan.FromMilliseconds(900));
        Assert.False(ninth.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(200));
        await ninth;
    }

    [Fact]
    public async Task Messages_from_before_a_restart_count()
    {
        var time = new FakeTimeProvider();
        using var pace = new Pace(new([new(1, TimeSpan.FromSeconds(1))], []), time);
        pace.Seed("tenant", "place", TimeSpan.FromMilliseconds(300));

        var first = SendAsync(pace);

        Assert.False(first.IsCompleted);
        time.Advance(TimeSpan.FromMilliseconds(710));
        await first;
    }

    [Fact]
    public async Task A_tenant_has_a_limit_of_its_own_for_all_its_places_and_others_do_not_feel_it()
    {
        var time = new FakeTimeProvider();
        using var pace = new Pace(new([], [new(2, TimeSpan.FromSeconds(1))]), time);
        await SendAsync(pace, "one");
        await SendAsync(pace, "two");

        var third = SendAsync(pace, "three");

        Assert.False(third.IsCompleted);
        await SendAsync(pace, "three", "other tenant");
        time.Advance(TimeSpan.FromMilliseconds(1_010));
        await third;
    }

    [Fact]
    public async Task A_turn_that_was_not_used_costs_nothing_and_idle_places_are_forgotten()
    {
        var time = new FakeTimeProvider();
        using var pace = new Pace(new([new(1, TimeSpan.FromSeconds(1))], []), time);
        (await pace.TakeAsync("tenant", "place", Cancel)).Dispose();

        Assert.True(SendAsync(pace).IsCompleted);
        pace.Tidy();
        Assert.False(SendAsync(pace).IsCompleted);
        await Task.CompletedTask;
    }

    private static async Task SendAsync(Pace pace, string place = "place", string tenant = "tenant")
    {
        using var turn = await pace.TakeAsync(tenant, place, Cancel);
        turn.Use();
    }
}
