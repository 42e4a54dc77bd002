using System.Data.Common;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Catalog;
using OgpBot.Storage;

namespace OgpBot.Host.Operations;

internal static partial class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Alive).DisableRateLimiting()
            .WithTags("Operations").WithSummary("Whether the process is alive.")
            .Produces<string>(StatusCodes.Status200OK, MediaTypeNames.Text.Plain);
        routes.MapGet("/readyz", ReadyAsync).DisableRateLimiting()
            .WithTags("Operations").WithSummary("Whether questions can be answered: the catalog is open. Also tells which channels are off, and why.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static ContentHttpResult Alive() => TypedResults.Text("alive");

    private static async Task<Results<Ok<Readiness>, ProblemHttpResult>> ReadyAsync(
        CatalogStore catalog, IConfiguration configuration, ILogger<CatalogStore> logger, CancellationToken cancellationToken)
    {
        try
        {
            var version = await catalog.VersionAsync(cancellationToken);
            return TypedResults.Ok(new Readiness(
                true,
                new(version.Version, version.BuiltAt, version.Commitments, version.Resources, version.Documents),
                Channels.StatesOf(configuration)));
        }
        catch (Exception reason) when (reason is DbException or IOException or DatabaseRefusedException)
        {
            LogNotReady(logger, reason.GetType().Name, reason.HResult);
            return TypedResults.Problem("The catalog cannot be read.", statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Not ready: the catalog cannot be read ({Reason} {Code})")]
    private static partial void LogNotReady(ILogger logger, string reason, int code);
}

/// <param name="Channels">By name: "on", or "off" with the reason.</param>
internal sealed record Readiness(bool Ready, ServedCatalog Catalog, IReadOnlyDictionary<string, string> Channels);

/// <param name="Version">Changes whenever the content does.</param>
internal sealed record ServedCatalog(string Version, DateTimeOffset BuiltAt, int Commitments, int Resources, IReadOnlyList<string> Documents);
