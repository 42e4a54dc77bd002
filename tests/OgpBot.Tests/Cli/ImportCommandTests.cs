using System.Text.Json;
using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class ImportCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task The_report_tells_what_is_new_changed_and_removed_and_the_bot_answers_from_it()
    {
        await ExportAsync(lines => lines.Select(line => line.Replace("Reusable Open Data", "Reusable and Open Data", StringComparison.Ordinal)));

        var ran = await shell.RunAsync(["import", "everything"]);
        var asked = await shell.RunAsync(["ask", "PE0062"]);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("is served now", ran.Output, StringComparison.Ordinal);
        Assert.Matches(@"commitments +│ +104 │ +0 │ +1 │ +0 │", ran.Output);
        Assert.Contains("Reusable and Open Data", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_rejected_line_is_named_with_file_line_and_reason()
    {
        await ExportAsync(lines => lines.Select(line => line.Replace("PE0062,", "not an ID,", StringComparison.Ordinal)));

        var ran = await shell.RunAsync(["import", "everything"]);
        var json = JsonDocument.Parse((await shell.RunAsync(["import", "everything", "--json"])).Output).RootElement;

        Assert.Contains("✗ commitments.csv:63 (id): ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("1 not imported", ran.Output, StringComparison.Ordinal);
        var problem = json.GetProperty("problems")[0];
        Assert.Equal(("commitments.csv", 63), (problem.GetProperty("file").GetString(), problem.GetProperty("line").GetInt32()));
        Assert.Equal(1, json.GetProperty("rejected").GetInt32());
    }

    [Fact]
    public async Task Nothing_usable_has_exit_code_1_and_leaves_the_catalog()
    {
        shell.File("letter.txt", "Dear Sir or Madam,\nthis is no member page.\n");

        var ran = await shell.RunAsync(["import", "letter.txt"]);
        var asked = await shell.RunAsync(["ask", "starred commitments"]);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Contains("Nothing in it could be used.", ran.Output, StringComparison.Ordinal);
        Assert.Contains("PE0062", asked.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_import_that_would_lose_much_is_refused_unless_it_is_forced()
    {
        var commitments = await ExportAsync(lines => lines.Take(11));

        var refused = await shell.RunAsync(["import", commitments]);
        var forced = await shell.RunAsync(["import", commitments, "--force"]);

        Assert.Equal(ExitCode.Nothing, refused.Code);
        Assert.Contains("Refused: ", refused.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, forced.Code);
        Assert.Matches(@"commitments +│ +10 │ +0 │ +0 │ +94 │", forced.Output);
    }

    /// <returns>The path of commitments.csv, with its lines changed, in the folder "everything".</returns>
    private async Task<string> ExportAsync(Func<IEnumerable<string>, IEnumerable<string>> change)
    {
        await shell.RunAsync(["export", "--all", "--out", "everything"]);
        var path = Path.Combine(shell.Folder, "everything", "commitments.csv");
        var lines = await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        await File.WriteAllLinesAsync(path, change(lines), TestContext.Current.CancellationToken);
        return path;
    }
}
