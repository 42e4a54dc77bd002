using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Catalog;

namespace OgpBot.Host.Operations;

internal static class HealthEndpoints
{
    public static void MapHealth(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/healthz", Alive).DisableRateLimiting()
            .WithTags("Operations").WithSummary("Whether the process is alive.");
        routes.MapGet("/readyz", ReadyAsync).DisableRateLimiting()
            .WithTags("Operations").WithSummary("Whether questions can be answered: the catalog is open. Also tells which channels are off, and why.")
            .ProducesProblem(StatusCodes.Status500InternalServerError);
    }

    private static ContentHttpResult Alive() => TypedResults.Text("alive");

    private static async Task<Ok<Readiness>> ReadyAsync(CatalogStore catalog, IConfiguration configuration, CancellationToken cancellationToken)
    {
        var version = await catalog.VersionAsync(cancellationToken);
        return TypedResults.Ok(new Readiness(
            true,
            new(version.Version, version.BuiltAt, version.Commitments, version.Resources, version.Documents),
            Channels.StatesOf(configuration)));
    }
}

/// <param name="Channels">By name: "on", or "off" with the reason.</param>
internal sealed record Readiness(bool Ready, ServedCatalog Catalog, IReadOnlyDictionary<string, string> Channels);

/// <param name="Version">Changes whenever the content does.</param>
internal sealed record ServedCatalog(string Version, DateTimeOffset BuiltAt, int Commitments, int Resources, IReadOnlyList<string> Documents);
