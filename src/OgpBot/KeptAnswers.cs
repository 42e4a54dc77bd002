using System.Security.Cryptography;
using System.Text;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot;

/// <summary>
/// What was read and answered over one edition of the catalog, which never changes: the same words in the same place of a conversation are the same
/// question, and the same question has the same answer. Typed words are not kept. Bounded. Safe to share between threads.
/// </summary>
internal sealed class KeptAnswers(Vocabulary edition)
{
    // Some 20 KB each at most.
    private const int MostReplies = 500;

    private const int MostQuestions = 5_000;

    private readonly Dictionary<(UInt128 Text, Context Context), Question> questions = [];
    private readonly Dictionary<Question, Reply> replies = [];
    private readonly Lock gate = new();

    /// <summary>The edition that the answers are of.</summary>
    public Vocabulary Edition => edition;

    /// <summary>See <see cref="Reader.Read"/>.</summary>
    public Question Read(string text, Context context)
    {
        if (Recall(text, context) is { } known)
        {
            return known;
        }

        var question = Reader.Read(text, edition, context);
        if (IsWorthKeeping(question))
        {
            Keep(questions, (Hash(text), context), question, MostQuestions);
        }

        return question;
    }

    /// <summary>The same, for what was read before; null when it was not.</summary>
    public Question? Recall(string text, Context context)
    {
        var key = (Hash(text), context);
        lock (gate)
        {
            return questions.GetValueOrDefault(key);
        }
    }

    public Reply? Find(Question question)
    {
        lock (gate)
        {
            return replies.GetValueOrDefault(question);
        }
    }

    /// <returns>The reply, marked when it is kept.</returns>
    public Reply Keep(Question question, Reply reply)
    {
        if (!IsWorthKeeping(question))
        {
            return reply;
        }

        var marked = reply with { IsKept = true };
        Keep(replies, question, marked, MostReplies);
        return marked;
    }

    /// <summary>True when the catalog alone has the answer, whoever asks. Named one by one: what is added later may belong to one person.</summary>
    public static bool IsOfCatalog(Question question) => question is
    {
        Verb: Verb.Find or Verb.Show or Verb.Count or Verb.Rank or Verb.Compare or Verb.Pivot or Verb.Brief or Verb.Cite or Verb.Explain,
        Topic: Topic.Commitments or Topic.Resources or Topic.Plans or Topic.Members or Topic.Areas or Topic.Performance or Topic.Stars or Topic.Participation
            or Topic.GlobalReport or Topic.Glossary or Topic.Posts or Topic.Quirks,
    };

    /// <summary>Without words of a person that the catalog does not have.</summary>
    private static bool IsWorthKeeping(Question question) => IsOfCatalog(question) && question is { Asker: null, Notices.Count: 0 };

    private void Keep<TKey, TValue>(Dictionary<TKey, TValue> kept, TKey key, TValue value, int most)
        where TKey : notnull
    {
        lock (gate)
        {
            if (kept.Count >= most)
            {
                // Simpler than forgetting the oldest, and rare.
                kept.Clear();
            }

            kept[key] = value;
        }
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
