using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Teams;

/// <summary>The bot's own token for Microsoft's connector, from Entra ID. One request at a time, ahead of its end.</summary>
internal sealed class TeamsTokens(
    TeamsOptions options, IHttpClientFactory http, [FromKeyedServices(TeamsRegistration.Channel)] ChannelHealth health, TimeProvider time) : IDisposable
{
    public const string HttpName = "teams-identity";

    private static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lazy<Func<bool, CancellationToken, Task<AuthenticationResult>>> source = new(() => SourceOf(options, http));
    private volatile AuthenticationResult? current;
    private volatile bool refused;

    /// <summary>Null where the bot has no identity: nothing is attached then.</summary>
    /// <exception cref="MsalException">Entra ID gave none; the error code tells why. Other exceptions as in <see cref="IsOfIdentity"/>.</exception>
    public async ValueTask<string?> GetAsync(CancellationToken cancellationToken)
    {
        if (!options.HasAuthentication)
        {
            return null;
        }

        return IsFresh(current) ? current!.AccessToken : (await RenewAsync(cancellationToken)).AccessToken;
    }

    /// <summary>After the connector did not take it: the next one is asked for anew.</summary>
    public void Forget(string? token)
    {
        if (current is { } known && known.AccessToken == token)
        {
            (refused, current) = (true, null);
        }
    }

    public void Dispose() => turn.Dispose();

    /// <summary>Where tokens are asked for, and what for: by app type and cloud.</summary>
    internal static (Uri Authority, string Resource) PlaceOf(TeamsOptions options)
    {
        var authority = new Uri(options.Authority);
        var government = authority.Host.EndsWith(".us", StringComparison.OrdinalIgnoreCase);
        var shared = government ? "MicrosoftServices.onmicrosoft.us" : "botframework.com";
        var tenant = options.AppType == TeamsAppType.MultiTenant ? shared : options.MicrosoftAppTenantId;

        // MSAL speaks to https addresses alone. For a stand-in on this machine the HTTP client turns the request there.
        var host = authority.Scheme == Uri.UriSchemeHttps ? authority : new Uri(new TeamsOptions().Authority);
        return (new Uri(host, tenant), government ? "https://api.botframework.us" : "https://api.botframework.com");
    }

    /// <summary>What may go wrong when a token is asked for; the certificate is read then.</summary>
    public static bool IsOfIdentity(Exception reason) =>
        reason is MsalException or HttpRequestException or OperationCanceledException or CryptographicException or IOException or UnauthorizedAccessException;

    /// <summary>As it may stand in a log: the description beside it names tenants and apps.</summary>
    public static string CodeOf(Exception reason) => reason is MsalException refusal ? refusal.ErrorCode : reason.GetType().Name;

    private bool IsFresh(AuthenticationResult? token) => token is not null && token.ExpiresOn - time.GetUtcNow() > Ahead;

    private async Task<AuthenticationResult> RenewAsync(CancellationToken cancellationToken)
    {
        await turn.WaitAsync(cancellationToken);
        try
        {
            if (current is { } renewed && IsFresh(renewed))
            {
                return renewed;
            }

            // MSAL keeps tokens too: one that was refused must not come back.
            var token = await source.Value(refused, cancellationToken);
            (current, refused) = (token, false);
            health.Admitted();
            return token;
        }
        catch (Exception reason) when (IsOfIdentity(reason) && !cancellationToken.IsCancellationRequested)
        {
            health.Refused($"Entra ID gives no token ({CodeOf(reason)})");
            throw;
        }
        finally
        {
            turn.Release();
        }
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> SourceOf(TeamsOptions options, IHttpClientFactory http)
    {
        var (authority, resource) = PlaceOf(options);
        if (options.AppType == TeamsAppType.UserAssignedMSI)
        {
            // Asked for on the machine itself (169.254.169.254 or a local port): MSAL's own HTTP client may go there, ours may not.
            var identity = ManagedIdentityApplicationBuilder.Create(ManagedIdentityId.WithUserAssignedClientId(options.MicrosoftAppId)).Build();
            return (force, token) => identity.AcquireTokenForManagedIdentity(resource).WithForceRefresh(force).ExecuteAsync(token);
        }

        var builder = ConfidentialClientApplicationBuilder.Create(options.MicrosoftAppId)
            .WithAuthority(authority.AbsoluteUri, validateAuthority: false)
            .WithInstanceDiscovery(enableInstanceDiscovery: false)
            .WithLegacyCacheCompatibility(enableLegacyCacheCompatibility: false)
            .WithHttpClientFactory(new Clients(http));
        var app = (options.CertificatePath.Length > 0 ? builder.WithCertificate(CertificateOf(options)) : builder.WithClientSecret(options.MicrosoftAppPassword)).Build();
        return (force, token) => app.AcquireTokenForClient([$"{resource}/.default"]).WithForceRefresh(force).ExecuteAsync(token);
    }

    private static X509Certificate2 CertificateOf(TeamsOptions options) =>
        Path.GetExtension(options.CertificatePath).ToUpperInvariant() is ".PFX" or ".P12" ? X509CertificateLoader.LoadPkcs12FromFile(options.CertificatePath, options.CertificatePassword)
            : options.CertificatePassword.Length > 0 ? X509Certificate2.CreateFromEncryptedPemFile(options.CertificatePath, options.CertificatePassword)
            : X509Certificate2.CreateFromPemFile(options.CertificatePath);

    private sealed class Clients(IHttpClientFactory http) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => http.CreateClient(HttpName);
    }
}
