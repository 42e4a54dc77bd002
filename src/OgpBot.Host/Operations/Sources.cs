using Microsoft.Extensions.Options;
using OgpBot.Ingest.Sources;

namespace OgpBot.Host.Operations;

/// <summary>What the host imports by itself.</summary>
internal static class Sources
{
    public static void AddSources(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SourcesOptions>, SourcesOptionsValidator>();
        builder.Services.AddSingleton<IValidateOptions<SourcesOptions>, SourcesOptionsFault>();
        builder.Services.AddOptions<SourcesOptions>().BindConfiguration(SourcesOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<SourcesOptions>>().Value);
        builder.Services.AddSingleton<SourceVisits>();
        builder.Services.AddSingleton(_ => new Download(Download.Handler()));
        builder.Services.AddSingleton<SourceImport>();
        builder.Services.AddSingleton<SourceService>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<SourceService>());
    }
}

[OptionsValidator]
internal sealed partial class SourcesOptionsValidator : IValidateOptions<SourcesOptions>;

internal sealed class SourcesOptionsFault : IValidateOptions<SourcesOptions>
{
    public ValidateOptionsResult Validate(string? name, SourcesOptions options) =>
        options.Fault is { } fault ? ValidateOptionsResult.Fail(fault) : ValidateOptionsResult.Success;
}
