using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Takes thanks and goodbyes.</summary>
public sealed class Thank : IIntent
{
    public string Name => "thank";

    public IReadOnlyList<string> Examples => ["thanks!", "gracias"];

    public bool Answers(Question question) => question.Verb == Verb.Thank;

    public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        Task.FromResult(Talk.Reply(Name, question, TalkTexts.In(question.Language).Welcome));
}
