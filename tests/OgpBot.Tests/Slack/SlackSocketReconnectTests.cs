using System.Collections.Concurrent;
using System.Globalization;
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
        await Task.Delay(20, cancellationToken);
        await old.CloseAsync(cancellationToken);
    }

    /// <summary>As Slack: an event that is not acknowledged is sent again, wherever there is a connection.</summary>
    private static async Task<(int Events, int Again)> SendAllAsync(StandInSocketMode slack, Lines lines, int sender, CancellationToken enough)
    {
        var (events, again) = (0, 0);
        while (!enough.IsCancellationRequested)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"Ev{sender}-{events++}");
            while (!await IsAcknowledgedAsync(slack, lines.Any(events), id))
            {
                again++;
                await Task.Delay(10, CancellationToken.None);
            }
        }

        return (events, again);
    }

    private static async Task<bool> IsAcknowledgedAsync(StandInSocketMode slack, StandInSocketMode.Line line, string id)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(3));
        try
        {
            var acknowledged = slack.SendAsync(line, "events_api", new JsonObject { ["event_id"] = id }, takesAnswer: false, patience.Token);
            return await Task.WhenAny(acknowledged, line.Ended) == acknowledged && acknowledged.IsCompletedSuccessfully;
        }
        finally
        {
            await patience.CancelAsync();
        }
    }

    private sealed class Lines(StandInSocketMode.Line first)
    {
        public volatile StandInSocketMode.Line Newest = first;

        public volatile StandInSocketMode.Line? Old;

        public StandInSocketMode.Line Any(int turn) => turn % 2 == 0 && Old is { } old ? old : Newest;
    }
}
