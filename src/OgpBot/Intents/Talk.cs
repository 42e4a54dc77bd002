using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Answers without records: a sentence or two and the same few ways on.</summary>
internal static class Talk
{
    public static Reply Reply(string intent, Question question, params IReadOnlyList<string> sentences)
    {
        var texts = TalkTexts.In(question.Language);
        // Other notices repeat what was typed; here that may be hostile.
        var cut = Notes.Of(question with { Notices = question.Notices.Where(notice => notice.Kind == NoticeKind.Cut).ToValues() });
        return new Reply(string.Join(' ', sentences), [.. sentences.Select(sentence => new Prose(sentence)), .. cut])
        {
            Intent = intent,
            Language = question.Language,
            Choices =
            [
                new(texts.HelpLabel, texts.HelpWord),
                new(texts.StarredPhrase, Queries.To(Verb.Find, Topic.Commitments, new() { Starred = true })),
                new(texts.PlansPhrase, Queries.To(Verb.Find, Topic.Plans)),
                new(texts.NewestPhrase, Queries.ToNewestResources()),
            ],
        };
    }
}
