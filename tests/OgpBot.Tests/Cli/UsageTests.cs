using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class UsageTests : IDisposable
{
    private readonly Shell shell = new();

    public void Dispose() => shell.Dispose();

    [Theory]
    [InlineData("ask")]
    [InlineData("ask", "Peru", "--jsno")]
    [InlineData("ask", "--language", "fr", "Peru")]
    [InlineData("ask", "-")]
    [InlineData("chat", "--nonsense")]
    [InlineData("import")]
    [InlineData("import", "no-such-file.txt")]
    [InlineData("export")]
    [InlineData("export", "--all")]
    [InlineData("export", "--all", "--out", "x", "Peru")]
    [InlineData("export", "Peru", "--format", "xlsx")]
    [InlineData("doctor", "--data")]
    [InlineData("frobnicate")]
    [InlineData("--frobnicate")]
    public async Task Bad_usage_is_one_line_that_points_to_the_help_and_exit_code_2(params string[] args)
    {
        var ran = await shell.RunAsync(args);

        Assert.Equal(ExitCode.BadUsage, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.Matches(@"\Aogpbot: [^\n]+\. See: ogpbot [^\n]*--help\r?\n\z", ran.Error);
    }

    [Theory]
    [InlineData]
    [InlineData("--help")]
    [InlineData("ask", "--help")]
    [InlineData("chat", "-h")]
    [InlineData("import", "--help")]
    [InlineData("export", "-?")]
    [InlineData("doctor", "--help")]
    public async Task Help_has_examples_and_every_exit_code(params string[] args)
    {
        var ran = await shell.RunAsync(args);

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Contains("Examples:", ran.Output, StringComparison.Ordinal);
        Assert.Contains($"  ogpbot {args.FirstOrDefault(arg => !arg.StartsWith('-'))}", ran.Output, StringComparison.Ordinal);
        Assert.All(ExitCode.All, code => Assert.Contains($"{code.Code}  {code.Meaning.Split(' ')[0]}", ran.Output, StringComparison.Ordinal));
        Assert.Contains("--data <FOLDER>", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Help_names_every_command()
    {
        var ran = await shell.RunAsync([]);

        Assert.All(["ask <TEXT>", "chat ", "import <SOURCE>", "export <QUERY>", "doctor "], name => Assert.Contains(name, ran.Output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_version_is_one_line()
    {
        var ran = await shell.RunAsync(["--version"]);

        Assert.Equal(ExitCode.Done, ran.Code);
        Assert.Matches(@"\Aogpbot \d+\.\d+\.\d+\r?\n\z", ran.Output);
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_a_data_problem()
    {
        shell.File("data", "a file in its place");

        var ran = await shell.RunAsync(["ask", "Peru"]);

        Assert.Equal(ExitCode.DataProblem, ran.Code);
        Assert.Equal("", ran.Output);
        Assert.StartsWith("ogpbot: ", ran.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", ran.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_data_folder_comes_from_the_option_before_the_environment_before_the_working_folder()
    {
        shell.Variables["OGPBOT_DATA"] = Path.Combine(shell.Folder, "by-variable");

        await shell.RunAsync(["doctor"]);
        await shell.RunAsync(["doctor", "--data", "by-option"]);
        shell.Variables.Remove("OGPBOT_DATA");
        await shell.RunAsync(["--data", "", "doctor"]);

        Assert.Equal(["by-option", "by-variable", "data"], Directory.GetDirectories(shell.Folder).Select(Path.GetFileName).Order());
        Assert.All(Directory.GetDirectories(shell.Folder), folder => Assert.True(File.Exists(Path.Combine(folder, "catalog.db"))));
    }
}
