using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Answers about following that are a sentence or two with the next steps.</summary>
internal static class FollowReplies
{
    /// <summary>Records in a preview: enough to recognise what would come.</summary>
    public const int MostItems = 3;

    /// <summary>A question back.</summary>
    public static Reply Ask(string intent, Question question, string text, IEnumerable<Choice> choices) =>
        Done(intent, question, text, choices) with { Query = CanonicalQuery.Print(question with { Follow = (question.Follow ?? new Follow()) with { Confirmed = false } }) };

    /// <summary>Something was done. It has no query: nobody repeats it by looking at it again, or by sharing it.</summary>
    public static Reply Done(string intent, Question question, string text, IEnumerable<Choice> choices) =>
        new(text, [new Prose(text), .. Notes.Of(question)])
        {
            Intent = intent,
            Language = question.Language,
            Choices = [.. choices.DistinctBy(choice => choice.Says).Take(Room.Choices)],
        };

    /// <summary>When it is due next, after what was done with it.</summary>
    public static string WithNext(string text, Subscription subscription, Language language) => subscription is { State: SubscriptionState.Active, NextDue: { } next, Cadence: { Rhythm: not Rhythm.AtOnce, Zone: var zone } }
        ? $"{text} {FollowTexts.In(language).Next(CadenceTexts.In(language).When(next, zone))}"
        : text;

    /// <summary>With nothing but the way to the list.</summary>
    public static Reply Say(string intent, Question question, string text) =>
        Done(intent, question, text, [new(FollowedTexts.In(question.Language).All, FollowQueries.List)]);
}
