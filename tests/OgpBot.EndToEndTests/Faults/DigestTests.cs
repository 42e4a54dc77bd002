namespace OgpBot.EndToEndTests.Faults;

/// <summary>What is new reaches who follows it, once, whatever happens to the host.</summary>
[Collection(nameof(Alone))]
public sealed class DigestTests : IAsyncLifetime
{
    private const string Follow = "subscribe resources country:{0} every:change zone:america/lima confirmed:yes";

    /// <summary>A member's page with as many reports as asked for.</summary>
    private static string Page(int reports) => $$"""
        Skip Navigation

        Chile

          • Member Since 2012
          • Action Plan 4

        ON THE PAGE

        Current Action Plan

        2018-2020

        Action Plan 4

          • Number of Commitments: 1
          • Policy Area Focus: Justice

        Commitments

          1. Publish the Registers of Wells

            CL0201, 2018, Justice

        Resources

        {{string.Concat(Enumerable.Range(1, reports).Select(number => $"  {number}. Chile Wells Report {number}\n\n    2020, IRM Report, Web page\n\n"))}}
        """;

    private readonly CommandLineProcess ogpbot = new();
    private StandIns? standIns;
    private HostProcess? host;
    private int said;

    private string Data => Path.Combine(ogpbot.Folder, "data");

    private StateFile State => new(Data);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        standIns = await StandIns.StartAsync(seed: 1, Cancel);
        Directory.CreateDirectory(Data);
        await StartAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await host!.DisposeAsync();
        await standIns!.DisposeAsync();
        ogpbot.Dispose();
    }

    [Fact]
    public async Task One_new_resource_is_one_message_in_each_place_that_follows_it_and_importing_again_is_none()
    {
        await ImportAsync(reports: 1);
        await FollowAsync();

        await ImportAsync(reports: 1);
        await ImportAsync(reports: 2);
        await DigestsAsync(2);
        await ImportAsync(reports: 2);
        await host!.StopAsync(Cancel);
        await StartAsync();
        await NewsAsync();

        Assert.Equal(["slack C00000001", "teams a:chat-1"], Digests().Select(digest => $"{digest.Platform} {digest.Place}").Order(StringComparer.Ordinal));
        // What Slack shows of it is in its blocks.
        Assert.Contains("Chile Wells Report 2", Digests().Single(digest => digest.Platform == "teams").Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_host_that_dies_while_a_digest_is_on_its_way_does_not_say_it_again()
    {
        await ImportAsync(reports: 1);
        await FollowAsync();
        standIns!.Weather(Weather.Only(Fault.TakenThenHung));

        await ImportAsync(reports: 2);
        await DigestsAsync(2);
        await host!.KillAsync();
        standIns.Weather(Weather.Fair);
        await StartAsync();
        await NewsAsync();
        await Stage.UntilAsync(() => State.Unfinished == 0, TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(2, Digests().Count);
        Assert.Equal(2, State.Count("outbox where class = 2 and state = 'unknown'"));
        await ImportAsync(reports: 3);
        await DigestsAsync(4);
        Assert.All(Digests().Skip(2), digest => Assert.DoesNotContain("Chile Wells Report 2", digest.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_certainly_did_not_arrive_is_told_when_the_platform_can_be_reached_again()
    {
        await ImportAsync(reports: 1);
        await FollowAsync();
        await host!.StopAsync(Cancel);
        host = await HostProcess.StartAsync(Data, Cancel);

        await ImportAsync(reports: 2);
        await DigestsAsync(1);
        await Stage.UntilAsync(() => State.Count("subscription where state = 'broken'") == 1, TimeSpan.FromSeconds(30), Cancel);
        var broken = Digests().Select(digest => digest.Platform).ToList();
        await Stage.UntilAsync(() => Broken() == 1, TimeSpan.FromSeconds(30), Cancel);
        var told = Broken();
        await host.StopAsync(Cancel);
        await StartAsync();
        await NewsAsync();
        await DigestsAsync(2);
        await Stage.UntilAsync(() => State.Unfinished == 0, TimeSpan.FromSeconds(30), Cancel);

        Assert.Equal(["teams"], broken);
        Assert.Equal(1, told);
        Assert.Equal(["teams a:chat-1", "slack C00000001"], Digests().Select(digest => $"{digest.Platform} {digest.Place}"));
        Assert.Equal(4, State.Count("subscription where state = 'active'"));

        int Broken() => host!.GetAsync("/readyz", Cancel).GetAwaiter().GetResult()["subscriptions"]!["broken"]!.GetValue<int>();
    }

    /// <summary>Two places follow Chile, by message; two follow something else.</summary>
    private async Task FollowAsync()
    {
        await SayAsync(SlackTraffic.Mention(++said, "C00000001", Followed("chile")));
        await SayAsync(SlackTraffic.Mention(++said, "C00000002", Followed("peru")));
        var teams = new TeamsTraffic(standIns!.Address);
        await SayAsync(teams.Say(++said, 1, Followed("chile")));
        await SayAsync(teams.Say(++said, 2, Followed("peru")));
        await Stage.UntilAsync(() => State.Count("subscription") == 4 && State.Unfinished == 0, TimeSpan.FromSeconds(30), Cancel);
        Assert.Equal(4, State.Count("subscription where state = 'active'"));
    }

    private static string Followed(string country) => string.Format(System.Globalization.CultureInfo.InvariantCulture, Follow, country);

    private Task SayAsync(Delivery delivery) => delivery.SendAsync(host!.Client, Cancel);

    /// <summary>Imported by the command line beside the host, which notices within seconds.</summary>
    private async Task ImportAsync(int reports)
    {
        var page = Path.Combine(ogpbot.Folder, "page.txt");
        await File.WriteAllTextAsync(page, Page(reports), Cancel);
        var (code, _, error) = await ogpbot.RunAsync([], ["import", page, "--data", Data], Cancel);
        Assert.True(code == 0, error);
        await NewsAsync();
    }

    /// <summary>Waits until the host has learnt the catalog that is served, and spares the time in which it gathers.</summary>
    private async Task NewsAsync()
    {
        var version = (string)(await host!.GetAsync("/readyz", Cancel))["catalog"]!["version"]!;
        await Stage.UntilAsync(() => State.Count($"known_catalog where version = '{version}'") == 1, TimeSpan.FromSeconds(30), Cancel);
        await Task.Delay(TimeSpan.FromMilliseconds(300), Cancel);
        State.Change("update subscription set next_due = 1 where next_due is not null");
        await Stage.UntilAsync(() => State.Count("subscription where next_due = 1") == 0, TimeSpan.FromSeconds(30), Cancel);
    }

    private Task<TimeSpan> DigestsAsync(int count) => Stage.UntilAsync(() => Digests().Count >= count, TimeSpan.FromSeconds(30), Cancel);

    private List<Delivered> Digests() => [.. standIns!.Ledger.Entries.Where(entry => entry.Shown && entry.Text.Contains("1 new resource", StringComparison.Ordinal))];

    private async Task StartAsync() => host = await HostProcess.StartAsync(Data, Cancel, standIns!.Settings);
}
