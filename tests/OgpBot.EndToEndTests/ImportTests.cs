namespace OgpBot.EndToEndTests;

public sealed class ImportTests : IDisposable
{
    /// <summary>A second member's page, as small as one can be.</summary>
    private const string Page = """
        Skip Navigation

        Chile

          • Member Since 2012
          • Action Plan 4

        ON THE PAGE

        Current Action Plan

        2018-2020

        Action Plan 4

          • Number of Commitments: 2
          • Policy Area Focus: Justice

        Commitments

          1. Starred commitment Publish the Registers of Wells

            CL0201, 2018, Justice

          2. Open the Archives of Bridges

            CL0202, 2018, Open Data, Justice

        Resources

          1. Chile Wells Report

            2020, IRM Report, Web page

        """;

    private readonly CommandLineProcess ogpbot = new();

    public void Dispose() => ogpbot.Dispose();

    [Fact]
    public async Task A_page_imported_while_the_host_serves_is_served_at_once_and_a_bad_one_changes_nothing()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var host = await HostProcess.StartAsync(Path.Combine(ogpbot.Folder, "data"), cancellationToken);
        var shipped = (await host.GetAsync("/readyz", cancellationToken))["catalog"]!.ToJsonString();
        await host.AskAsync("reader", "commitments in 2012", cancellationToken);

        var refused = await ImportAsync([.. "Peru\n\nno page at all"u8, 0xFF, 0xC3, 0x28]);
        var cut = await ImportAsync(System.Text.Encoding.UTF8.GetBytes(Page.Replace("Chile", "Peru", StringComparison.Ordinal).Replace("CL0", "PE0", StringComparison.Ordinal)));
        var still = (await host.GetAsync("/readyz", cancellationToken))["catalog"]!.ToJsonString();
        var taken = await ImportAsync(System.Text.Encoding.UTF8.GetBytes(Page));
        var found = await host.AskAsync("asker", "Chile justice commitments", cancellationToken);
        var next = await host.AskAsync("reader", "next", cancellationToken);

        Assert.Equal((1, 1, 0), (refused, cut, taken));
        Assert.Equal(shipped, still);
        Assert.Equal(["CL0201", "CL0202"], found["items"]!.AsArray().Select(item => (string?)item!["id"]).Order(StringComparer.Ordinal));
        Assert.Equal((2, 48), ((int)next["page"]!, (int)next["total"]!));
    }

    private async Task<int> ImportAsync(byte[] page)
    {
        var path = Path.Combine(ogpbot.Folder, "page.txt");
        await File.WriteAllBytesAsync(path, page, TestContext.Current.CancellationToken);
        var (code, _, _) = await ogpbot.RunAsync([], ["import", path, "--data", Path.Combine(ogpbot.Folder, "data")], TestContext.Current.CancellationToken);
        return code;
    }
}
