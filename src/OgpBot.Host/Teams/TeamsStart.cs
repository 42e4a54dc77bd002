using OgpBot.Host.Operations;

namespace OgpBot.Host.Teams;

/// <summary>
/// Reads the signing keys before the first activity needs them, sees to it that the bot has a token of its own, and tells what is taken from whom.
/// </summary>
internal sealed partial class TeamsStart(
    TeamsOptions options, IReadOnlyList<TeamsIssuer> issuers, TeamsTokens tokens, [FromKeyedServices(TeamsRegistration.Channel)] ChannelHealth health, TimeProvider time, ILogger<TeamsStart> log)
    : BackgroundService
{
    private static readonly TimeSpan BetweenTokens = TimeSpan.FromMinutes(1);

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

    protected override async Task ExecuteAsync(CancellationToken stoppingToken) =>
        await Task.WhenAll(ReadKeysAsync(stoppingToken), HaveTokenAsync(stoppingToken));

    private async Task ReadKeysAsync(CancellationToken stoppingToken)
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

    /// <summary>Entra ID is asked only when there is none, or it ends soon. So the first answer does not wait for it, and health tells the truth when nobody asks anything.</summary>
    private async Task HaveTokenAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            try
            {
                await tokens.GetAsync(stoppingToken);
            }
            catch (Exception reason) when (TeamsTokens.IsOfIdentity(reason) && !stoppingToken.IsCancellationRequested)
            {
                LogNoToken(log, TeamsTokens.CodeOf(reason));
            }

            await Task.Delay(BetweenTokens, time, stoppingToken);
        }
    }

    [LoggerMessage(1, LogLevel.Warning, "Teams: NO AUTHENTICATION, since no MicrosoftAppId is set. Activities are taken from this machine only, from whoever is on it")]
    private static partial void LogNoAuthentication(ILogger logger);

    [LoggerMessage(2, LogLevel.Warning, "Teams: FOR DEVELOPMENT ONLY. Teams:LocalPeers is on, so tokens of the own tenant and addresses on this machine are taken")]
    private static partial void LogLocalPeers(ILogger logger);

    [LoggerMessage(3, LogLevel.Error, "Teams: Entra ID gives no token ({Code}), so nothing can be said there; it is asked again in a minute")]
    private static partial void LogNoToken(ILogger logger, string code);
}
