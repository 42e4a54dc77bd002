using Microsoft.Extensions.Logging.Abstractions;
using OgpBot.Conversations;
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
    }

    public BotDatabase Database { get; }

    public StateWriter Writer { get; }

    public Memory Memory { get; }

    public void Dispose()
    {
        Writer.DisposeAsync().AsTask().GetAwaiter().GetResult();
        Database.Dispose();
    }
}
