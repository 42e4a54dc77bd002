using Microsoft.AspNetCore.DataProtection;
using OgpBot.Delivery;
using OgpBot.Digests;
using OgpBot.Host.Operations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

/// <summary>Everything by which the bot speaks to Slack.</summary>
internal static class SlackOutbound
{
    public static void AddSlackOutbound(this IServiceCollection services, SlackOptions options, ChannelHealth health)
    {
        services.AddPlatformClient(SlackClient.Name, mayBeLocal: options.IsStandIn);
        if (options.IsInstallable)
        {
            services.AddSlackKeys();
        }
        else
        {
            // Nothing is ever encrypted.
            services.AddSingleton<IDataProtectionProvider, EphemeralDataProtectionProvider>();
        }

        // Found by name by whoever keeps it true.
        services.AddKeyedSingleton(SlackNames.Channel, health);
        services.AddSingleton<SlackQuota>();
        services.AddSingleton<SlackClient>();
        services.AddSingleton<SlackInstallations>();
        services.AddSingleton<SlackInstallStates>();
        services.AddSingleton<SlackInstall>();
        services.AddSingleton<SlackTokens>();
        services.AddSingleton<SlackPurge>();
        services.AddSingleton<SlackSearches>();
        services.AddSingleton<SlackHome>();
        services.AddSingleton<SlackUnfurls>();
        services.AddSingleton<SlackPosts>();
        services.AddSingleton<SlackChannel>();
        services.AddSingleton<IPlatform, SlackPlatform>();
        if (options.IsOn)
        {
            services.AddSingleton<IChannel>(provider => provider.GetRequiredService<SlackChannel>());
        }

        if (options is { IsOn: true, BotToken.Length: > 0 })
        {
            services.AddHostedService<SlackTokenWatch>();
        }
    }
}
