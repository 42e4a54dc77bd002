using OgpBot.Host.Operations;

namespace OgpBot.Host.Teams;

/// <summary>Reads the signing keys before the first activity needs them, and tells what is taken from whom.</summary>
internal sealed partial class TeamsStart(
    TeamsOptions options, IReadOnlyList<TeamsIssuer> issuers, [FromKeyedServices(TeamsRegistration.Channel)] ChannelHealth health, TimeProvider time, ILogger<TeamsStart> log)
    : BackgroundService
{
    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.HasAuthentication)
        {
            health.On("on: without authentication, for this machine only");
            LogNoAuthentication(log);
            return Task.CompletedTask;
        }

        if (options.LocalPeers)
        {
            LogLocalPeers(log);
        }

        health.Failing("the signing keys were not read yet");
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            foreach (var issuer in issuers)
            {
                await issuer.Keys.ReadAsync(stoppingToken);
            }

            if (issuers.All(issuer => issuer.Keys.Known))
            {
                health.On(options.LocalPeers ? "on: for development, with peers on this machine" : "on");
                return;
            }

            health.Failing("the signing keys cannot be read");
            await Task.Delay(TeamsKeys.PauseAfterFailure, time, stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Teams: NO AUTHENTICATION, since no MicrosoftAppId is set. Activities are taken from this machine only, from whoever is on it")]
    private static partial void LogNoAuthentication(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Teams: FOR DEVELOPMENT ONLY. Teams:LocalPeers is on, so tokens of the own tenant and addresses on this machine are taken")]
    private static partial void LogLocalPeers(ILogger logger);
}
