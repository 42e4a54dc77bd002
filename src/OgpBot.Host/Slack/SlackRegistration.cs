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
        builder.Services.AddSingleton<SlackEvents>();
        builder.Services.AddSingleton<SlackCommands>();
        builder.Services.AddSingleton<SlackInteractions>();
    }
}
