using Microsoft.Extensions.Options;
using OgpBot.Host.Operations;

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
        var options = Now(builder.Configuration);
        var health = HealthOf(options);
        builder.Services.AddSlackOutbound(options, health);
        builder.Services.AddSingleton(health);
        builder.AddSlackSocket(options, health);
    }

    public static void MapSlack(this IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<SlackOptions>().OverHttp)
        {
            routes.MapSlackRequests();
        }

        if (routes.ServiceProvider.GetRequiredService<SlackOptions>() is { IsOn: true, IsInstallable: true })
        {
            routes.MapSlackInstall();
        }
    }

    /// <summary>What is decided before the services are built; whether the settings are sound is told when they are.</summary>
    private static SlackOptions Now(ConfigurationManager settings)
    {
        var options = new SlackOptions();
        settings.GetSection(SlackOptions.Section).Bind(options);
        settings.Bind(options);
        return options;
    }

    private static ChannelHealth HealthOf(SlackOptions options)
    {
        var health = new ChannelHealth(SlackNames.Channel);
        if (options.WhyOff is { } reason)
        {
            health.Off(reason);
        }
        else
        {
            health.On();
        }

        return health;
    }

    internal static void AddSlackIntake(this IServiceCollection services)
    {
        services.AddSingleton<SlackSignature>();
        services.AddSingleton<SlackQuestions>();
        services.AddSingleton<SlackSurfaces>();
        services.AddSingleton<SlackPreviews>();
        services.AddSingleton<SlackForm>();
        services.AddSingleton<SlackLookUp>();
        services.AddSingleton<SlackModals>();
        services.AddSingleton<SlackClicks>();
        services.AddSingleton<SlackEvents>();
        services.AddSingleton<SlackCommands>();
        services.AddSingleton<SlackInteractions>();
    }
}
