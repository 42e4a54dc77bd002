using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace OgpBot.Tests.Slack;

/// <summary>Slack's side of Socket Mode on a free port: tickets for one use, hello, envelopes, notices, and whatever goes wrong.</summary>
internal sealed class StandInSocketMode : IAsyncDisposable
{
    public const string Token = "xapp-1-stand-in";

    private readonly WebApplication app;
    private readonly ConcurrentDictionary<string, bool> tickets = new();
    private readonly ConcurrentDictionary<string, TaskCompletionSource<JsonNode>> awaited = new();
    private readonly System.Threading.Channels.Channel<Line> opened = System.Threading.Channels.Channel.CreateUnbounded<Line>();

    private StandInSocketMode()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        app = builder.Build();
        app.UseWebSockets();
        app.MapPost("/api/apps.connections.open", Open);
        app.Map("/link", ConnectAsync);
    }

    public Uri Api => new($"{app.Urls.Single()}/api/");

    /// <summary>Takes the place of the answer with an address, once each.</summary>
    public ConcurrentQueue<IResult> InsteadOfAnAddress { get; } = new();

    /// <summary>False: connections are taken, but nothing is said.</summary>
    public bool SaysHello { get; set; } = true;

    /// <summary>True: hears nothing after the hello and answers no pings, as behind a cable that was pulled.</summary>
    public bool IsDeaf { get; set; }

    public int Asked { get; private set; }

    public List<Line> Lines { get; } = [];

    public static async Task<StandInSocketMode> StartAsync(CancellationToken cancellationToken)
    {
        var slack = new StandInSocketMode();
        await slack.app.StartAsync(cancellationToken);
        return slack;
    }

    /// <summary>The next connection that the bot opens.</summary>
    public async Task<Line> NextAsync(CancellationToken cancellationToken) => await opened.Reader.ReadAsync(cancellationToken);

    /// <summary>Sends an envelope; the result is its acknowledgement.</summary>
    public async Task<JsonNode> SendAsync(Line line, string type, JsonNode payload, bool takesAnswer, CancellationToken cancellationToken) =>
        await (await SayAsync(line, type, payload, takesAnswer, cancellationToken)).Acknowledged.WaitAsync(cancellationToken);

    /// <summary>Sends an envelope; returns when it is on its way.</summary>
    public async Task<(string Id, Task<JsonNode> Acknowledged)> SayAsync(Line line, string type, JsonNode payload, bool takesAnswer, CancellationToken cancellationToken)
    {
        var id = Guid.NewGuid().ToString();
        var acknowledged = awaited[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        await line.SayAsync(new JsonObject { ["envelope_id"] = id, ["payload"] = payload, ["type"] = type, ["accepts_response_payload"] = takesAnswer }.ToJsonString(), cancellationToken);
        return (id, acknowledged.Task);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var line in Snapshot())
        {
            line.Cut();
        }

        await app.DisposeAsync();
    }

    public Line[] Snapshot()
    {
        lock (Lines)
        {
            return [.. Lines];
        }
    }

    private IResult Open(HttpContext context)
    {
        Asked++;
        if (InsteadOfAnAddress.TryDequeue(out var instead))
        {
            return instead;
        }

        if (context.Request.Headers.Authorization != $"Bearer {Token}")
        {
            return Results.Json(new { ok = false, error = "invalid_auth" });
        }

        var ticket = Guid.NewGuid().ToString();
        tickets[ticket] = true;
        return Results.Json(new { ok = true, url = $"{app.Urls.Single().Replace("http", "ws", StringComparison.Ordinal)}/link?ticket={ticket}" });
    }

    private async Task ConnectAsync(HttpContext context)
    {
        if (!tickets.TryRemove(context.Request.Query["ticket"].ToString(), out _) || !context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 403;
            return;
        }

        using var line = new Line(await context.WebSockets.AcceptWebSocketAsync(), context.Abort);
        if (SaysHello)
        {
            await line.SayAsync("""{"type":"hello","num_connections":1,"debug_info":{"approximate_connection_time":18060}}""", context.RequestAborted);
        }

        lock (Lines)
        {
            Lines.Add(line);
        }

        opened.Writer.TryWrite(line);
        if (IsDeaf)
        {
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        await line.ReadAsync(acknowledgement => awaited.GetValueOrDefault((string)acknowledgement["envelope_id"]!)?.TrySetResult(acknowledgement));
    }

    /// <summary>One connection as Slack has it.</summary>
    internal sealed class Line(WebSocket socket, Action abort) : IDisposable
    {
        private readonly SemaphoreSlim saying = new(1);
        private readonly TaskCompletionSource<WebSocketCloseStatus?> ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

        /// <summary>How the bot ended it; null when it just broke.</summary>
        public Task<WebSocketCloseStatus?> Ended => ended.Task;

        public async Task SayAsync(string text, CancellationToken cancellationToken)
        {
            await saying.WaitAsync(cancellationToken);
            try
            {
                await socket.SendAsync(Encoding.UTF8.GetBytes(text), WebSocketMessageType.Text, true, cancellationToken);
            }
            finally
            {
                saying.Release();
            }
        }

        public Task TellAsync(string reason, CancellationToken cancellationToken) =>
            SayAsync($$$"""{"type":"disconnect","reason":"{{{reason}}}","debug_info":{"host":"applink-1"}}""", cancellationToken);

        public Task CloseAsync(CancellationToken cancellationToken) => socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, cancellationToken);

        public void Cut()
        {
            if (!Ended.IsCompleted)
            {
                abort();
            }
        }

        // A semaphore that is disposed of leaves whoever waits for it waiting for ever, cancelled or not.
        public void Dispose() => socket.Dispose();

        public async Task ReadAsync(Action<JsonNode> acknowledged)
        {
            try
            {
                var buffer = new byte[1 << 20];
                while (true)
                {
                    var count = 0;
                    ValueWebSocketReceiveResult part;
                    do
                    {
                        part = await socket.ReceiveAsync(buffer.AsMemory(count), CancellationToken.None);
                        count += part.Count;
                    }
                    while (!part.EndOfMessage);
                    if (part.MessageType == WebSocketMessageType.Close)
                    {
                        if (socket.State == WebSocketState.CloseReceived)
                        {
                            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
                        }

                        ended.TrySetResult(socket.CloseStatus);
                        return;
                    }

                    acknowledged(JsonNode.Parse(buffer.AsSpan(0, count))!);
                }
            }
            catch (Exception reason) when (reason is WebSocketException or OperationCanceledException or IOException)
            {
                ended.TrySetResult(null);
            }
        }
    }
}
