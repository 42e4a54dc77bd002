using Microsoft.Extensions.Logging;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Storage;

namespace OgpBot;

/// <summary>An utterance in, a reply out.</summary>
public sealed partial class Bot(CatalogStore catalog, Memory memory, IReadOnlyList<IIntent> intents, ILogger<Bot> log)
{
    private readonly IIntent[] intents = [.. intents];

    public async Task<Reply> AnswerAsync(Utterance utterance, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(utterance);
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var context = await memory.RecallAsync(utterance.Address, utterance.Preferred, vocabulary, cancellationToken);
        var question = Reader.Read(utterance.Text, vocabulary, context);
        var reply = await AnswerAsync(question, cancellationToken);
        await RememberAsync(utterance.Address, question, reply, context, cancellationToken);
        return reply;
    }

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
        var intent = Array.Find(intents, intent => intent.Answers(question))
            ?? throw new InvalidOperationException($"No intent answers {question.Verb} {question.Topic}.");
        var reply = await intent.AnswerAsync(question, cancellationToken);
        return reply with { Intent = intent.Name, Language = question.Language };
    }

    /// <summary>Small talk and dead ends leave the conversation where it was.</summary>
    private async Task RememberAsync(Address address, Question question, Reply reply, Context context, CancellationToken cancellationToken)
    {
        if (question.Verb is Verb.Help or Verb.Greet or Verb.Thank or Verb.Nowhere or Verb.Decline or Verb.Unclear)
        {
            return;
        }

        var listing = reply.Blocks.OfType<Listing>().FirstOrDefault();

        // A record opened from a list leaves the list where it was: "number 3" still points into it.
        var listed = listing is null && question.Verb is Verb.Show or Verb.Cite ? (context.Listed, context.FirstListed) : (Pickable(reply).ToValues(), listing?.First ?? 1);
        try
        {
            await memory.KeepAsync(address, new Context(question, listed.Item1, listed.Item2, reply.Pages, question.Language), cancellationToken);
        }
        catch (StateBusyException exception)
        {
            // The answer is worth more than the memory of it.
            LogNotRemembered(log, exception);
        }
    }

    /// <summary>What "number 2" can point at: the records shown, else the bars of a chart.</summary>
    private static IEnumerable<string> Pickable(Reply reply) => reply.Items.Any()
        ? reply.Items.Select(item => item.Says ?? "")
        : reply.Blocks.OfType<Chart>().Take(1).SelectMany(chart => chart.Bars.Select(bar => bar.Says ?? ""));

    [LoggerMessage(Level = LogLevel.Warning, Message = "The conversation could not be remembered")]
    private static partial void LogNotRemembered(ILogger log, Exception exception);
}
