using System.Net;
using System.Net.Sockets;

namespace OgpBot.Host.Outbound;

/// <summary>How requests leave the host: to the given hosts alone, without redirects or a proxy, bounded in time and size, never into the private network.</summary>
internal static class PlatformHttp
{
    private static readonly TimeSpan ConnectPatience = TimeSpan.FromSeconds(5);

    /// <summary>From the first byte sent to the last one read.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private const int LongestResponse = 1 << 20;

    /// <param name="mayBeLocal">For a stand-in on this machine, which the settings name: loopback is allowed then.</param>
    public static IHttpClientBuilder AddPlatformClient(this IServiceCollection services, string name, bool mayBeLocal) => services
        .AddHttpClient(name, client =>
        {
            client.Timeout = Patience;
            client.MaxResponseContentBufferSize = LongestResponse;
        })
        .RemoveAllLoggers()
        .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectTimeout = ConnectPatience,
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            // Nobody outside is told how our requests hang together.
            ActivityHeadersPropagator = null,
            ConnectCallback = (context, token) => ConnectAsync(context.DnsEndPoint, mayBeLocal, token),
        });

    private static async ValueTask<Stream> ConnectAsync(DnsEndPoint host, bool mayBeLocal, CancellationToken cancellationToken)
    {
        var addresses = await Dns.GetHostAddressesAsync(host.Host, cancellationToken);
        var allowed = addresses.Where(address => mayBeLocal || PublicAddress.Is(address)).ToArray();
        if (allowed.Length == 0)
        {
            throw new HttpRequestException(HttpRequestError.ConnectionError, "The host has no public address.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(allowed, host.Port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
