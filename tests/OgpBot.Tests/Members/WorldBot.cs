using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Members;

/// <summary>The whole bot without a network, over <see cref="World"/>.</summary>
public sealed class WorldBot : IAsyncLifetime
{
    private readonly TempFolder folder = new();
    private readonly CatalogFile file;
    private readonly OpenState state;
    private readonly Bot bot;

    public WorldBot()
    {
        file = new CatalogFile(folder.Data, TimeProvider.System);
        state = new OpenState(folder.Data, TimeProvider.System);
        Store = new CatalogStore(file);
        bot = new Bot(Store, state.Memory, state.Defaults, state.Intents(file, Store), NullLogger<Bot>.Instance);
    }

    public CatalogStore Store { get; }

    public async ValueTask InitializeAsync()
    {
        folder.Data.Create();
        var edition = new Edition(ContentVersion.Of(World.Content), DateTimeOffset.UnixEpoch, ShippedCatalog.Version, Imported: true);
        await CatalogSwap.ReplaceAsync(folder.Data, World.Content, edition, TestContext.Current.CancellationToken);
    }

    /// <summary>The answer to the last of the turns of a new conversation.</summary>
    public async Task<Reply> AskAsync(params IReadOnlyList<string> turns) => await AskInAsync(Guid.NewGuid().ToString(), null, turns);

    public async Task<Reply> AskInAsync(string conversation, Asker? asker, params IReadOnlyList<string> turns)
    {
        Reply? reply = null;
        foreach (var turn in turns)
        {
            reply = await bot.AnswerAsync(new Utterance(turn, new Address("test", "team", conversation)) { Asker = asker }, TestContext.Current.CancellationToken);
        }

        return reply!;
    }

    /// <summary>Every page of the answer to the last turn.</summary>
    public async Task<IReadOnlyList<Reply>> PagesAsync(params IReadOnlyList<string> turns)
    {
        var conversation = Guid.NewGuid().ToString();
        List<Reply> pages = [await AskInAsync(conversation, null, turns)];
        while (pages[^1].Page < pages[^1].Pages && pages.Count < 50)
        {
            pages.Add(await AskInAsync(conversation, null, "next"));
        }

        return pages;
    }

    public ValueTask DisposeAsync()
    {
        state.Dispose();
        file.Dispose();
        folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
