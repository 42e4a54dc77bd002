using Microsoft.Extensions.Options;
using OgpBot.Delivery;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;

namespace OgpBot.Host.Operations;

/// <summary>
/// Serves the metrics to Prometheus at an address of their own: a path of the public address would be one mistake in a proxy away from everybody.
/// Nothing is measured while this is off.
/// </summary>
internal sealed partial class MetricsServer(IOptions<MetricsOptions> options, ILogger<MetricsServer> log) : IHostedService, IAsyncDisposable
{
    private static readonly string[] Meters =
        ["OgpBot.*", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.RateLimiting", "System.Runtime"];

    // A reply is out within a second, or late by the platform's limits, or held back by an outage.
    private static readonly double[] Seconds = [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 3_600];

    private MeterProvider? meters;
    private WebApplication? server;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (options.Value.Url is not { Length: > 0 } url)
        {
            return;
        }

        meters = Sdk.CreateMeterProviderBuilder()
            .ConfigureResource(resource => resource.AddService("ogpbot"))
            .AddMeter(Meters)
            .AddView(DeliveryMetrics.Duration, new ExplicitBucketHistogramConfiguration { Boundaries = Seconds })
            .AddPrometheusExporter()
            .Build();
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(url);
        server = builder.Build();
        server.UseOpenTelemetryPrometheusScrapingEndpoint(meters, predicate: null, path: "/metrics", configureBranchedPipeline: null, optionsName: null);
        await server.StartAsync(cancellationToken);
        LogServed(log, url);
    }

    public Task StopAsync(CancellationToken cancellationToken) => server?.StopAsync(cancellationToken) ?? Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await (server?.DisposeAsync() ?? ValueTask.CompletedTask);
        meters?.Dispose();
    }

    [LoggerMessage(1, LogLevel.Information, "Metrics for Prometheus at {Url}/metrics")]
    private static partial void LogServed(ILogger logger, string url);
}
