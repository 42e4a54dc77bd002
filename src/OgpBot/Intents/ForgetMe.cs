using OgpBot.Conversations;
using OgpBot.Privacy;
using OgpBot.Reading;
using OgpBot.Storage;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Forgets whoever asks, after a second yes.</summary>
/// <param name="forgetting">Null where there is no state, so that nobody is known.</param>
public sealed class ForgetMe(Forgetting? forgetting) : IIntent
{
    public string Name => "forget-me";

    public IReadOnlyList<string> Examples => ["forget me", "olvídame", "delete my data"];

    public bool Answers(Question question) => question.Verb is Verb.ForgetMe or Verb.ForgetMeNow;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = PrivacyTexts.In(question.Language);
        if (forgetting is null || Person.Of(question.Address, question.Asker) is not { } person)
        {
            return Say(texts.Nobody, question);
        }

        if (question.Verb == Verb.ForgetMe)
        {
            var sure = texts.Sure(await forgetting.WhatIsKeptAsync(person, cancellationToken));
            return new Reply(sure, new Heading(texts.SureTitle), new Prose(sure))
            {
                Intent = Name,
                Language = question.Language,
                Choices = [new(texts.YesLabel, CanonicalQuery.Print(new Question { Verb = Verb.ForgetMeNow }))],
            };
        }

        try
        {
            await forgetting.AskAsync(person, cancellationToken);
            return Say(texts.Forgotten, question);
        }
        catch (StateBusyException)
        {
            return Say(texts.NotNow, question);
        }
    }

    private Reply Say(string text, Question question) => new(text, new Prose(text)) { Intent = Name, Language = question.Language };
}
