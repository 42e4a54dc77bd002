using System.Diagnostics.Metrics;
using Microsoft.IdentityModel.Protocols;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Teams;

internal static class TeamsReceiving
{
    private const string HttpName = "teams-keys";

    /// <summary>The way in: keys, tokens, and what is done with activities.</summary>
    public static IServiceCollection AddTeamsReceiving(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddPlatformClient(HttpName, configuration.GetSection(TeamsOptions.Section).GetValue<bool>(nameof(TeamsOptions.LocalPeers)));
        services.AddSingleton(IssuersOf);
        services.AddSingleton<TeamsToken>();
        services.AddSingleton(provider => new TeamsAdmission(
            provider.GetRequiredService<TeamsOptions>(),
            Token(provider),
            provider.GetRequiredService<TeamsHosts>(),
            provider.GetRequiredService<IMeterFactory>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<TeamsAdmission>>()));
        services.AddSingleton<TeamsSearch>();
        services.AddSingleton<TeamsMessages>();
        services.AddSingleton<TeamsInvokes>();
        services.AddSingleton<TeamsWelcome>();
        services.AddSingleton<TeamsActivities>();
        services.AddHostedService<TeamsStart>();
        return services;
    }

    private static TeamsToken? Token(IServiceProvider services) =>
        services.GetRequiredService<TeamsOptions>().HasAuthentication ? services.GetRequiredService<TeamsToken>() : null;

    private static IReadOnlyList<TeamsIssuer> IssuersOf(IServiceProvider services)
    {
        var options = services.GetRequiredService<TeamsOptions>();
        List<TeamsIssuer> issuers = [];
        if (options.HasAuthentication)
        {
            issuers.Add(TeamsIssuer.ChannelService(KeysAt(options.OpenIdMetadata, services)));
        }

        if (options is { HasAuthentication: true, LocalPeers: true })
        {
            issuers.Add(TeamsIssuer.OwnTenant(options, KeysAt($"{options.Authority.TrimEnd('/')}/{options.MicrosoftAppTenantId}/v2.0/.well-known/openid-configuration", services)));
        }

        return issuers;
    }

    private static TeamsKeys KeysAt(string address, IServiceProvider services)
    {
        var documents = new HttpDocumentRetriever(services.GetRequiredService<IHttpClientFactory>().CreateClient(HttpName))
        {
            // Without encryption only on this machine, which the settings check.
            RequireHttps = address.StartsWith("https:", StringComparison.OrdinalIgnoreCase),
            SendAdditionalHeaderData = false,
        };
        return ActivatorUtilities.CreateInstance<TeamsKeys>(services, address, documents);
    }
}
