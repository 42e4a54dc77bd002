using Microsoft.Extensions.DependencyInjection;

namespace OgpBot.Digests;

public static class DigestRegistration
{
    /// <summary>What makes a host speak unasked. After delivery: it starts later and stops earlier.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddSingleton<DigestMetrics>();
        services.AddSingleton<CatalogChanges>();
        services.AddSingleton<DigestDispatch>();
        services.AddHostedService<DigestService>();
        return services;
    }
}
