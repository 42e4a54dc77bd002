using System.Diagnostics.Metrics;
using System.Net;

namespace OgpBot.Host.Teams;

/// <summary>Decides who is let in: by the request before its body is read, then by what the body says about itself.</summary>
internal sealed partial class TeamsAdmission(TeamsOptions options, TeamsToken? token, TeamsHosts hosts, IMeterFactory meters, TimeProvider time, ILogger<TeamsAdmission> log)
{
    // Whoever knocks often does not fill the log: the meter counts them all.
    private static readonly TimeSpan BetweenLines = TimeSpan.FromSeconds(1);

    private static readonly string[] ForwardingHeaders = ["Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Original-Host", "Via"];

    private readonly HashSet<string> tenants = new(
        [.. options.AllowedTenants, .. options.AppType == TeamsAppType.MultiTenant ? [] : new[] { options.MicrosoftAppTenantId }], StringComparer.OrdinalIgnoreCase);

    private readonly Counter<long> refused = meters.Create("OgpBot.Teams").CreateCounter<long>("ogpbot.teams.refused", "{activity}", "Activities that were not let in, by reason.");
    private long? told;

    /// <summary>Null: this machine, where nothing asks for a token.</summary>
    public async Task<(int Status, TeamsVerdict? Verdict)> AdmitAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (token is null)
        {
            return IsThisMachine(request) ? (StatusCodes.Status200OK, null) : Refuse(StatusCodes.Status403Forbidden, "no app ID is configured, and the request is not from this machine");
        }

        var verdict = await token.JudgeAsync(request.Headers.Authorization, cancellationToken);
        return verdict switch
        {
            TeamsVerdict.Refused { Reason: var reason } => Refuse(StatusCodes.Status401Unauthorized, reason),
            TeamsVerdict.Undecided => Refuse(StatusCodes.Status503ServiceUnavailable, "the signing keys cannot be read"),
            _ => (StatusCodes.Status200OK, verdict),
        };
    }

    /// <summary>What a token was given for, a service and its channels, must be what the activity says; and answers may go there.</summary>
    public bool Allows(TeamsVerdict? verdict, ReceivedActivity activity)
    {
        var problem = ProblemOf(verdict, activity);
        if (problem is not null)
        {
            Tell(problem);
        }

        return problem is null;
    }

    private string? ProblemOf(TeamsVerdict? verdict, ReceivedActivity activity) =>
        hosts.Allowed(activity.ServiceUrl) is not { } service ? "service address not allowed"
        : verdict is TeamsVerdict.Channel proven && !proven.ServiceUrl.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase) ? "token of another service"
        : verdict is TeamsVerdict.Channel { Endorsements: var channels } && !channels.Contains(activity.ChannelId, StringComparer.OrdinalIgnoreCase) ? "key of another channel"
        : verdict is not TeamsVerdict.Channel && !TeamsHosts.IsLoopback(service) ? "service not on this machine"
        : tenants.Count > 0 && options.HasAuthentication && !TenantsOf(activity).All(tenants.Contains) ? "tenant not allowed"
        : null;

    /// <summary>All that are named; an activity that names none is of a tenant that is not allowed.</summary>
    private static IEnumerable<string> TenantsOf(ReceivedActivity activity) =>
        new[] { activity.Conversation?.TenantId, activity.ChannelData.Member("tenant").Text("id") }.OfType<string>().DefaultIfEmpty("");

    /// <summary>
    /// A tunnel or proxy on this machine speaks for others, as most of them tell, or shows by its old HTTP; a page in a browser on this machine sends no
    /// JSON without asking first, and has another host.
    /// </summary>
    private static bool IsThisMachine(HttpRequest request) =>
        request.HttpContext.Connection.RemoteIpAddress is { } address && IPAddress.IsLoopback(address)
        && (request.Host.Host is "localhost" || (IPAddress.TryParse(request.Host.Host.Trim('[', ']'), out var named) && IPAddress.IsLoopback(named)))
        && !ForwardingHeaders.Any(request.Headers.ContainsKey)
        && !HttpProtocol.IsHttp10(request.Protocol)
        && request.HasJsonContentType();

    private (int Status, TeamsVerdict? Verdict) Refuse(int status, string reason)
    {
        Tell(reason);
        return (status, null);
    }

    private void Tell(string reason)
    {
        refused.Add(1, new KeyValuePair<string, object?>("reason", reason));
        if (told is not { } last || time.GetElapsedTime(last) >= BetweenLines)
        {
            told = time.GetTimestamp();
            LogRefused(log, reason);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "An activity for Teams was refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}
