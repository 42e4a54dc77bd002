using OgpBot.Delivery;
using OgpBot.Host.Operations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Teams;

internal static class TeamsSending
{
    /// <summary>The way out: clients, tokens, remembered conversations and the channel of the outbox.</summary>
    public static IServiceCollection AddTeamsSending(this IServiceCollection services, IConfiguration configuration, ChannelHealth health)
    {
        // HTTP clients are described before the options can be asked for.
        var options = new TeamsOptions();
        configuration.Bind(options);
        configuration.GetSection(TeamsOptions.Section).Bind(options);

        services.AddPlatformClient(TeamsClient.HttpName, options.MayBeLocal);
        var identity = services.AddPlatformClient(TeamsTokens.HttpName, options.MayBeLocal);
        if (options.LocalPeers && Uri.TryCreate(options.Authority, UriKind.Absolute, out var standIn) && standIn.Scheme == Uri.UriSchemeHttp)
        {
            identity.AddHttpMessageHandler(() => new TeamsStandIn(standIn));
        }

        // Found by name by whoever keeps it true.
        services.AddKeyedSingleton(TeamsRegistration.Channel, health);
        services.AddSingleton<TeamsTokens>();
        services.AddSingleton<TeamsClient>();
        services.AddSingleton<TeamsConversations>();
        services.AddSingleton<TeamsFeedback>();
        services.AddSingleton<IChannel, TeamsChannel>();
        return services;
    }
}
