namespace OgpBot.Host.Teams;

/// <summary>
/// Which service addresses answers, and the bot's token with them, may go to. Asked when an activity is taken in and again when something is sent.
/// </summary>
internal sealed class TeamsHosts(TeamsOptions options)
{
    /// <summary>Microsoft's connector for Teams: the public cloud and GCC. GCC High and DoD have other issuers, which are not taken.</summary>
    private static readonly string[] Known = ["smba.trafficmanager.net", "smba.infra.gcc.teams.microsoft.com"];

    private readonly HashSet<string> hosts = new([.. Known, .. options.ServiceHosts], StringComparer.OrdinalIgnoreCase);

    /// <summary>The address to send to, with a slash at its end so that paths can be appended; null when nothing may be sent there.</summary>
    public Uri? Allowed(string? serviceUrl)
    {
        if (!Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
        {
            return null;
        }

        var allowed = address.Scheme == Uri.UriSchemeHttps && address.IsDefaultPort && hosts.Contains(address.Host);
        return allowed || (options.MayBeLocal && IsLoopback(address)) ? WithSlash(address) : null;
    }

    /// <summary>This machine, by its usual names; a name that merely resolves to it is not enough.</summary>
    public static bool IsLoopback(Uri address) =>
        address.IsLoopback && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps);

    private static Uri WithSlash(Uri address) => address.AbsolutePath.EndsWith('/') ? address : new Uri($"{address.AbsoluteUri}/");
}
