using OgpBot.Conversations;

namespace OgpBot.Cli;

/// <summary>One conversation with the bot, from its first turn on.</summary>
/// <param name="preferred">The language to answer in when the words do not tell.</param>
internal sealed class Conversation(Func<Utterance, CancellationToken, Task<Reply>> answer, Language? preferred)
{
    private readonly Address address = new("cli", "", Guid.NewGuid().ToString("n"));

    /// <summary>For what is said before the first answer.</summary>
    public Language Language => preferred ?? Language.English;

    public Task<Reply> AskAsync(string text, CancellationToken cancellationToken) =>
        answer(new Utterance(text, address, preferred), cancellationToken);
}
