using OgpBot.Conversations;

namespace OgpBot;

/// <summary>An utterance in, a reply out.</summary>
public sealed class Bot
{
    public Task<Reply> AnswerAsync(Utterance utterance, CancellationToken cancellationToken) => throw new NotSupportedException();
}
