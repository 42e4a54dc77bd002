using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack;

internal static class SocketModeUnderTest
{
    public static SlackSocketService Of(Uri api, SlackIntake intake, SlackSocketTiming timing, ChannelHealth health)
    {
        var handler = new SocketsHttpHandler();
        var addresses = new SlackSocketAddress(new HttpClient(handler), api, StandInSocketMode.Token, TimeProvider.System);
        var opening = new SlackSocketOpening(addresses, new HttpMessageInvoker(handler), intake, timing, TimeProvider.System, NullLogger<SlackSocketConnection>.Instance);
        return new(opening, health, timing, TimeProvider.System, NullLogger<SlackSocketService>.Instance);
    }
}
