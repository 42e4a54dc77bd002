using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Intents;
using OgpBot.Privacy;
using OgpBot.Storage;

namespace OgpBot.Tests.Storage;

/// <summary>bot.db of a folder, with its writer.</summary>
internal sealed class OpenState : IDisposable
{
    private readonly TimeProvider time;

    public OpenState(DataFolder folder, TimeProvider time)
    {
        Database = new(folder);
        Writer = new(Database, time, NullLogger<StateWriter>.Instance);
        this.time = time;
        Subscriptions = new(Database, Writer, time);
        Memory = new(Database, Writer, time);
        Defaults = new(Database, Writer, time);
        Scrub = new(Database, Writer, time, NullLogger<Scrub>.Instance);
        Forgetting = new(Database, Writer, Scrub, time, NullLogger<Forgetting>.Instance);
    }

    public BotDatabase Database { get; }

    public StateWriter Writer { get; }

    public Memory Memory { get; }

    public DefaultMembers Defaults { get; }

    public Subscriptions Subscriptions { get; }

    public Scrub Scrub { get; }

    public Forgetting Forgetting { get; }

    /// <summary>Every intent, over this state and a catalog.</summary>
    public IReadOnlyList<IIntent> Intents(CatalogFile file, CatalogStore catalog, params IReadOnlyList<IPlatform> platforms) =>
        BotRegistration.IntentsOver(catalog, new Following(catalog, Subscriptions, new DigestPreviews(Database, catalog, file, time), platforms, time), Forgetting, Defaults);

    public void Dispose()
    {
        Forgetting.Dispose();
        Scrub.Dispose();
        Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Database.Dispose();
    }
}
