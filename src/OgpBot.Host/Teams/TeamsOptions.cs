using Microsoft.Extensions.Options;

namespace OgpBot.Host.Teams;

/// <summary>
/// The section <c>Teams</c>, and beside the sections the keys that people know from Microsoft's SDKs. Without an app ID the endpoint serves this machine alone.
/// </summary>
internal sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's application (client) ID; empty: no authentication, this machine only.</summary>
    public string MicrosoftAppId { get; init; } = "";

    /// <summary>The client secret. Not needed with a certificate or a managed identity.</summary>
    public string MicrosoftAppPassword { get; init; } = "";

    /// <summary>The bot's own tenant; needed by single-tenant bots and managed identities.</summary>
    public string MicrosoftAppTenantId { get; init; } = "";

    /// <summary>As in <see cref="TeamsAppType"/>, in any case; empty: single-tenant where a tenant is given, else multi-tenant.</summary>
    public string MicrosoftAppType { get; init; } = "";

    /// <summary>A PEM file with certificate and private key, or a PFX file, instead of a secret.</summary>
    public string CertificatePath { get; init; } = "";

    /// <summary>The password of the private key; empty when it has none.</summary>
    public string CertificatePassword { get; init; } = "";

    /// <summary>Tenants whose people are served, by ID; empty: all of them for a multi-tenant bot, its own for the others.</summary>
    public string[] AllowedTenants { get; init; } = [];

    /// <summary>Hosts of Microsoft's connector besides those in <see cref="TeamsHosts"/>. Over https alone.</summary>
    public string[] ServiceHosts { get; init; } = [];

    /// <summary>Where Microsoft publishes the keys that sign what Teams sends. Another address only for a stand-in on this machine.</summary>
    public string OpenIdMetadata { get; init; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    /// <summary>Where the bot's own tokens come from. Another address only for a stand-in on this machine.</summary>
    public string Authority { get; init; } = "https://login.microsoftonline.com";

    /// <summary>
    /// For development: the Agents Playground with authentication on. Takes its tokens (of the own tenant, made with the bot's own credential), and addresses
    /// on this machine over http: service, keys and authority. Never in production.
    /// </summary>
    public bool LocalPeers { get; init; }

    /// <summary>Domains whose links are previewed; the manifest names the same. Empty: <see cref="DefaultUnfurlDomains"/>.</summary>
    public string[] UnfurlDomains { get; init; } = [];

    public static IReadOnlyList<string> DefaultUnfurlDomains { get; } = ["www.opengovpartnership.org", "opengovpartnership.org"];

    public IReadOnlyList<string> PreviewedDomains => UnfurlDomains.Length > 0 ? UnfurlDomains : DefaultUnfurlDomains;

    /// <summary>False: no app ID, so nobody can be told from anybody.</summary>
    public bool HasAuthentication => MicrosoftAppId.Length > 0;

    public bool MayBeLocal => LocalPeers || !HasAuthentication;

    public TeamsAppType AppType => TeamsOptionsValidator.AppTypeOf(this) ?? TeamsAppType.MultiTenant;
}

internal enum TeamsAppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
}

/// <summary>What would fail at the first message fails at the start, in one line.</summary>
internal sealed class TeamsOptionsValidator : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var problems = Problems(options).ToArray();
        return problems.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    /// <summary>Null for a word that is none.</summary>
    public static TeamsAppType? AppTypeOf(TeamsOptions options) => options.MicrosoftAppType.ToUpperInvariant() switch
    {
        "" => options.MicrosoftAppTenantId.Length > 0 ? TeamsAppType.SingleTenant : TeamsAppType.MultiTenant,
        "MULTITENANT" => TeamsAppType.MultiTenant,
        "SINGLETENANT" => TeamsAppType.SingleTenant,
        "USERASSIGNEDMSI" => TeamsAppType.UserAssignedMSI,
        _ => null,
    };

    private static IEnumerable<string> Problems(TeamsOptions options)
    {
        var type = AppTypeOf(options);
        if (type is null)
        {
            yield return "MicrosoftAppType is none of MultiTenant, SingleTenant, UserAssignedMSI.";
        }

        if (!options.HasAuthentication && (options.MicrosoftAppPassword.Length > 0 || options.CertificatePath.Length > 0))
        {
            yield return "Teams has a secret or a certificate but no MicrosoftAppId.";
        }

        if (options.HasAuthentication && type is not TeamsAppType.UserAssignedMSI && (options.MicrosoftAppPassword.Length > 0) == (options.CertificatePath.Length > 0))
        {
            yield return "MicrosoftAppId needs either MicrosoftAppPassword or Teams:CertificatePath.";
        }

        if (options.CertificatePath.Length > 0 && !File.Exists(options.CertificatePath))
        {
            yield return "Teams:CertificatePath names no file.";
        }

        if (options.HasAuthentication && type is not TeamsAppType.MultiTenant && options.MicrosoftAppTenantId.Length == 0)
        {
            yield return $"MicrosoftAppType {type} needs MicrosoftAppTenantId.";
        }

        if (options.LocalPeers && options.HasAuthentication && options.MicrosoftAppTenantId.Length == 0)
        {
            yield return "Teams:LocalPeers needs MicrosoftAppTenantId: only tokens of the own tenant are taken.";
        }

        if (options.OpenIdMetadata != new TeamsOptions().OpenIdMetadata && !IsLocal(options.OpenIdMetadata, options))
        {
            yield return "Teams:OpenIdMetadata may only be changed to an address on this machine, with Teams:LocalPeers on.";
        }

        if (options.Authority != new TeamsOptions().Authority && !IsLocal(options.Authority, options))
        {
            yield return "Teams:Authority may only be changed to an address on this machine, with Teams:LocalPeers on.";
        }

        foreach (var host in options.ServiceHosts.Concat(options.UnfurlDomains).Where(host => Uri.CheckHostName(host) != UriHostNameType.Dns || !host.Contains('.', StringComparison.Ordinal)))
        {
            yield return $"Teams: \"{host}\" is no host name such as example.org.";
        }
    }

    private static bool IsLocal(string address, TeamsOptions options) => options.LocalPeers && Uri.TryCreate(address, UriKind.Absolute, out var uri) && TeamsHosts.IsLoopback(uri);
}
