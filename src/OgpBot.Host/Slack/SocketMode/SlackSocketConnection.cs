using System.Buffers;
using System.Net.WebSockets;
using System.Text.Json;

namespace OgpBot.Host.Slack;

/// <summary>Takes in the payload of an envelope of this type; the answer goes into the acknowledgement.</summary>
internal delegate Task<SlackAnswer> SlackIntake(string type, ReadOnlyMemory<byte> payload, CancellationToken cancellationToken);

/// <summary>
/// One connection: reads until Slack closes it, and acknowledges on it what the intake has stored. What is not acknowledged Slack sends again, here or on
/// another connection.
/// </summary>
internal sealed partial class SlackSocketConnection : IDisposable
{
    /// <summary>The connection ended without a notice.</summary>
    public const string Lost = "lost";

    private const int LongestMessage = 1 << 20;

    private const int AtOnce = 64;

    private readonly WebSocket socket;
    private readonly SlackIntake intake;
    private readonly SlackSocketTiming timing;
    private readonly TimeProvider time;
    private readonly ILogger log;
    private readonly SemaphoreSlim slots = new(AtOnce);
    private readonly SemaphoreSlim sending = new(1);
    private readonly TaskCompletionSource hello = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<string> notice = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource hurried = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task reading;
    private volatile bool leaving;

    public SlackSocketConnection(WebSocket socket, SlackIntake intake, SlackSocketTiming timing, TimeProvider time, ILogger log)
    {
        (this.socket, this.intake, this.timing, this.time, this.log) = (socket, intake, timing, time, log);
        reading = Task.Run(ReadAllAsync);
    }

    /// <summary>Slack has said hello.</summary>
    public Task Hello => hello.Task;

    /// <summary>Why another connection is needed: the reason that Slack gave, or <see cref="Lost"/>.</summary>
    public Task<string> Notice => notice.Task;

    /// <summary>Serves on until Slack closes or somebody hurries, acknowledges what was taken in, says goodbye. Returns when the connection is closed.</summary>
    public async Task LeaveAsync()
    {
        await Task.WhenAny(reading, hurried.Task, Task.Delay(timing.Overlap, time));
        leaving = true;
        using var patience = new CancellationTokenSource(timing.Goodbye, time);
        await DrainAsync(patience.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await SayGoodbyeAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        await reading.WaitAsync(timing.Goodbye, time).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        socket.Abort();
        await reading;
    }

    /// <summary>Whoever leaves does not wait for Slack.</summary>
    public void Hurry() => hurried.TrySetResult();

    // The semaphores hold nothing of the system's, and a late answer may still release one.
    public void Dispose() => socket.Dispose();

    private async Task ReadAllAsync()
    {
        try
        {
            var buffer = new ArrayBufferWriter<byte>(4096);
            while (await ReadAsync(buffer) is { } frame)
            {
                await TakeAsync(frame);
            }
        }
        catch (Exception reason) when (reason is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException)
        {
            LogBroken(log, (reason as WebSocketException)?.WebSocketErrorCode.ToString() ?? reason.GetType().Name);
        }
        finally
        {
            notice.TrySetResult(Lost);
        }
    }

    /// <returns>Null when Slack has closed.</returns>
    private async Task<SlackSocketFrame?> ReadAsync(ArrayBufferWriter<byte> buffer)
    {
        buffer.ResetWrittenCount();
        var tooLong = false;
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.GetMemory(4096), CancellationToken.None);
            if (part.MessageType == WebSocketMessageType.Close)
            {
                return null;
            }

            tooLong |= buffer.WrittenCount + part.Count > LongestMessage;
            if (!tooLong)
            {
                buffer.Advance(part.Count);
            }

            if (part.EndOfMessage)
            {
                // The payload outlives the buffer.
                return tooLong ? new SlackSocketFrame.Other() : SlackSocketFrame.Read(buffer.WrittenSpan.ToArray());
            }
        }
    }

    private async Task TakeAsync(SlackSocketFrame frame)
    {
        switch (frame)
        {
            case SlackSocketFrame.Hello:
                hello.TrySetResult();
                break;
            case SlackSocketFrame.Disconnect told:
                notice.TrySetResult(told.Reason);
                break;
            case SlackSocketFrame.Envelope envelope when !leaving:
                // Whoever sends more than this host can take in waits.
                await slots.WaitAsync();
                _ = Task.Run(() => AnswerAsync(envelope));
                break;
            case SlackSocketFrame.Other:
                LogUnread(log);
                break;
            default:
                break;
        }
    }

    private async Task AnswerAsync(SlackSocketFrame.Envelope envelope)
    {
        try
        {
            using var patience = new CancellationTokenSource(timing.Answer, time);
            var answer = await intake(envelope.Type, envelope.Payload, patience.Token);
            // What is wrong in itself would only come again.
            if (answer.Status < StatusCodes.Status500InternalServerError)
            {
                await SendAsync(Acknowledgement(envelope, answer), patience.Token);
            }
            else
            {
                LogNotAcknowledged(log, envelope.Type, answer.Status);
            }
        }
        catch (Exception reason) when (reason is WebSocketException or ObjectDisposedException or OperationCanceledException)
        {
            // Too late: Slack sends it again, and the inbox knows it then.
            LogLate(log, envelope.Type);
        }
        catch (Exception fault)
        {
            // As the host's handler does for HTTP: a fault concerns one envelope.
            LogFault(log, fault, envelope.Type);
        }
        finally
        {
            slots.Release();
        }
    }

    private static ReadOnlyMemory<byte> Acknowledgement(SlackSocketFrame.Envelope envelope, SlackAnswer answer)
    {
        var buffer = new ArrayBufferWriter<byte>(256);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("envelope_id", envelope.Id);
            if (envelope.TakesAnswer && answer.Json is { } body)
            {
                json.WritePropertyName("payload");
                json.WriteRawValue(body);
            }

            json.WriteEndObject();
        }

        return buffer.WrittenMemory;
    }

    private async Task SendAsync(ReadOnlyMemory<byte> message, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            // To cancel a frame halfway would break the connection for the others.
            await socket.SendAsync(message, WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        }
        finally
        {
            sending.Release();
        }
    }

    private async Task DrainAsync(CancellationToken patience)
    {
        for (var slot = 0; slot < AtOnce; slot++)
        {
            await slots.WaitAsync(patience);
        }
    }

    private async Task SayGoodbyeAsync()
    {
        using var patience = new CancellationTokenSource(timing.Goodbye, time);
        await sending.WaitAsync(patience.Token);
        try
        {
            await socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, patience.Token);
        }
        finally
        {
            sending.Release();
        }
    }

    [LoggerMessage(1, LogLevel.Information, "A connection to Slack broke ({Reason})")]
    private static partial void LogBroken(ILogger logger, string reason);

    [LoggerMessage(2, LogLevel.Warning, "Slack sent something that cannot be read; it was not acknowledged")]
    private static partial void LogUnread(ILogger logger);

    [LoggerMessage(3, LogLevel.Information, "Not acknowledged: {Type} was answered {Status}; Slack sends it again")]
    private static partial void LogNotAcknowledged(ILogger logger, string type, int status);

    [LoggerMessage(4, LogLevel.Information, "An acknowledgement of {Type} came too late for its connection; Slack sends it again")]
    private static partial void LogLate(ILogger logger, string type);

    [LoggerMessage(5, LogLevel.Error, "Not acknowledged: a fault while taking in {Type}")]
    private static partial void LogFault(ILogger logger, Exception fault, string type);
}
