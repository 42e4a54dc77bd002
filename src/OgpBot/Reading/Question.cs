using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What an utterance asks, as the reader understood it. Everything but the language, the asker and the notices is in its canonical query.</summary>
public sealed record Question
{
    public Verb Verb { get; init; }

    public Topic Topic { get; init; }

    public Filter Filter { get; init; } = Filter.None;

    /// <summary>What Count, Rank and Pivot group by, and Compare compares: one of Area, Year, Plan, Member, Star, Type, Format, Status, Completion, Lead.</summary>
    public Field? By { get; init; }

    /// <summary>The columns of a Pivot.</summary>
    public Field? Across { get; init; }

    /// <summary>How many to show ("top 3"); null for all.</summary>
    public int? Top { get; init; }

    /// <summary>True: the fewest first.</summary>
    public bool Fewest { get; init; }

    public Sort Sort { get; init; }

    /// <summary>The facts asked about ("who leads PE0062"); empty for the whole record.</summary>
    public Values<Field> Asked { get; init; } = [];

    /// <summary>The word to explain, folded.</summary>
    public string? Term { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public Language Language { get; init; }

    /// <summary>When, for whom and which one, of a question about following; null for every other question.</summary>
    public Follow? Follow { get; init; }

    /// <summary>Who asks, for what belongs to one person or place; null where nobody can be told apart. Set by the bot, never read from words.</summary>
    public Asker? Asker { get; init; }

    /// <summary>Where it was asked; set by the bot with the asker.</summary>
    public Address? Address { get; init; }

    /// <summary>What the answer must mention about the reading, for instance a corrected word.</summary>
    public Values<Notice> Notices { get; init; } = [];
}

/// <summary>What is wanted. Names appear in canonical queries: rename with care.</summary>
public enum Verb
{
    Find,
    Show,
    Count,
    Rank,
    Compare,
    Pivot,
    Brief,

    /// <summary>Source and citation of a record.</summary>
    Cite,

    /// <summary>The meaning of <see cref="Question.Term"/>.</summary>
    Explain,

    /// <summary>The default of the place: set to a member, taken away, or told.</summary>
    Prefer,

    /// <summary>Be told of what is new in a list.</summary>
    Subscribe,
    Unsubscribe,

    /// <summary>What is followed here.</summary>
    Subscriptions,
    Pause,
    Resume,

    /// <summary>Another day, time or zone for something that is followed.</summary>
    Reschedule,

    /// <summary>What is kept about whoever asks.</summary>
    AboutMe,

    /// <summary>Forget whoever asks; the second one is the yes.</summary>
    ForgetMe,
    ForgetMeNow,
    Help,
    Greet,
    Thank,

    /// <summary>A follow-up that leads nowhere: no page left, no such number, nothing listed before.</summary>
    Nowhere,

    /// <summary>Something this bot is not for: weather, secrets, poems, settings it lacks.</summary>
    Decline,

    /// <summary>Nothing that could be read: empty, only signs, or only unknown words.</summary>
    Unclear,
}

/// <summary>What it is about.</summary>
public enum Topic
{
    Commitments,
    Resources,
    Plans,
    Members,
    Areas,
    Performance,

    /// <summary>How to get more starred commitments.</summary>
    Stars,
    Participation,
    GlobalReport,
    Glossary,
    Posts,

    /// <summary>Known oddities of the source: typos, a blank area, twin titles.</summary>
    Quirks,

    /// <summary>What is loaded: sources, versions, dates.</summary>
    Data,
}

/// <summary>Something the reader did that the person should know.</summary>
public sealed record Notice(NoticeKind Kind, Values<string> Words);

public enum NoticeKind
{
    /// <summary>Words: as typed, as understood.</summary>
    Corrected,

    /// <summary>Words: as typed, the English words searched for.</summary>
    Translated,

    /// <summary>Words: those that were left out because nothing holds them.</summary>
    Ignored,

    /// <summary>What only says who asks and what for. Words: as typed; what of it is a condition all the same, may be empty.</summary>
    Introduced,

    /// <summary>A span of years was read as a plan. Words: the span, the plan's number, the query for the years.</summary>
    SpanIsPlan,

    /// <summary>A part of a region was read as the region. Words: as typed, the region.</summary>
    RegionIs,

    /// <summary>A question that names no member was narrowed to the default of the place. Words: the member, the query for all.</summary>
    DefaultMember,

    /// <summary>No page or item there. Words: what was asked for ("next", "previous", "7").</summary>
    NoSuchPage,
    NoSuchItem,

    /// <summary>A follow-up without anything before it.</summary>
    NothingBefore,

    /// <summary>Why a request is declined: Words holds one of secrets, other.</summary>
    Declined,

    /// <summary>A qualifier's value is not understood. Words: the key, the value.</summary>
    BadQualifier,

    /// <summary>What somebody wants to be told of, and nobody publishes here. Words: as typed.</summary>
    NotPublished,

    /// <summary>The text was longer than is read. Words: the limit in characters.</summary>
    Cut,
}

/// <summary>What the reader may know of the conversation so far.</summary>
/// <param name="Last">The question answered last; null at the start or when memory has expired.</param>
/// <param name="Listed">What "number 2" points at: the Says of each item listed last, in order.</param>
/// <param name="FirstListed">The number shown beside the first of them.</param>
/// <param name="Pages">Pages of the last answer.</param>
/// <param name="Language">The language to answer in when the words do not tell.</param>
public sealed record Context(Question? Last, Values<string> Listed, int FirstListed, int Pages, Language Language)
{
    public static Context Fresh(Language language) => new(null, [], 1, 1, language);
}
