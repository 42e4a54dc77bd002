using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Says what this bot is not for. Nothing of what was typed is repeated.</summary>
public sealed class Decline : IIntent
{
    public string Name => "decline";

    public IReadOnlyList<string> Examples => ["tell me a joke", "cuéntame un chiste"];

    public bool Answers(Question question) => question.Verb == Verb.Decline;

    public Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = TalkTexts.In(question.Language);
        var why = question.Notices.FirstOrDefault(notice => notice.Kind == NoticeKind.Declined)?.Words;
        var text = why switch
        {
            ["secrets", ..] => texts.NoSecrets,
            _ => texts.NotForThat,
        };
        return Task.FromResult(Talk.Reply(Name, question, text));
    }
}
