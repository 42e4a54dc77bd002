using System.Data.Common;
using System.Net.Mime;
using Microsoft.AspNetCore.Http.HttpResults;
using OgpBot.Catalog;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Ingest.Sources;
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
            .WithTags("Operations").WithSummary("Whether questions can be answered: the catalog is open, messages can be stored, no channel fails. Also tells which channels are off, and why.")
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);
    }

    private static ContentHttpResult Alive() => TypedResults.Text("alive");

    private static async Task<Results<Ok<Readiness>, ProblemHttpResult>> ReadyAsync(
        CatalogStore catalog, StateWriter writer, InboxWorker inbox, OutboxWorker outbox, Channels channels, SourceService sources, DigestMetrics digests, ILogger<CatalogStore> logger, CancellationToken cancellationToken)
    {
        try
        {
            var version = await catalog.VersionAsync(cancellationToken);
            return writer.Trouble is { } trouble ? NotReady($"Messages cannot be stored: {trouble}.", channels)
                : !channels.Ready ? NotReady("A channel fails.", channels)
                : TypedResults.Ok(new Readiness(
                    true,
                    new(version.Version, version.BuiltAt, version.Commitments, version.Resources, version.Documents),
                    channels.States,
                    new(inbox.Waiting, outbox.Waiting),
                    sources.Visits.ToDictionary(visit => visit.Key, visit => new SourceState(visit.Value.At, visit.Value.Failure)),
                    new(digests.Count(SubscriptionState.Active), digests.Count(SubscriptionState.Paused), digests.Count(SubscriptionState.Broken))));
        }
        catch (Exception reason) when (reason is DbException or IOException or DatabaseRefusedException)
        {
            LogNotReady(logger, reason.GetType().Name, reason.HResult);
            return NotReady("The catalog cannot be read.", channels);
        }
    }

    private static ProblemHttpResult NotReady(string reason, Channels channels) => TypedResults.Problem(
        reason, statusCode: StatusCodes.Status503ServiceUnavailable, extensions: new Dictionary<string, object?> { ["channels"] = channels.States });

    [LoggerMessage(1, LogLevel.Warning, "Not ready: the catalog cannot be read ({Reason} {Code})")]
    private static partial void LogNotReady(ILogger logger, string reason, int code);
}

/// <param name="Channels">By name: "on", or "off" or "failing" with the reason.</param>
/// <param name="Sources">What is imported on schedule. One that fails does not stop the answers: the catalog stays as it was.</param>
internal sealed record Readiness(
    bool Ready, ServedCatalog Catalog, IReadOnlyDictionary<string, string> Channels, WaitingMessages Waiting, IReadOnlyDictionary<string, SourceState> Sources, FollowedThings Subscriptions);

/// <param name="Failure">Null when the catalog holds what the source said then.</param>
internal sealed record SourceState(DateTimeOffset LookedAt, string? Failure);

/// <param name="Version">Changes whenever the content does.</param>
internal sealed record ServedCatalog(string Version, DateTimeOffset BuiltAt, int Commitments, int Resources, IReadOnlyList<string> Documents);

/// <param name="Questions">Accepted and not yet answered.</param>
/// <param name="Replies">Answered and not yet sent.</param>
internal sealed record WaitingMessages(int Questions, int Replies);

/// <summary>As counted a moment ago.</summary>
/// <param name="Broken">Their last digest could not be delivered; each is tried again when it is due.</param>
internal sealed record FollowedThings(int Active, int Paused, int Broken);
