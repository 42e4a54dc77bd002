using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>Answers one kind of question.</summary>
public interface IIntent
{
    /// <summary>Verb first: find-commitments.</summary>
    string Name { get; }

    /// <summary>English and Spanish questions that reach it. Help prints them; a test routes each back here.</summary>
    IReadOnlyList<string> Examples { get; }

    bool Answers(Question question);

    Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken);
}
