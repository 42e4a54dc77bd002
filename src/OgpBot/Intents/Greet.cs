using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>A short greeting that says how to go on.</summary>
public sealed class Greet : IIntent
{
    public string Name => "greet";

    public IReadOnlyList<string> Examples => ["hello", "hola"];

    public bool Answers(Question question) => question.Verb == Verb.Greet;

    public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken) =>
        Task.FromResult(Talk.Reply(Name, question, TalkTexts.In(question.Language).Hello));
}
