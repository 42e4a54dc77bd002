using OgpBot.Cli;
using OgpBot.Cli.Chat;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;

namespace OgpBot.Tests.Cli;

public sealed class ChatSessionTests
{
    [Fact]
    public async Task A_colon_and_a_number_pick_a_choice_and_say_what_was_picked()
    {
        var (asked, drawn) = await ChatAsync(["Peru justice", ":2"]);

        Assert.Equal(["Peru justice", "country:peru page:1"], asked);
        Assert.Contains("> country:peru page:1", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Number_2_is_a_question_and_no_choice()
    {
        var (asked, _) = await ChatAsync(["Peru justice", "number 2", "2"]);

        Assert.Equal(["Peru justice", "number 2", "2"], asked);
    }

    [Theory]
    [InlineData(":7")]
    [InlineData(":0")]
    [InlineData(":-1")]
    [InlineData(":99999999999999999999")]
    [InlineData(":nonsense")]
    public async Task A_choice_that_is_not_there_says_which_ones_are(string line)
    {
        var (asked, drawn) = await ChatAsync(["Peru justice", line]);

        Assert.Equal(["Peru justice"], asked);
        Assert.Contains("No such choice: they go from :1 to :2.", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_answer_there_is_nothing_to_pick()
    {
        var (_, drawn) = await ChatAsync([":1"], Language.Spanish);

        Assert.Contains("Aquí no hay opciones que elegir.", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(":q")]
    [InlineData(":quit")]
    [InlineData(":salir")]
    public async Task Quitting_ends_the_chat_and_leaves_the_lines_after_it(string quit)
    {
        var (asked, _) = await ChatAsync(["hello", quit, "more"]);

        Assert.Equal(["hello"], asked);
    }

    [Fact]
    public async Task Help_shows_the_keys_and_blank_lines_are_passed_over()
    {
        var (asked, drawn) = await ChatAsync(["", "   ", ":help"]);

        Assert.Empty(asked);
        Assert.Contains("open the second record of the list", drawn, StringComparison.Ordinal);
    }

    /// <summary>What the bot was asked, and what the screen showed. The bot answers all with the same sample.</summary>
    private static async Task<(List<string> Asked, string Drawn)> ChatAsync(IEnumerable<string> lines, Language? preferred = null)
    {
        List<string> asked = [];
        var screen = Drawn.Screen(80, isTerminal: false);
        var typed = new Queue<string?>(lines);
        var conversation = new Conversation(
            (utterance, _) =>
            {
                asked.Add(utterance.Text);
                return Task.FromResult(SampleReplies.Everything);
            },
            preferred);

        await new ChatSession(conversation, Consoles.Output(screen, colours: false))
            .RunAsync(_ => Task.FromResult(typed.TryDequeue(out var line) ? line : null), TestContext.Current.CancellationToken);

        return (asked, screen.Output.ToString()!);
    }
}
