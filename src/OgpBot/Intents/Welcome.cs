using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What the bot says of itself when it comes to a place. No answer: nobody asked.</summary>
public static class Welcome
{
    public const string Name = "welcome";

    /// <param name="language">Null when it is unknown there: then both are spoken.</param>
    /// <param name="several">Whether several people are there, who must mention the bot.</param>
    /// <param name="addedBy">The name of who brought it there; null when unknown.</param>
    public static Reply To(Language? language, bool several, string? addedBy = null)
    {
        Language[] spoken = language is { } one ? [one] : [Language.English, Language.Spanish];
        return Talk.Reply(Name, new Question { Verb = Verb.Greet, Language = spoken[0] }, [.. spoken.Select(Say)]);

        string Say(Language each)
        {
            var texts = WelcomeTexts.In(each);
            string[] here = several ? [.. addedBy is { Length: > 0 } ? [texts.AddedBy(addedBy)] : Array.Empty<string>(), texts.MentionMe] : [];
            return string.Join(' ', [TalkTexts.In(each).Hello, texts.Following, .. here]);
        }
    }
}
