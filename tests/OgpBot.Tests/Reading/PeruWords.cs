using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Reading;
using OgpBot.Tests.Catalog;

namespace OgpBot.Tests.Reading;

/// <summary>The vocabulary of the shipped catalog, and the reader over it.</summary>
public sealed class PeruWords : IAsyncLifetime
{
    private readonly ServedCatalog catalog = new();

    public Vocabulary Vocabulary { get; private set; } = new();

    public CatalogStore Store => catalog.Store;

    public IReadOnlyList<IIntent> Intents => catalog.Intents;

    public async ValueTask InitializeAsync() => Vocabulary = await catalog.Store.VocabularyAsync(TestContext.Current.CancellationToken);

    public Question Read(string text, Language language = Language.English) => Reader.Read(text, Vocabulary, Context.Fresh(language));

    /// <summary>How a first question of a conversation is read, as a canonical query.</summary>
    public string Query(string text) => CanonicalQuery.Print(Read(text));

    /// <summary>The question that a canonical query stands for.</summary>
    public Question Known(string query)
    {
        var question = CanonicalQuery.Parse(query, Vocabulary);

        Assert.True(question is not null, $"“{query}” is no canonical query");
        return question;
    }

    /// <summary>How it is read after a question whose answer listed these IDs on the first of some pages.</summary>
    public Question After(string query, string text, IReadOnlyList<string>? listed = null, int pages = 3)
    {
        var last = Known(query);
        return Reader.Read(text, Vocabulary, new Context(last, (listed ?? ["PE0001", "PE0002", "PE0003"]).ToValues(), (last.Page - 1) * 3 + 1, pages, Language.English));
    }

    public ValueTask DisposeAsync()
    {
        catalog.Dispose();
        return ValueTask.CompletedTask;
    }
}
