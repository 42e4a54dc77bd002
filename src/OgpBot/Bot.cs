using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Privacy;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot;

/// <summary>An utterance in, a reply out.</summary>
public sealed partial class Bot(CatalogStore catalog, Memory memory, DefaultMembers defaults, IReadOnlyList<IIntent> intents, ILogger<Bot> log, Unanswered? unanswered = null)
{
    private readonly IIntent[] intents = [.. intents];
    private volatile KeptAnswers? kept;

    public async Task<Reply> AnswerAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var (reply, topic) = await ConsiderAsync(utterance, cancellationToken);
        if (topic is not null)
        {
            await RememberAsync(utterance.Address, topic, cancellationToken);
        }

        return reply;
    }

    /// <summary>The reply, and how to remember what the conversation is about from now on; null when it is about what it was.</summary>
    internal async Task<(Reply Reply, Func<StateTransaction, int>? Remember)> AnswerToStoreAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        var (reply, topic) = await ConsiderAsync(utterance, cancellationToken);
        return (reply, RememberOf(utterance, topic));
    }

    /// <summary>
    /// The same for what was read and answered before over this edition of the catalog: it costs next to nothing. Null when it has to be worked out, and when
    /// there is more to do than to answer.
    /// </summary>
    internal async Task<(Reply Reply, Func<StateTransaction, int>? Remember)?> KnownAnswerAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var known = KeptOf(vocabulary);
        var context = await memory.RecallAsync(utterance.Address, utterance.Preferred, vocabulary, cancellationToken);
        if (known.Recall(utterance.Text, context) is not { } read)
        {
            return null;
        }

        var question = await NarrowAsync(read, utterance, vocabulary, cancellationToken);
        return known.Find(question) is { } reply && !Unanswered.Concerns(question, reply) ? (reply, RememberOf(utterance, TopicAfter(question, reply, context))) : null;
    }

    private async Task<(Reply Reply, Context? Topic)> ConsiderAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var context = await memory.RecallAsync(utterance.Address, utterance.Preferred, vocabulary, cancellationToken);
        var read = await NarrowAsync(KeptOf(vocabulary).Read(utterance.Text, context), utterance, vocabulary, cancellationToken);
        var question = KeptAnswers.IsOfCatalog(read) ? read : read with { Asker = utterance.Asker, Address = utterance.Address };
        var reply = await AnswerAsync(question, cancellationToken);
        unanswered?.Note(utterance.Text, question, reply);
        return (reply, TopicAfter(question, reply, context));
    }

    /// <summary>To the default member, where the question names none.</summary>
    private async Task<Question> NarrowAsync(Question read, Utterance utterance, Vocabulary vocabulary, CancellationToken cancellationToken) =>
        Defaulting.Fits(read, vocabulary) && await defaults.ReadAsync(utterance.Address, utterance.Asker, cancellationToken) is { } member ? Defaulting.Narrow(read, member) : read;

    private Func<StateTransaction, int>? RememberOf(Utterance utterance, Context? topic) => topic is null ? null : memory.Keeping(utterance.Address, topic);

    /// <summary>Loads the lexicon and compiles the reading of questions, which need no catalog.</summary>
    public static void WarmUpReading() => Reader.Read("Peru justice commitments 2017", new Vocabulary(), Context.Fresh(Language.English));

    /// <summary>Answers an example, so that no person waits for words to be loaded and code to be compiled. Remembers nothing.</summary>
    public async Task<Reply> WarmUpAsync(CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        return await AnswerAsync(Reader.Read(intents[0].Examples[0], vocabulary, Context.Fresh(Language.English)), cancellationToken);
    }

    /// <summary>The answer to a question that is already understood.</summary>
    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(question);
        var known = KeptOf(await catalog.VocabularyAsync(cancellationToken));
        if (known.Find(question) is { } same)
        {
            return same;
        }

        var intent = Array.Find(intents, intent => intent.Answers(question))
            ?? throw new InvalidOperationException($"No intent answers {question.Verb} {question.Topic}.");
        var reply = (await intent.AnswerAsync(question, cancellationToken)) with { Intent = intent.Name, Language = question.Language };
        return ReferenceEquals(await catalog.VocabularyAsync(cancellationToken), known.Edition) ? known.Keep(question, reply) : reply;
    }

    private KeptAnswers KeptOf(Vocabulary edition) => kept is { } current && ReferenceEquals(current.Edition, edition) ? current : kept = new(edition);

    private async Task RememberAsync(Address address, Context topic, CancellationToken cancellationToken)
    {
        try
        {
            await memory.KeepAsync(address, topic, cancellationToken);
        }
        catch (StateBusyException exception)
        {
            // The answer is worth more than the memory of it.
            LogNotRemembered(log, exception);
        }
    }

    /// <summary>Where several people talk, a typed yes may be somebody else's: there the button asks for it.</summary>
    private static bool MayAgree(Question question, Reply reply) => reply.Choices.Count > 0 && question.Asker is { IsAlone: true };

    /// <summary>Small talk and dead ends leave the conversation where it was.</summary>
    private static Context? TopicAfter(Question question, Reply reply, Context context)
    {
        if (question.Verb is Verb.Help or Verb.Greet or Verb.Thank or Verb.Nowhere or Verb.Decline or Verb.Unclear or Verb.AboutMe or Verb.ForgetMeNow or Verb.Prefer || question.Verb == Verb.ForgetMe && !MayAgree(question, reply))
        {
            return null;
        }

        var listing = reply.Blocks.OfType<Listing>().FirstOrDefault();

        // A record opened from a list leaves the list where it was: "number 3" still points into it.
        var (listed, first) = listing is null && question.Verb is Verb.Show or Verb.Cite ? (context.Listed, context.FirstListed) : (Pickable(reply).ToValues(), listing?.First ?? 1);

        // Agreed to, and not done yet: a yes still counts.
        var topic = question.Follow is { Confirmed: true } follow && reply.Query is not null ? question with { Follow = follow with { Confirmed = false } } : question;
        return new Context(topic, listed, first, reply.Pages, question.Language);
    }

    /// <summary>What "number 2" can point at: the records shown, else the bars of a chart.</summary>
    private static IEnumerable<string> Pickable(Reply reply) => reply.Items.Any()
        ? reply.Items.Select(item => item.Says ?? "")
        : reply.Blocks.OfType<Chart>().Take(1).SelectMany(chart => chart.Bars.Select(bar => bar.Says ?? ""));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The conversation could not be remembered")]
    private static partial void LogNotRemembered(ILogger log, Exception exception);
}
