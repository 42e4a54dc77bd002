using Microsoft.Extensions.Options;
using OgpBot.Host.Operations;

namespace OgpBot.Host.Teams;

internal static class TeamsRegistration
{
    /// <summary>As in <see cref="OgpBot.Conversations.Address.Channel"/>.</summary>
    public const string Channel = "teams";

    public static void AddTeams(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<TeamsOptions>, TeamsOptionsValidator>();
        builder.Services.AddOptions<TeamsOptions>().Bind(builder.Configuration).BindConfiguration(TeamsOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton(provider => provider.GetRequiredService<IOptions<TeamsOptions>>().Value);
        builder.Services.AddSingleton<TeamsHosts>();
        builder.Services.AddTeamsReceiving(builder.Configuration);
        // Listed by /readyz.
        var health = new ChannelHealth(Channel);
        builder.Services.AddSingleton(health);
        builder.Services.AddTeamsSending(builder.Configuration, health);
    }
}
