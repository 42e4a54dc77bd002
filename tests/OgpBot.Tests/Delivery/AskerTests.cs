using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Delivery;

public sealed class AskerTests : IDisposable
{
    private static readonly Asker Ana = new("U1", "C1") { PlaceRoute = "{\"channel\":\"C1\"}", PersonRoute = "{\"channel\":\"U1\"}", Zone = "America/Lima" };

    private readonly TempFolder folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_is_known_when_a_message_is_answered_after_a_restart()
    {
        var never = new TaskCompletionSource<Reply>(TaskCreationOptions.RunContinuationsAsynchronously);
        var first = new Listening(never.Task);
        await using (var before = await DeliveryUnderTest.StartAsync(folder.Data, new RecordingChannel("platform"), first))
        {
            var utterance = new Utterance("subscriptions", new("platform", "tenant", "room")) { Asker = Ana };
            await before.Inbox.AcceptAsync(new(utterance, ["1"], "{}"), Cancel);
            await first.Asked;
            never.SetCanceled(Cancel);
            await before.WriteAsync("update inbox set lease_until = 0, due_at = 0");
        }

        var second = new Listening(Task.FromResult(new Reply("Heard.")));
        await using var after = await DeliveryUnderTest.StartAsync(folder.Data, new RecordingChannel("platform"), second);

        Assert.Equal(Ana, (await second.Asked).Asker);
    }

    public void Dispose() => folder.Dispose();

    /// <summary>Takes every question about what is followed, and keeps it.</summary>
    private sealed class Listening(Task<Reply> reply) : IIntent
    {
        private readonly TaskCompletionSource<Question> asked = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task<Question> Asked => asked.Task.WaitAsync(TimeSpan.FromSeconds(30), Cancel);

        public string Name => "listen";

        public IReadOnlyList<string> Examples => [];

        public bool Answers(Question question) => question.Verb == Verb.Subscriptions;

        public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
        {
            asked.TrySetResult(question);
            return reply;
        }
    }
}
