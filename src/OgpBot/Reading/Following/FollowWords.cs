using System.Collections.Frozen;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What a phrase about following says. The names are the kinds in Lexicon/following.csv.</summary>
internal enum FollowKind
{
    Follow,
    Send,
    Me,
    Here,
    Stop,
    Pause,
    Resume,
    Change,
    List,
    Noun,
    It,
    All,
    Yes,
    No,
    Changes,
    Anything,
    Glue,
    Rhythm,
    NoRhythm,
    Every,
    Day,
    ShortDay,
    Date,
    NoDate,
    Part,
    Time,
    Half,
    At,
    Clock,
    Hour,
    Minutes,
    OurTime,
    TimeOf,
    TimeAfter,
    Number,
    Until,
    Later,
    Month,
    Unit,
    Again,
}

/// <summary>The phrases of following, pausing, stopping, and of days and times, in both languages.</summary>
internal sealed class FollowWords
{
    private static readonly FollowKind[] Telling =
        [FollowKind.Follow, FollowKind.Send, FollowKind.Stop, FollowKind.Pause, FollowKind.Resume, FollowKind.Change, FollowKind.List, FollowKind.Noun, FollowKind.Rhythm, FollowKind.NoRhythm, FollowKind.Day, FollowKind.ShortDay, FollowKind.Date];

    private static readonly Lazy<FollowWords> TheShipped = new(() => new FollowWords());

    private readonly Dictionary<FollowKind, Dictionary<string, (string Value, Language? Language)>> phrases = [];
    private readonly FrozenSet<string> telling;
    private readonly FrozenSet<string> words;

    private FollowWords()
    {
        foreach (var row in Lexicon.Rows("following", "kind", "value", "english", "spanish"))
        {
            var kind = Enum.Parse<FollowKind>(row[0], ignoreCase: true);
            foreach (var (list, language) in new[] { (row[2], Language.English), (row[3], Language.Spanish) })
            {
                foreach (var phrase in Lexicon.Split(list).Select(Lexicon.Key))
                {
                    Add(kind, phrase, row[1], language);
                }
            }
        }

        Longest = phrases.Values.SelectMany(each => each.Keys).Max(phrase => phrase.Count(letter => letter == ' ') + 1);
        words = phrases.Values.SelectMany(each => each.Keys).SelectMany(phrase => phrase.Split(' ')).ToFrozenSet(StringComparer.Ordinal);
        var weak = Lexicon.Shipped.Phrases.Where(entry => entry.Sense.Kind is SenseKind.Noise or SenseKind.Verb or SenseKind.By).Select(entry => entry.Phrase).ToHashSet(StringComparer.Ordinal);
        telling = Telling.SelectMany(kind => phrases[kind].Keys).SelectMany(phrase => phrase.Contains(' ', StringComparison.Ordinal) ? phrase.Split(' ').Where(word => !weak.Contains(word)) : [phrase]).ToFrozenSet(StringComparer.Ordinal);
        Spelling = new Spelling(telling.Where(word => word.Length > 5).Select(word => (word, 0)), []);
    }

    public static FollowWords Shipped => TheShipped.Value;

    /// <summary>In words.</summary>
    public int Longest { get; }

    public Spelling Spelling { get; }

    /// <summary>Null when the phrase, folded words joined by spaces, says nothing of this kind.</summary>
    public (string Value, Language? Language)? Of(FollowKind kind, string phrase) => phrases[kind].TryGetValue(phrase, out var said) ? said : null;

    public bool Knows(string word) => words.Contains(word);

    /// <summary>False for most words of most questions: a sentence without one is not about following.</summary>
    public bool IsTelling(string word) => telling.Contains(word);

    private void Add(FollowKind kind, string phrase, string value, Language language)
    {
        if (!phrases.TryGetValue(kind, out var same))
        {
            phrases[kind] = same = new(StringComparer.Ordinal);
        }

        // A phrase of both languages gives none away.
        same[phrase] = same.TryGetValue(phrase, out var other) && other.Language != language ? (other.Value, null) : (value, language);
    }
}
