using System.Text.Json;
using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class ChatCommandTests(Shell shell) : IClassFixture<Shell>
{
    [Fact]
    public async Task Piped_lines_are_one_conversation_with_choices_to_pick()
    {
        var ran = await shell.RunAsync(["chat"], input: "starred commitments\nnumber 3\n:1\n:quit\nPE0001\n");

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("3. PE0062  ★ Reusable Open Data", ran.Output, StringComparison.Ordinal);
        Assert.Contains("not in the source", ran.Output, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("PE0001", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_answers_every_line_in_the_same_conversation()
    {
        var ran = await shell.RunAsync(["chat", "--json"], input: "starred commitments\n\0\u001b[2J\n\nnumber 3\n");

        var replies = ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToList();
        Assert.Equal((ExitCode.Done, 4), (ran.Code, replies.Count));
        Assert.Equal("PE0062", replies[3].GetProperty("items")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task The_chat_itself_speaks_the_language_of_the_option()
    {
        var ran = await shell.RunAsync(["chat", "--language", "es"], input: ":ayuda\n");

        Assert.Contains("abre el segundo registro de la lista", ran.Output, StringComparison.Ordinal);
    }
}
