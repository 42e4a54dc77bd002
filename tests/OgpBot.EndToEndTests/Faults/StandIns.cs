using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Slack and Teams, played on this machine.</summary>
internal sealed class StandIns : IAsyncDisposable
{
    private readonly WebApplication server;

    private StandIns(int seed)
    {
        Slack = new("slack", new Weather(seed), PlatformLimits.Slack, Ledger);
        Teams = new("teams", new Weather(seed + 1), PlatformLimits.Teams, Ledger);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls($"http://127.0.0.1:{HostProcess.FreePort()}");
        builder.Services.AddRoutingCore();
        // A request that never ends must not hold up the end of a test.
        builder.Services.Configure<HostOptions>(options => options.ShutdownTimeout = TimeSpan.FromMilliseconds(100));
        server = builder.Build();
        server.UseRouting();
        new SlackStandIn(Slack).Map(server);
        new ConnectorStandIn(Teams).Map(server);
    }

    public Ledger Ledger { get; } = new();

    public Platform Slack { get; }

    public Platform Teams { get; }

    public Uri Address => new(server.Urls.First());

    /// <summary>The settings with which the host speaks to these.</summary>
    public string[] Settings =>
    [
        "--SLACK_BOT_TOKEN", "xoxb-faults", "--SLACK_SIGNING_SECRET", SlackTraffic.SigningSecret, "--SLACK_API_URL", $"{Address}slack/",
        // What binds here is the limit of each channel: the traffic of many workspaces comes from one.
        "--Slack:WorkspaceMessagesPerMinute", "60000000",
    ];

    public static async Task<StandIns> StartAsync(int seed, CancellationToken cancellationToken)
    {
        var standIns = new StandIns(seed);
        await standIns.server.StartAsync(cancellationToken);
        return standIns;
    }

    public void Weather(IReadOnlyDictionary<Fault, double> chances) => (Slack.Weather.Chances, Teams.Weather.Chances) = (chances, chances);

    public async ValueTask DisposeAsync() => await server.DisposeAsync();
}
