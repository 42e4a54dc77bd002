using System.Threading.Channels;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Tests.Delivery;

/// <summary>A platform that does what a test tells it, and writes down what it was sent.</summary>
internal sealed class RecordingChannel(string name = "platform") : IChannel
{
    private readonly Channel<Outgoing> sent = Channel.CreateUnbounded<Outgoing>();

    public string Name => name;

    public ChannelLimits Limits { get; init; } = new([], []);

    /// <summary>What becomes of a message; sent when not given.</summary>
    public Func<Outgoing, Task<Outcome>> OnSend { get; set; } = _ => Task.FromResult<Outcome>(new Outcome.Sent("id"));

    public Func<Outgoing, Task<Outcome>> OnFind { get; set; } = _ => Task.FromResult<Outcome>(new Outcome.Unknown("not asked"));

    public ChannelPromise Promise { get; set; } = new(false, false);

    public string PlaceOf(Outgoing message) => message.Address.Conversation.Split('/')[0];

    public string HostOf(Outgoing message) => "host";

    public ChannelPromise PromiseOf(Outgoing message) => Promise;

    public Task<Outcome> SendAsync(Outgoing message, CancellationToken cancellationToken) => RecordAsync(message);

    public Task<Outcome> UpdateAsync(Outgoing message, string messageId, CancellationToken cancellationToken) => RecordAsync(message);

    public Task<Outcome> FindAsync(Outgoing message, CancellationToken cancellationToken) => OnFind(message);

    public Task ShowTypingAsync(Address address, string route, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The next message that reached it, waited for.</summary>
    public async Task<Outgoing> NextAsync() => await sent.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(30));

    public async Task<IReadOnlyList<Outgoing>> NextAsync(int count)
    {
        List<Outgoing> all = [];
        while (all.Count < count)
        {
            all.Add(await NextAsync());
        }

        return all;
    }

    public int Unread => sent.Reader.Count;

    private async Task<Outcome> RecordAsync(Outgoing message)
    {
        var outcome = await OnSend(message);
        sent.Writer.TryWrite(message);
        return outcome;
    }
}
