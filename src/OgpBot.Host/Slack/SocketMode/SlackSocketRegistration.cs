using OgpBot.Host.Operations;
using OgpBot.Host.Outbound;

namespace OgpBot.Host.Slack;

internal static class SlackSocketRegistration
{
    private const string Client = "slack-socket";

    /// <summary>Socket Mode, when the settings have its token. Registered after what the intake needs, so that it stops first.</summary>
    public static void AddSlackSocket(this WebApplicationBuilder builder, SlackOptions options, ChannelHealth health)
    {
        if (!options.OverSocket)
        {
            return;
        }

        builder.Services.AddPlatformClient(Client, mayBeLocal: options.IsStandIn);
        builder.Services.AddSingleton<SlackSocketIntake>();
        builder.Services.AddHostedService(services =>
        {
            var time = services.GetRequiredService<TimeProvider>();
            var addresses = new SlackSocketAddress(services.GetRequiredService<IHttpClientFactory>().CreateClient(Client), options.Api, options.AppToken, time);
            var opening = new SlackSocketOpening(
                addresses,
                new HttpMessageInvoker(services.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(Client), disposeHandler: false),
                services.GetRequiredService<SlackSocketIntake>().TakeAsync,
                SlackSocketTiming.Usual,
                time,
                services.GetRequiredService<ILogger<SlackSocketConnection>>());
            return new SlackSocketService(opening, health, SlackSocketTiming.Usual, time, services.GetRequiredService<ILogger<SlackSocketService>>());
        });
    }
}
