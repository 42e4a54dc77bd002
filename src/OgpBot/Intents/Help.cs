using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>What the bot can do, by the examples of the other intents.</summary>
/// <param name="others">The intents to show; answers like greetings are left out by themselves.</param>
public sealed class Help(IReadOnlyList<IIntent> others, CatalogStore catalog) : IIntent
{
    /// <summary>Help fits on one screen.</summary>
    private const int MostExamples = 3;

    public string Name => "help";

    public IReadOnlyList<string> Examples => ["help", "what can you do?", "ayuda", "¿qué puedes hacer?"];

    public bool Answers(Question question) => question.Verb == Verb.Help;

    public async Task<Reply> AnswerAsync(Question question, CancellationToken cancellationToken)
    {
        var vocabulary = await catalog.VocabularyAsync(cancellationToken);
        var texts = HelpTexts.In(question.Language);
        (string Label, string[] Examples)[] groups =
        [
            .. from intent in others
               let label = Group(intent.Name, texts)
               where label is not null
               orderby Rank(intent.Name)
               group intent by label into same
               select (same.Key, same.Select(intent => ExampleOf(intent, question.Language, vocabulary)).OfType<string>().Take(MostExamples).ToArray()),
        ];
        var shown = groups.Where(group => group.Examples.Length > 0).OrderBy(group => Order(group.Label, texts)).ToArray();
        return new Reply(
            texts.Intro,
            new Heading(texts.Title),
            new Prose(texts.Intro),
            new Facts([.. shown.Select(group => new Fact(group.Label, string.Join(" · ", group.Examples)))]),
            new Note(texts.FollowUps),
            new Note(texts.Qualifiers))
        {
            Intent = Name,
            Language = question.Language,
            Query = CanonicalQuery.Print(question),
            Choices = [.. shown.Take(6).Select(group => new Choice(group.Examples[0], group.Examples[0]))],
        };
    }

    /// <summary>The first example whose words are of the language; else the first that could be of any, as PE0062.</summary>
    private static string? ExampleOf(IIntent intent, Language language, Vocabulary vocabulary)
    {
        var other = language == Language.English ? Language.Spanish : Language.English;
        return intent.Examples.FirstOrDefault(example => Reads(example, other)) ?? intent.Examples.FirstOrDefault(example => Reads(example, language));

        bool Reads(string example, Language heard) => Reader.Read(example, vocabulary, Context.Fresh(heard)).Language == language;
    }

    /// <summary>The commonest questions first, whatever order the intents come in.</summary>
    private static int Rank(string name) => Array.IndexOf(["subscribe", "show", "find", "count", "list", "rank", "compare", "pivot", "brief", "cite"], name.Split('-')[0]) is var at and >= 0 ? at : int.MaxValue;

    private static int Order(string label, HelpTexts texts) => Array.IndexOf([texts.Commitments, texts.Figures, texts.Plans, texts.Documents, texts.Assessments, texts.Words, texts.Following], label);

    /// <summary>By the intent's name, verb and subject; null for answers that no one asks for by name.</summary>
    private static string? Group(string name, HelpTexts texts) => name.Split('-') switch
    {
        ["help" or "greet" or "thank" or "decline" or "unclear" or "follow" or "forget", ..] or [.., "privacy"] => null,
        ["subscribe" or "unsubscribe"] or [.., "subscription" or "subscriptions"] => texts.Following,
        [.., "resources" or "posts"] => texts.Documents,
        [.., "member" or "members" or "plan" or "plans"] => texts.Plans,
        [.., "performance" or "guidance" or "participation" or "report"] => texts.Assessments,
        [.., "term" or "quirks" or "data"] => texts.Words,
        ["count" or "rank" or "compare" or "pivot", ..] or [.., "areas"] => texts.Figures,
        _ => texts.Commitments,
    };
}
