using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Storage;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Intents;

/// <summary>Every intent over a catalog in a folder of its own: the shipped one, or one that a test puts together.</summary>
public sealed class Answers : IDisposable
{
    private readonly DataFolder folder = new(Directory.CreateTempSubdirectory("ogpbot-answers-").FullName);

    private readonly CatalogFile file;

    private readonly OpenState state;

    public Answers()
    {
        file = new CatalogFile(folder, TimeProvider.System);
        Store = new CatalogStore(file);
        state = new OpenState(folder, TimeProvider.System);
        Intents = state.Intents(file, Store);
    }

    public CatalogStore Store { get; }

    public IReadOnlyList<IIntent> Intents { get; }

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    internal static async Task<Answers> OverAsync(Func<CatalogContent, CatalogContent> change)
    {
        var answers = new Answers();
        var content = change(ShippedCatalog.Read());
        await CatalogSwap.ReplaceAsync(answers.folder, content, new Edition(ContentVersion.Of(content), DateTimeOffset.UnixEpoch, ShippedCatalog.Version, Imported: true), Cancelled);
        return answers;
    }

    /// <summary>Exactly one intent must answer.</summary>
    public Task<Reply> AskAsync(Question question) => Assert.Single(Intents, intent => intent.Answers(question)).AnswerAsync(question, Cancelled);

    /// <param name="query">A canonical query.</param>
    public async Task<Reply> AskAsync(string query, Language language = Language.English)
    {
        var question = CanonicalQuery.Parse(query, await Store.VocabularyAsync(Cancelled));

        Assert.True(question is not null, $"“{query}” is no canonical query");
        return await AskAsync(question with { Language = language });
    }

    /// <summary>Everything that a reply says, a line for each row, paragraph and item; choices apart.</summary>
    public static IReadOnlyList<string> Lines(Reply reply) =>
    [
        reply.Text,
        .. reply.Blocks.SelectMany(block => block switch
        {
            Heading heading => [heading.Text],
            Prose prose => [prose.Text],
            Note note => [note.Text],
            Quote quote => [quote.Text],
            Facts facts => facts.Rows.Select(row => $"{row.Label}: {row.Value}"),
            Detail detail => [Line(detail.Item), .. detail.Rows.Select(row => $"{row.Label}: {row.Value}")],
            Listing listing => listing.Items.Select(Line),
            Chart chart => [chart.Title, .. chart.Bars.Select(bar => $"{bar.Label}: {bar.Value}")],
            _ => Array.Empty<string>(),
        }),
    ];

    public static string Said(Reply reply) => string.Join('\n', Lines(reply));

    public void Dispose()
    {
        state.Dispose();
        file.Dispose();
        Directory.Delete(folder.Path, recursive: true);
    }

    private static string Line(Item item) => $"{item.Title} | {string.Join(" · ", item.Details)}";
}
