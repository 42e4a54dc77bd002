using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>Words to a question: pure, deterministic, no I/O. The order of the rules is the order of the steps here.</summary>
public static partial class Reader
{
    /// <summary>Characters of an utterance that are read.</summary>
    public const int LongestText = 1000;

    /// <summary>Characters of a canonical query, which can say more than what was typed; a longer one is read as words are.</summary>
    public const int LongestQuery = 2 * LongestText;

    // Its words were understood; the sentence may take them for others: "resume" is a summary in Spanish.
    private const int WeightOfFollowing = 3;

    public static Question Read(string text, Vocabulary vocabulary, Context context)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(vocabulary);
        ArgumentNullException.ThrowIfNull(context);

        // A click or a stored query: exactly what was printed.
        if (text.Length <= LongestQuery && CanonicalQuery.Parse(text, vocabulary) is { } exact && !IsSummary(exact, context))
        {
            return exact with { Language = context.Language };
        }

        var cut = text.Length > LongestText;
        var typed = Mention().Replace(Link().Replace(cut ? text[..LongestText] : text, " ${last} "), " ");
        var book = Phrasebook.For(vocabulary);
        var (folded, introduced) = Preamble.Of(Folding.Fold(typed), book);
        var sentence = Sentence.Of(folded, book);
        var following = FollowReading.Of(folded, book, context, says => Understand(Sentence.Of(says, book), vocabulary, Context.Fresh(context.Language)));
        var followed = following?.Read();
        var question = followed ?? Understand(sentence, vocabulary, AsList(context));
        return question with
        {
            Language = LanguageGuess.Named(sentence) ?? LanguageGuess.Of(typed, sentence, followed is null ? 0 : WeightOfFollowing * following!.Spanish) ?? context.Language,
            Notices = [.. question.Notices, .. introduced, .. Cut(cut)],
        };
    }

    private static Values<Notice> Cut(bool cut) => cut ? [new Notice(NoticeKind.Cut, [LongestText.ToString(System.Globalization.CultureInfo.InvariantCulture)])] : [];

    /// <summary>"Resume" alone, in Spanish and after a list, asks for a summary of it: the word is a canonical query by accident.</summary>
    private static bool IsSummary(Question exact, Context context) =>
        exact == new Question { Verb = Verb.Resume } && context is { Language: Conversations.Language.Spanish, Last: { Follow: null, Verb: Verb.Find or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot } };

    /// <summary>What is followed is a list like any other, for what comes after: "only starred".</summary>
    private static Context AsList(Context context) => context.Last?.Follow is null && context.Last?.Verb is not (Verb.Subscribe or Verb.Unsubscribe or Verb.Subscriptions or Verb.Pause or Verb.Resume or Verb.Reschedule or Verb.ForgetMe) ? context
        : context with { Last = context.Last.Verb == Verb.Subscribe && context.Last.Follow?.Open != true ? context.Last with { Verb = Verb.Find, Follow = null } : null };

    private static Question Understand(Sentence sentence, Vocabulary vocabulary, Context context)
    {
        if (!sentence.Pieces.Any(piece => piece.Token is not (Pause or Minus or Sign)))
        {
            return new Question { Verb = Verb.Unclear };
        }

        if (new FollowUps(sentence, context, says => Read(says, vocabulary, Context.Fresh(context.Language))).Read() is { } followUp)
        {
            return followUp;
        }

        var reading = new QuestionReading(sentence);
        var read = reading.Read();
        return new Refinement(sentence, read, reading.NamesTopic, context).Apply();
    }

    /// <summary>A web address says as much as its last part, which may be an ID.</summary>
    [GeneratedRegex("""<?https?://[^\s<>|]*?(?<last>[\w.\-]*)/*(?:[?#][^\s<>|]*)?(?:\|[^>]*>|>|(?=[\s)\]]|\z))""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Link();

    /// <summary>A mention of the bot as Slack and Teams write it, or typed by hand. Other people's mentions say nothing either.</summary>
    [GeneratedRegex("""<at\b[^>]*>.*?</at>|<[@#!][^>\s]*>|(?<![\w.])@ogp\s?bot\b:?|&nbsp;|(?<=\b(?:in|into|to|en|a)\s)#\p{L}[\w\-]*""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Mention();
}
