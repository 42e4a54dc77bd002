using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Reading;

/// <summary>What is to be followed: one list of records, or several.</summary>
/// <param name="Lists">Find questions with nothing but topic and filter.</param>
internal sealed record Followed(IReadOnlyList<Question> Lists, Values<Notice> Notices)
{
    private static readonly Topic[] Everything = [Topic.Resources, Topic.Commitments, Topic.Plans, Topic.Posts];

    private static readonly string[] Joints = [" and ", " y ", " e ", " plus ", " as well as ", " and also ", ", ", "; ", " mas "];

    private static readonly string[] Topics = ["resources", "commitments", "posts", "plans"];

    /// <summary>Null when nothing in it can be followed.</summary>
    /// <param name="book">Null: the text is one list, whatever it joins.</param>
    public static Followed? Of(string text, Func<string, Question> read, Phrasebook? book)
    {
        var parts = book is null ? [text] : Parts(text, book);
        var questions = parts.Select(read).ToArray();
        if (questions.Any(question => !IsFollowable(question)))
        {
            questions = [read(text)];
        }

        if (!questions.All(IsFollowable))
        {
            return null;
        }

        // "New resources and starred commitments for Peru" are of Peru, both.
        var members = questions.Select(question => question.Filter.Members).LastOrDefault(named => named.Count > 0) ?? [];
        return new(
            [.. questions.Select(question => question.Filter.Members.Count + question.Filter.Ids.Count > 0 ? question : question with { Filter = question.Filter with { Members = members } }).SelectMany(ListsOf).Distinct()],
            questions.SelectMany(question => question.Notices).Distinct().ToValues());
    }

    /// <summary>Everything that is published, of one member or of all.</summary>
    public static Followed All(Filter filter) => new([.. Everything.Select(topic => new Question { Topic = topic, Filter = filter })], []);

    /// <summary>The question with these lists as what it is about.</summary>
    public Question Into(Question question) => question with
    {
        Topic = Lists[0].Topic,
        Filter = Lists[0].Filter,
        Notices = [.. question.Notices, .. Notices],
        Follow = (question.Follow ?? new Follow()) with { Also = Lists.Skip(1).Select(CanonicalQuery.Print).ToValues() },
    };

    public static bool IsFollowable(Question question) => question switch
    {
        { Verb: Verb.Show } => question.Filter.Ids.Count > 0,
        { Verb: Verb.Find or Verb.Count or Verb.Rank or Verb.Brief, Topic: Topic.Commitments or Topic.Resources or Topic.Plans or Topic.Posts } => true,
        { Verb: Verb.Find, Topic: Topic.Members } => true,
        _ => false,
    };

    /// <summary>A member stands for everything that it publishes.</summary>
    private static IEnumerable<Question> ListsOf(Question question) => question.Topic == Topic.Members
        ? All(question.Filter).Lists
        : [new Question { Topic = question.Topic, Filter = question.Filter }];

    /// <summary>Cut where "and" joins two kinds of records; "justice and health" stays together.</summary>
    private static List<string> Parts(string text, Phrasebook book)
    {
        var parts = new List<string>();
        var from = 0;
        for (var at = 1; at < text.Length; at++)
        {
            if (Array.Find(Joints, joint => string.CompareOrdinal(text, at, joint, 0, joint.Length) == 0) is { } joint && Joins(text[from..at], text[(at + joint.Length)..], book))
            {
                parts.Add(text[from..at]);
                from = at + joint.Length;
                at = from;
            }
        }

        parts.Add(text[from..]);
        return parts;
    }

    /// <summary>Two kinds of records, or records by name beside a kind; IDs alone are one list.</summary>
    private static bool Joins(string left, string right, Phrasebook book) =>
        (NamesTopic(left, book) || NamesTopic(right, book)) && (NamesTopic(left, book) || NamesId(left, book)) && (NamesTopic(right, book) || NamesId(right, book));

    private static bool NamesId(string text, Phrasebook book) => Sentence.Of(text, book).Pieces.Any(piece => piece.Token is IdToken);

    private static bool NamesTopic(string text, Phrasebook book)
    {
        var sentence = Sentence.Of(text, book);
        return sentence.Has(SenseKind.Type) || Array.Exists(Topics, sentence.Names) || sentence.Has(SenseKind.Star);
    }
}
