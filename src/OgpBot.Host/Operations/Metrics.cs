using Microsoft.Extensions.Options;

namespace OgpBot.Host.Operations;

internal static class Metrics
{
    public static void AddMetricsServer(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<MetricsOptions>, MetricsOptionsValidator>();
        builder.Services.AddOptions<MetricsOptions>().BindConfiguration(MetricsOptions.Section).ValidateOnStart();
        builder.Services.AddHostedService<MetricsServer>();
    }
}
