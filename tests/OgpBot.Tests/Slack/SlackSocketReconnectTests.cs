using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using OgpBot.Host.Operations;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Slack;

public sealed class SlackSocketReconnectTests
{
    private const int Reconnects = 50;

    private const int Senders = 8;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task No_event_is_lost_over_fifty_reconnects_under_load(bool isCut)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var slack = await StandInSocketMode.StartAsync(cancellationToken);
        var taken = new ConcurrentDictionary<string, int>();
        using var service = SocketModeUnderTest.Of(
            slack.Api,
            async (_, payload, _) =>
            {
                await Task.Yield();
                taken.AddOrUpdate((string)JsonNode.Parse(payload.Span)!["event_id"]!, 1, (_, before) => before + 1);
                return SlackAnswer.Acknowledged;
            },
            SlackSocketTiming.Usual with { Pause = TimeSpan.FromMilliseconds(20) },
            new ChannelHealth("slack"));
        await service.StartAsync(cancellationToken);
        var lines = new Lines(await slack.NextAsync(cancellationToken));
        using var enough = new CancellationTokenSource();

        var senders = Enumerable.Range(0, Senders).Select(sender => Task.Run(() => SendAllAsync(slack, lines, sender, enough.Token), cancellationToken)).ToArray();
        for (var reconnect = 0; reconnect < Reconnects; reconnect++)
        {
            await ReplaceAsync(slack, lines, isCut, cancellationToken);
        }

        await enough.CancelAsync();
        var sent = await Task.WhenAll(senders);
        await service.StopAsync(cancellationToken);

        Assert.Equal(sent.Sum(each => each.Events), taken.Count);
        // After a notice every event is acknowledged on its first way: nothing has to be sent again.
        Assert.Equal(0, isCut ? 0 : sent.Sum(each => each.Again));
        Assert.True(isCut || taken.Values.All(times => times == 1), "An event came twice without need.");
        TestContext.Current.SendDiagnosticMessage($"{taken.Count} events, {sent.Sum(each => each.Again)} sent again");
    }

    private static async Task ReplaceAsync(StandInSocketMode slack, Lines lines, bool isCut, CancellationToken cancellationToken)
    {
        var old = lines.Newest;
        if (isCut)
        {
            old.Cut();
            lines.Newest = await slack.NextAsync(cancellationToken);
            await Task.Delay(20, cancellationToken);
            return;
        }

        await old.TellAsync("refresh_requested", cancellationToken);
        lines.Newest = await slack.NextAsync(cancellationToken);
        // Both get events for a while, then Slack closes the old one.
        lines.Old = old;
        await Task.Delay(20, cancellationToken);
        lines.Old = null;
        // Slack says nothing on a connection that it has closed; what it said before may still be unacknowledged.
        await lines.SilenceAsync(old, cancellationToken);
        await old.CloseAsync(cancellationToken);
    }

    /// <summary>As Slack: an event that is not acknowledged is sent again, wherever there is a connection.</summary>
    private static async Task<(int Events, int Again)> SendAllAsync(StandInSocketMode slack, Lines lines, int sender, CancellationToken enough)
    {
        var (events, again) = (0, 0);
        while (!enough.IsCancellationRequested)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"Ev{sender}-{events++}");
            while (!await IsAcknowledgedAsync(slack, lines, events, id))
            {
                again++;
                await Task.Delay(10, CancellationToken.None);
            }
        }

        return (events, again);
    }

    private static async Task<bool> IsAcknowledgedAsync(StandInSocketMode slack, Lines lines, int turn, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(15));
        var line = lines.Begin(turn);
        try
        {
            var (_, acknowledged) = await lines.EndAsync(line, slack.SayAsync(line, "events_api", new JsonObject { ["event_id"] = id }, takesAnswer: false, patience.Token));
            await Task.WhenAny(acknowledged, line.Ended, Task.Delay(Timeout.Infinite, patience.Token));
            // The last acknowledgements come just before the end.
            return acknowledged.IsCompletedSuccessfully;
        }
        catch (Exception reason) when (reason is WebSocketException or OperationCanceledException or ObjectDisposedException or IOException or InvalidOperationException)
        {
            // Cut off while it was said.
            return false;
        }
        finally
        {
            await patience.CancelAsync();
        }
    }

    private sealed class Lines(StandInSocketMode.Line first)
    {
        private readonly ConcurrentDictionary<StandInSocketMode.Line, int> speaking = new();

        public volatile StandInSocketMode.Line Newest = first;

        public volatile StandInSocketMode.Line? Old;

        /// <summary>The line for something that is about to be said.</summary>
        public StandInSocketMode.Line Begin(int turn)
        {
            while (true)
            {
                var line = turn % 2 == 0 && Old is { } old ? old : Newest;
                speaking.AddOrUpdate(line, 1, (_, before) => before + 1);
                if (line == Old || line == Newest)
                {
                    return line;
                }

                End(line);
            }
        }

        public async Task<T> EndAsync<T>(StandInSocketMode.Line line, Task<T> said)
        {
            try
            {
                return await said;
            }
            finally
            {
                End(line);
            }
        }

        /// <summary>Returns when nobody is in the middle of saying something on a line that is out of use.</summary>
        public async Task SilenceAsync(StandInSocketMode.Line line, CancellationToken cancellationToken)
        {
            while (speaking.GetValueOrDefault(line) > 0)
            {
                await Task.Delay(1, cancellationToken);
            }
        }

        private void End(StandInSocketMode.Line line) => speaking.AddOrUpdate(line, 0, (_, before) => before - 1);
    }
}
