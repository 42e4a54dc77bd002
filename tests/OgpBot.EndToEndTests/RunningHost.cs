[assembly: AssemblyFixture(typeof(OgpBot.EndToEndTests.RunningHost))]

namespace OgpBot.EndToEndTests;

/// <summary>One host for all tests that do not restart it.</summary>
public sealed class RunningHost : IAsyncLifetime
{
    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-").FullName;
    private HostProcess? host;

    public HostProcess Host => host!;

    public async ValueTask InitializeAsync() => host = await HostProcess.StartAsync(folder, CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
