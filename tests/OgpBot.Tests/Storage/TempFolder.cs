using Microsoft.Data.Sqlite;
using OgpBot.Storage;

namespace OgpBot.Tests.Storage;

/// <summary>A data folder of its own, deleted afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    public DataFolder Data { get; } = new(Directory.CreateTempSubdirectory("ogpbot-").FullName);

    public string File(string name) => Path.Combine(Data.Path, name);

    public void Dispose()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(Data.Path, recursive: true);
    }
}
