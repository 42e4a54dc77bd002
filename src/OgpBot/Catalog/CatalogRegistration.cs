using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using OgpBot.Storage;

namespace OgpBot.Catalog;

public static class CatalogRegistration
{
    /// <summary>The catalog of this folder. It is built from the shipped data on first use, or by <see cref="CatalogFile.EnsureAsync"/> at start.</summary>
    public static IServiceCollection AddOgpCatalog(this IServiceCollection services, DataFolder folder)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(folder);
        services.AddSingleton<CatalogFile>();
        services.AddSingleton<CatalogStore>();
        return services;
    }
}
