using System.Net.Sockets;
using System.Net.WebSockets;

namespace OgpBot.Host.Slack;

/// <summary>Opens a connection and waits for its hello: before that it gets nothing.</summary>
/// <param name="platform">How requests leave the host; the socket leaves it the same way.</param>
internal sealed class SlackSocketOpening(
    SlackSocketAddress addresses, HttpMessageInvoker platform, SlackIntake intake, SlackSocketTiming timing, TimeProvider time, ILogger<SlackSocketConnection> log)
{
    /// <exception cref="SlackSocketRefusedException">There is none this time.</exception>
    public async Task<SlackSocketConnection> OpenAsync(CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timing.Opening, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            return await WelcomedAsync(await addresses.NextAsync(either.Token), either.Token);
        }
        catch (OperationCanceledException reason) when (!cancellationToken.IsCancellationRequested)
        {
            throw new SlackSocketRefusedException("Slack did not answer in time", cause: reason);
        }
        catch (WebSocketException reason)
        {
            throw new SlackSocketRefusedException($"Slack took no connection: {Cause(reason)}", cause: reason);
        }
    }

    private async Task<SlackSocketConnection> WelcomedAsync(Uri address, CancellationToken cancellationToken)
    {
        var socket = new ClientWebSocket();
        SlackSocketConnection? connection = null;
        try
        {
            (socket.Options.KeepAliveInterval, socket.Options.KeepAliveTimeout) = (timing.Silence, timing.Patience);
            await socket.ConnectAsync(address, platform, cancellationToken);
            connection = new SlackSocketConnection(socket, intake, timing, time, log);
            await Task.WhenAny(connection.Hello, connection.Notice).WaitAsync(cancellationToken);
            return connection.Hello.IsCompleted ? connection : throw new SlackSocketRefusedException($"Slack said no hello: {await connection.Notice}");
        }
        catch
        {
            socket.Abort();
            (connection as IDisposable ?? socket).Dispose();
            throw;
        }
    }

    private static string Cause(WebSocketException reason) =>
        reason.InnerException is HttpRequestException { InnerException: SocketException socket } ? socket.SocketErrorCode.ToString() : reason.WebSocketErrorCode.ToString();
}
