using System.Text.Json;
using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class ExportCommandTests(Shell shell) : IClassFixture<Shell>
{
    [Fact]
    public async Task Unquoted_words_are_one_query_and_csv_is_the_format()
    {
        var ran = await shell.RunAsync(["export", "Peru", "justice", "2017"]);

        var lines = ran.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.StartsWith("id,title,member,year,plan,areas,starred,", lines[0], StringComparison.Ordinal);
        Assert.Equal(["PE0082", "PE0083"], lines[1..].Select(line => line[..6]));
        Assert.Equal("2 commitments, read as: country:peru area:justice year:2017", ran.Error.Trim());
    }

    [Fact]
    public async Task All_pages_of_an_answer_are_exported()
    {
        var json = Json(await shell.RunAsync(["export", "all commitments", "--format", "json"]));

        var ids = json.GetProperty("records").EnumerateArray().Select(record => record.GetProperty("id").GetString()).ToList();
        Assert.Equal(104, json.GetProperty("total").GetInt32());
        Assert.Equal(104, ids.Distinct().Count());
        Assert.Equal(104, ids.Count);
    }

    [Theory]
    [InlineData("resources", "resources", 24)]
    [InlineData("action plans", "plans", 4)]
    [InlineData("members", "members", 1)]
    [InlineData("blog posts", "posts", 4)]
    [InlineData("starred commitments", "commitments", 3)]
    public async Task Every_kind_of_record_can_be_exported(string query, string kind, int total)
    {
        var json = Json(await shell.RunAsync(["export", query, "--format", "json"]));
        var csv = await shell.RunAsync(["export", query]);

        Assert.Equal((kind, total), (json.GetProperty("kind").GetString(), json.GetProperty("total").GetInt32()));
        Assert.Equal(total, json.GetProperty("records").GetArrayLength());
        Assert.True(csv.Output.Split("\r\n").Length >= total + 2);
    }

    [Fact]
    public async Task The_glossary_can_be_exported()
    {
        var json = Json(await shell.RunAsync(["export", "glossary", "--format", "json"]));

        Assert.Equal("terms", json.GetProperty("kind").GetString());
        Assert.NotEmpty(json.GetProperty("records").EnumerateArray());
    }

    [Theory]
    [InlineData("hello")]
    [InlineData("what is the weather")]
    [InlineData("commitment performance")]
    public async Task A_question_without_a_table_is_bad_usage(string query)
    {
        var ran = await shell.RunAsync(["export", query]);

        Assert.Equal((ExitCode.BadUsage, ""), (ran.Code, ran.Output));
    }

    [Fact]
    public async Task An_empty_answer_gives_a_heading_only_and_exit_code_1()
    {
        var ran = await shell.RunAsync(["export", "year:2018"]);

        Assert.Equal(ExitCode.Nothing, ran.Code);
        Assert.Single(ran.Output.Split("\r\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task A_file_is_written_once_and_replaced_only_by_force()
    {
        var path = Path.Combine(shell.Folder, "starred.csv");

        var first = await shell.RunAsync(["export", "starred", "--out", "starred.csv"]);
        var second = await shell.RunAsync(["export", "PE0062", "--out", "starred.csv"]);
        var kept = (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Length;
        var third = await shell.RunAsync(["export", "PE0062", "--out", "starred.csv", "--force"]);

        Assert.Equal((ExitCode.Done, ""), (first.Code, first.Output));
        Assert.Equal(ExitCode.BadUsage, second.Code);
        Assert.Contains("exists; --force replaces it.", second.Error, StringComparison.Ordinal);
        Assert.Equal(4, kept);
        Assert.Equal(ExitCode.Done, third.Code);
        Assert.Equal(2, (await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken)).Length);
    }

    [Fact]
    public async Task Everything_goes_into_a_folder_that_import_reads_back_without_a_change()
    {
        var exported = await shell.RunAsync(["export", "--all", "--out", "everything"]);
        var again = await shell.RunAsync(["export", "--all", "--out", "everything"]);
        var forced = await shell.RunAsync(["export", "--all", "--out", "everything", "--force"]);
        var imported = await shell.RunAsync(["import", "everything"]);

        Assert.Equal((ExitCode.Done, ExitCode.BadUsage, ExitCode.Done), (exported.Code, again.Code, forced.Code));
        Assert.Equal(ExitCode.Done, imported.Code);
        Assert.Contains("No change:", imported.Output, StringComparison.Ordinal);
    }

    private static JsonElement Json(Ran ran) => JsonDocument.Parse(ran.Output).RootElement;
}
