using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Storage;

namespace OgpBot.Tests.Storage;

/// <summary>bot.db of a folder, with its writer.</summary>
internal sealed class OpenState : IDisposable
{
    public OpenState(DataFolder folder, TimeProvider time)
    {
        Database = new(folder);
        Writer = new(Database, time, NullLogger<StateWriter>.Instance);
        Memory = new(Database, Writer, time);
        Defaults = new(Database, Writer, time);
    }

    public BotDatabase Database { get; }

    public StateWriter Writer { get; }

    public Memory Memory { get; }

    public DefaultMembers Defaults { get; }

    /// <summary>The whole bot over a catalog and this state.</summary>
    public Bot BotOver(CatalogStore catalog, params IReadOnlyList<IIntent> more) =>
        new(catalog, Memory, Defaults, [.. more, .. BotRegistration.IntentsOver(catalog, defaults: Defaults)], NullLogger<Bot>.Instance);

    public void Dispose()
    {
        Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Database.Dispose();
    }
}
