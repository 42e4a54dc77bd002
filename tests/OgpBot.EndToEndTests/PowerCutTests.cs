using System.Net.Http.Json;
using Microsoft.Data.Sqlite;

namespace OgpBot.EndToEndTests;

public sealed class PowerCutTests : IDisposable
{
    private const int Cuts = 4;

    private readonly string folder = Directory.CreateTempSubdirectory("ogpbot-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Killed_amid_work_again_and_again_the_bot_forgets_nothing_and_its_files_stay_whole()
    {
        var cancellationToken = TestContext.Current.CancellationToken;
        for (var cut = 0; cut <= Cuts; cut++)
        {
            await using var host = await HostProcess.StartAsync(folder, cancellationToken);
            var answer = await host.AskAsync("reader", cut == 0 ? "commitments in 2012" : "next", cancellationToken);
            Assert.Equal((cut + 1, 48), ((int)answer["page"]!, (int)answer["total"]!));

            var others = Enumerable.Range(0, 8).Select(person => AskUntilItDies(host, $"other-{person}", cancellationToken)).ToArray();
            await Task.WhenAny(others.Select(other => other.Busy.Task));
            await host.KillAsync();
            await Task.WhenAll(others.Select(other => other.Work));

            Assert.Equal(["bot.db: ok", "catalog.db: ok"], Directory.EnumerateFiles(folder, "*.db").Order(StringComparer.Ordinal).Select(QuickCheck));
        }
    }

    private static (TaskCompletionSource Busy, Task Work) AskUntilItDies(HostProcess host, string person, CancellationToken cancellationToken)
    {
        var busy = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        return (busy, WorkAsync());

        async Task WorkAsync()
        {
            try
            {
                for (var turn = 0; ; turn++)
                {
                    using var response = await host.Client.PostAsJsonAsync("/api/chat", new { conversationId = person, text = turn % 2 == 0 ? "commitments in 2012" : "next" }, cancellationToken);
                    if (turn == 5)
                    {
                        busy.TrySetResult();
                    }
                }
            }
            catch (HttpRequestException)
            {
                // The power cut.
            }
        }
    }

    private static string QuickCheck(string path)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = SqliteOpenMode.ReadWrite, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "pragma quick_check";
        return $"{Path.GetFileName(path)}: {command.ExecuteScalar()}";
    }
}
