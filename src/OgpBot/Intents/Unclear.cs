using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Nothing could be read: says so and shows ways on. Nothing of what was typed is repeated.</summary>
public sealed class Unclear : IIntent
{
    public string Name => "unclear";

    public IReadOnlyList<string> Examples => ["asdfgh qwerty", "¿?"];

    public bool Answers(Question question) => question.Verb == Verb.Unclear;

    public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = TalkTexts.In(question.Language);
        var examples = string.Join(", ", new[] { texts.StarredPhrase, texts.PlansPhrase, texts.NewestPhrase }.Select(phrase => Phrase.Quote(phrase, question.Language)));
        return Task.FromResult(Talk.Reply(Name, question, texts.NotRead, $"{texts.Try} {examples}. {texts.OrHelp}"));
    }
}
