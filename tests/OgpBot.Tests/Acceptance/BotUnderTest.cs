using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Acceptance;

/// <summary>The whole bot without a network, over a catalog in a folder of its own: the shipped one, unless there is another.</summary>
public class BotUnderTest : IAsyncLifetime
{
    private const int MostPages = 200;

    private readonly TempFolder folder = new();
    private readonly CatalogFile file;
    private readonly OpenState state;
    private readonly Bot bot;

    public BotUnderTest()
    {
        file = new CatalogFile(folder.Data, TimeProvider.System);
        state = new OpenState(folder.Data, TimeProvider.System);
        var catalog = new CatalogStore(file);
        bot = new Bot(catalog, state.Memory, state.Defaults, state.Intents(file, catalog), NullLogger<Bot>.Instance);
    }

    /// <summary>Null for the shipped catalog.</summary>
    private protected virtual CatalogContent? Content => null;

    public async ValueTask InitializeAsync()
    {
        if (Content is { } content)
        {
            folder.Data.Create();
            var edition = new Edition(ContentVersion.Of(content), DateTimeOffset.UnixEpoch, ShippedCatalog.Version, Imported: true);
            await CatalogSwap.ReplaceAsync(folder.Data, content, edition, TestContext.Current.CancellationToken);
        }
    }

    public async Task<ReplyJson> AskAsync(string conversation, string text) =>
        ReplyJson.Of(await bot.AnswerAsync(new Utterance(text, new Address("test", "", conversation)), TestContext.Current.CancellationToken));

    /// <summary>The first page and every one that "next" leads to.</summary>
    internal async Task<IReadOnlyList<ReplyJson>> AllPagesAsync(string conversation, ReplyJson first)
    {
        List<ReplyJson> pages = [first];
        while (pages[^1].Page < pages[^1].Pages && pages.Count < MostPages)
        {
            pages.Add(await AskAsync(conversation, "next"));
        }

        return pages;
    }

    /// <summary>Asked in a conversation of its own, after what must come before.</summary>
    internal async Task<Answer> AnswerAsync(AcceptanceQuestion question)
    {
        var conversation = Guid.NewGuid().ToString();
        var before = question.Before is { } said ? await AskAsync(conversation, said) : null;
        var first = await AskAsync(conversation, question.Text);
        var whole = question.Expected.Has("ids") || question.Expected.Has("res") || question.Expected.Has("paged");
        return new Answer(whole ? await AllPagesAsync(conversation, first) : [first], before);
    }

    public ValueTask DisposeAsync()
    {
        state.Dispose();
        file.Dispose();
        folder.Dispose();
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }
}
