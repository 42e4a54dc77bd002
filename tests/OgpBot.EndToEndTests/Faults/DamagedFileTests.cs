using System.Diagnostics;
using System.Security.Cryptography;
using Microsoft.Data.Sqlite;

namespace OgpBot.EndToEndTests.Faults;

/// <summary>Files that the host must not work with.</summary>
[Collection(nameof(Alone))]
public sealed class DamagedFileTests : IDisposable
{
    // Of the fastest of several starts: other programs share the machine.
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);

    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("corrupt")]
    [InlineData("truncated")]
    [InlineData("a page overwritten")]
    [InlineData("foreign")]
    [InlineData("newer")]
    [InlineData("no database")]
    public async Task A_state_that_cannot_be_trusted_is_refused_in_one_line_and_left_as_it_was(string damage)
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await MakeStateAsync(cancellationToken);
        Damage(damage);
        var before = await HashAsync(cancellationToken);

        var fastest = TimeSpan.MaxValue;
        for (var start = 0; start < 3 && fastest > Soon; start++)
        {
            var begun = Stopwatch.GetTimestamp();
            var (code, _, errors) = await HostProcess.RunAsync(cancellationToken, "--data", folder.Path, "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}");
            fastest = TimeSpan.FromTicks(Math.Min(fastest.Ticks, Stopwatch.GetElapsedTime(begun).Ticks));

            Assert.NotEqual(0, code);
            var line = Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries));
            Assert.StartsWith("OgpBot cannot start: bot.db ", line, StringComparison.Ordinal);
        }

        Assert.True(fastest < Soon, $"{fastest}");
        Assert.Equal(before, await HashAsync(cancellationToken));
    }

    [Fact]
    public async Task A_state_that_cannot_be_written_is_refused_in_one_line()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await MakeStateAsync(cancellationToken);
        using var guard = ReadOnlyFile.Make(State);
        Assert.SkipWhen(guard is null, "Nothing here makes a file read-only for this user.");
        var before = await HashAsync(cancellationToken);

        var (code, _, errors) = await HostProcess.RunAsync(cancellationToken, "--data", folder.Path, "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}");

        Assert.NotEqual(0, code);
        Assert.StartsWith("OgpBot cannot start: bot.db ", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.Equal(before, await HashAsync(cancellationToken));
    }

    [Fact]
    public async Task A_corrupt_catalog_is_built_again_from_its_source()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await MakeStateAsync(cancellationToken);
        var catalog = Path.Combine(folder.Path, "catalog.db");
        await File.WriteAllBytesAsync(catalog, RandomNumberGenerator.GetBytes((int)new FileInfo(catalog).Length), cancellationToken);

        await using var host = await HostProcess.StartAsync(folder.Path, cancellationToken);
        var answer = await host.AskAsync("again", "PE0062", cancellationToken);

        Assert.Equal("PE0062", (string?)answer["items"]![0]!["id"]);
        Assert.Contains(host.Lines, line => line.Contains("built anew", StringComparison.Ordinal));
        Assert.True(File.Exists(Path.Combine(folder.Path, "catalog.damaged.db")));
    }

    [Fact]
    public async Task A_second_host_on_the_same_folder_ends_at_once_and_says_why()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        await using var first = await HostProcess.StartAsync(folder.Path, cancellationToken);

        var begun = Stopwatch.GetTimestamp();
        var (code, _, errors) = await HostProcess.RunAsync(cancellationToken, "--data", folder.Path, "--urls", $"http://127.0.0.1:{HostProcess.FreePort()}");
        var took = Stopwatch.GetElapsedTime(begun);

        Assert.NotEqual(0, code);
        Assert.Contains("another OgpBot works on the data folder", Assert.Single(errors.Split('\n', StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        Assert.True(took < TimeSpan.FromSeconds(5), $"{took}");
        Assert.Equal("PE0062", (string?)(await first.AskAsync("first", "PE0062", cancellationToken))["items"]![0]!["id"]);
    }

    private string State => Path.Combine(folder.Path, "bot.db");

    private async Task MakeStateAsync(CancellationToken cancellationToken)
    {
        await using var host = await HostProcess.StartAsync(folder.Path, cancellationToken);
        await host.AskAsync("somebody", "commitments in 2012", cancellationToken);
        Assert.Equal(0, await host.StopAsync(cancellationToken));
    }

    private void Damage(string damage)
    {
        switch (damage)
        {
            case "corrupt":
                File.WriteAllBytes(State, RandomNumberGenerator.GetBytes(65_536));
                break;
            case "no database":
                File.WriteAllText(State, "This is no database, but somebody's notes.\n");
                break;
            case "truncated":
                using (var file = File.OpenWrite(State))
                {
                    file.SetLength(file.Length / 2 / 4096 * 4096);
                }

                break;
            case "a page overwritten":
                using (var file = File.OpenWrite(State))
                {
                    file.Position = 2 * 4096;
                    file.Write(RandomNumberGenerator.GetBytes(4096));
                }

                break;
            case "foreign":
                Run("pragma application_id = 12345");
                break;
            default:
                Run("pragma user_version = 9999");
                break;
        }
    }

    private void Run(string statement)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = State, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        command.ExecuteNonQuery();
    }

    private async Task<string> HashAsync(CancellationToken cancellationToken) => Convert.ToHexString(SHA256.HashData(await File.ReadAllBytesAsync(State, cancellationToken)));
}
