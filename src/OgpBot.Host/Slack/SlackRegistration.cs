using Microsoft.Extensions.Options;

namespace OgpBot.Host.Slack;

internal static class SlackRegistration
{
    public static void AddSlack(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<SlackOptions>, SlackOptionsValidator>();
        builder.Services.AddOptions<SlackOptions>()
            .BindConfiguration(SlackOptions.Section)
            .Configure<IConfiguration>((options, settings) => settings.Bind(options))
            .ValidateOnStart();
        builder.Services.AddSingleton(services => services.GetRequiredService<IOptions<SlackOptions>>().Value);
        builder.Services.AddSlackIntake();
    }

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SlackOptions>().OverHttp)
        {
            routes.MapSlackRequests();
        }
    }

    private static void AddSlackIntake(this IServiceCollection services)
    {
        services.AddSingleton<SlackSignature>();
        services.AddSingleton<SlackQuestions>();
        services.AddSingleton<SlackSurfaces>();
        services.AddSingleton<SlackPreviews>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackInteractions>();
    }
}
