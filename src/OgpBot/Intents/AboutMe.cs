using OgpBot.Conversations;
using OgpBot.Privacy;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What is kept about whoever asks.</summary>
/// <param name="forgetting">Null where there is no state, so that nobody is known.</param>
public sealed class AboutMe(Forgetting? forgetting) : IIntent
{
    public string Name => "show-privacy";

    public IReadOnlyList<string> Examples => ["what do you know about me?", "¿qué sabes de mí?"];

    public bool Answers(Question question) => question.Verb == Verb.AboutMe;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var texts = PrivacyTexts.In(question.Language);
        if (forgetting is null || Person.Of(question.Address, question.Asker) is not { } person)
        {
            return new Reply(texts.Nobody, new Heading(texts.Title), new Prose(texts.Nobody), new Note(texts.Rules)) { Intent = Name, Language = question.Language };
        }

        var kept = await forgetting.WhatIsKeptAsync(person, cancellationToken);
        var rows = texts.Rows(kept).ToList();
        return new Reply(texts.Kept(kept), [new Heading(texts.Title), new Prose(texts.Kept(kept)), .. rows.Count == 0 ? (Block[])[] : [new Facts(rows)], new Note(texts.Rules)])
        {
            Intent = Name,
            Language = question.Language,
            Choices = kept.Total == 0 ? [] : [new(texts.ForgetLabel, CanonicalQuery.Print(new Question { Verb = Verb.ForgetMe }))],
        };
    }
}
