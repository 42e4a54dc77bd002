using System.Net;
using System.Net.Sockets;

namespace OgpBot.EndToEndTests;

public sealed class OperationsTests(RunningHost running) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Health_tells_that_it_lives_and_what_it_serves()
    {
        var cancellationToken = TestContext.Current.CancellationToken;

        var alive = await running.Host.Client.GetStringAsync("/healthz", cancellationToken);
        var ready = await running.Host.GetAsync("/readyz", cancellationToken);

        Assert.Equal("alive", alive);
        Assert.True((bool)ready["ready"]!);
        Assert.Equal(104, (int)ready["catalog"]!["commitments"]!);
        Assert.Equal("off: no settings", (string?)ready["channels"]!["slack"]);
        Assert.Equal("on: without authentication, for this machine only", (string?)ready["channels"]!["teams"]);
        Assert.Contains(running.Host.Lines, line => line.Contains("NO AUTHENTICATION", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_conversation_goes_on_after_a_power_cut_and_the_catalog_is_not_built_again()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var first = await HostProcess.StartAsync(folder, cancellationToken);
        var shown = (await first.AskAsync("c", "commitments in 2012", cancellationToken))["items"]!.AsArray().Select(item => (string?)item!["id"]).ToArray();
        await first.KillAsync();
        await first.DisposeAsync();

        await using var second = await HostProcess.StartAsync(folder, cancellationToken);
        var next = await second.AskAsync("c", "next", cancellationToken);

        Assert.Contains("built now", first.Lines[^1], StringComparison.Ordinal);
        Assert.Contains("as it was", second.Lines[^1], StringComparison.Ordinal);
        Assert.Equal((2, 48), ((int)next["page"]!, (int)next["total"]!));
        Assert.Empty(next["items"]!.AsArray().Select(item => (string?)item!["id"]).Intersect(shown));
    }

    [Fact]
    public async Task A_port_in_use_is_told_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();

        var (code, _, errors) = await HostProcess.RunAsync(
            TestContext.Current.CancellationToken, "--data", folder, "--urls", $"http://127.0.0.1:{((IPEndPoint)taken.LocalEndpoint).Port}");

        Assert.Equal(1, code);
        Assert.Contains("address already in use", AssertOneLine(errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_written_is_told_in_one_line()
    {
        var file = Path.Combine(folder, "file");
        await File.WriteAllTextAsync(file, "in the way", TestContext.Current.CancellationToken);

        var (code, _, errors) = await HostProcess.RunAsync(
            TestContext.Current.CancellationToken, "--data", Path.Combine(file, "data"), "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}");

        Assert.Equal(1, code);
        Assert.Contains("cannot be written", AssertOneLine(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--Limits:BodyBytes", "12")]
    [InlineData("--Limits:ConcurrentRequests", "many")]
    [InlineData("--urls", "nonsense")]
    public async Task A_setting_that_makes_no_sense_is_told_in_one_line(string key, string value)
    {
        string[] address = key == "--urls" ? [] : ["--urls", $"http://127.0.0.1:{HostProcess.FreePort()}"];

        var (code, _, errors) = await HostProcess.RunAsync(TestContext.Current.CancellationToken, ["--data", folder, key, value, .. address]);

        Assert.Equal(1, code);
        AssertOneLine(errors);
    }

    private static string AssertOneLine(string errors)
    {
        var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("OgpBot cannot start: ", line, StringComparison.Ordinal);
        return line;
    }
}
