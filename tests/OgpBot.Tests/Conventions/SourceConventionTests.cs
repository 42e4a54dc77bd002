using System.Text.RegularExpressions;
using OgpBot.Host.Slack;

namespace OgpBot.Tests.Conventions;

public sealed partial class SourceConventionTests
{
    private static readonly string[] Channels = ["Slack", "Teams", "WebChat"];

    [Fact]
    public void Source_files_are_short()
    {
        var lengths = Repository.Files("src", "*.cs").Select(path => (Path: path, Lines: File.ReadLines(Path.Combine(Repository.Folder, path)).Count())).OrderBy(file => file.Lines).ToArray();

        var longest = string.Join('\n', lengths.TakeLast(30).Reverse().Select(file => $"{file.Lines} {file.Path}"));

        Assert.True(lengths[^1].Lines <= 300, $"A file is longer than 300 lines:\n{longest}");
        Assert.True(lengths[lengths.Length / 2].Lines <= 60, $"Half of the files are longer than 60 lines; the longest are\n{longest}");
        Assert.True(lengths[lengths.Length * 9 / 10].Lines <= 160, $"A tenth of the files is longer than 160 lines; the longest are\n{longest}");
    }

    [Fact]
    public void The_bot_itself_knows_no_web_server() =>
        Assert.DoesNotContain(typeof(Bot).Assembly.GetReferencedAssemblies(), assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal));

    [Fact]
    public void The_command_line_knows_no_web_server_and_no_channel() =>
        Assert.DoesNotContain(
            typeof(OgpBot.Cli.Terminal.TerminalRenderer).Assembly.GetReferencedAssemblies(),
            assembly => assembly.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || assembly.Name == typeof(BlockKitRenderer).Assembly.GetName().Name);

    [Fact]
    public void No_channel_uses_another()
    {
        var uses =
            from channel in Channels
            from path in Repository.Files($"src/OgpBot.Host/{channel}", "*.cs")
            from other in Channels
            where other != channel && Regex.IsMatch(Repository.Read(path), $@"\bHost\.{other}\b", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            select $"{path} uses {other}";

        Assert.Empty(uses);
    }

    [Fact]
    public void Only_the_program_and_the_interface_for_programs_join_the_channels()
    {
        var joining = Repository.Files("src/OgpBot.Host", "*.cs")
            .Where(path => !Channels.Any(channel => path.StartsWith($"src/OgpBot.Host/{channel}/", StringComparison.Ordinal)))
            .Where(path => UsesChannel().IsMatch(Repository.Read(path)));

        Assert.All(joining, path => Assert.True(path == "src/OgpBot.Host/Program.cs" || path.StartsWith("src/OgpBot.Host/Api/", StringComparison.Ordinal), path));
    }

    [Theory]
    [InlineData("Intents")]
    [InlineData("Reading")]
    [InlineData("Texts")]
    [InlineData("Catalog")]
    public void No_answer_depends_on_who_asks(string folder) =>
        Assert.All(Repository.Files($"src/OgpBot/{folder}", "*.cs"), path => Assert.DoesNotMatch(@"\b(Slack|Teams|WebChat|Terminal|AdaptiveCard|BlockKit)\b", WithoutComments(Repository.Read(path))));

    [Theory]
    [InlineData("bot")]
    [InlineData("catalog")]
    public void Migrations_are_numbered_one_after_the_other(string database)
    {
        var numbers = Repository.Files($"src/OgpBot/Storage/Migrations/{database}", "*").Select(path => MigrationName().Match(Path.GetFileName(path)).Groups["number"].Value).ToArray();

        Assert.Equal(Enumerable.Range(1, numbers.Length).Select(number => $"{number:0000}"), numbers);
    }

    [Theory]
    [InlineData("no machine has this path", @"(?<![\w.])/(home|root|work|Users)/\w")]
    [InlineData("time comes from a TimeProvider", @"\bDateTime(Offset)?\.(Utc)?Now\b")]
    [InlineData("nothing is left for later", @"\b(TODO|FIXME|HACK|XXX)\b")]
    [InlineData("nothing has a name that says nothing", @"\b(class|record|interface) \w*(Manager|Helper|Util|Utils|Utilities)\b")]
    public void Source_holds_nothing_that_does_not_belong_there(string reason, string forbidden) =>
        Assert.All(Repository.Files("src", "*.cs"), path => Assert.False(Regex.IsMatch(Repository.Read(path), forbidden, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)), $"{path}: {reason}"));

    private static string WithoutComments(string source) => Comment().Replace(source, "");

    [GeneratedRegex(@"//.*$", RegexOptions.Multiline | RegexOptions.CultureInvariant, 1_000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\bHost\.(Slack|Teams|WebChat)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex UsesChannel();

    [GeneratedRegex(@"^(?<number>\d{4})-[a-z0-9-]+\.sql$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MigrationName();
}
