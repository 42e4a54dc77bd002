namespace OgpBot.EndToEndTests.Faults;

internal sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("ogpbot-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
