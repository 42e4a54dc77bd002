using System.Net;

namespace OgpBot.EndToEndTests;

public sealed class MetricsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Prometheus_gets_its_figures_at_an_address_of_their_own_and_the_public_one_does_not_have_them()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        var address = $"http://127.0.0.1:{HostProcess.FreePort()}";
        await using var host = await HostProcess.StartAsync(folder, cancellationToken, "--Metrics:Url", address);
        await host.AskAsync("figures", "PE0062", cancellationToken);
        using var client = new HttpClient { BaseAddress = new(address) };

        var figures = await client.GetStringAsync("/metrics", cancellationToken);
        using var elsewhere = await client.GetAsync("/api/commitments", cancellationToken);
        using var ofPublic = await host.Client.GetAsync("/metrics", cancellationToken);

        Assert.Matches("""(?m)^http_server_request_duration_seconds_count\{.*http_route="/api/chat".*\} 1$""", figures);
        Assert.Contains("dotnet_gc_", figures, StringComparison.Ordinal);
        Assert.DoesNotContain("PE0062", figures, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.StatusCode, ofPublic.StatusCode));
    }

    [Theory]
    [InlineData("http://0.0.0.0:9464")]
    [InlineData("http://192.0.2.1:9464")]
    [InlineData("https://localhost:9464")]
    [InlineData("9464")]
    public async Task Figures_are_never_served_beyond_this_machine(string url)
    {
        var (code, _, errors) = await HostProcess.RunAsync(TestContext.Current.CancellationToken, "--data", folder, "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}", "--Metrics:Url", url);

        Assert.Equal(1, code);
        Assert.Contains("Metrics:Url", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
    }
}
