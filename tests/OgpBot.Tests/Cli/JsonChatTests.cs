using System.Text;
using System.Text.Json;
using CsCheck;
using OgpBot.Cli;
using OgpBot.Cli.Chat;
using OgpBot.Conversations;

namespace OgpBot.Tests.Cli;

public sealed class JsonChatTests
{
    [Fact]
    public async Task Each_line_gets_one_line_of_json_in_the_same_order()
    {
        var (asked, answers) = await ChatAsync("PE0062\nand in 2019?\r\nlast"u8.ToArray());

        Assert.Equal(["PE0062", "and in 2019?", "last"], asked);
        Assert.Equal(["PE0062", "and in 2019?", "last"], answers.Select(answer => answer.GetProperty("text").GetString()));
    }

    [Fact]
    public async Task A_blank_line_gets_an_answer_too()
    {
        var (asked, answers) = await ChatAsync("\n\nPE0062\n"u8.ToArray());

        Assert.Equal(["", "", "PE0062"], asked);
        Assert.Equal(3, answers.Count);
    }

    [Fact]
    public async Task A_byte_order_mark_is_no_part_of_the_question()
    {
        var (asked, _) = await ChatAsync([0xEF, 0xBB, 0xBF, .. "PE0062\n"u8]);

        Assert.Equal(["PE0062"], asked);
    }

    [Fact]
    public async Task A_line_of_a_megabyte_is_cut_and_the_next_one_is_answered()
    {
        byte[] input = [.. Encoding.UTF8.GetBytes(new string('x', 1_000_000)), .. "\nPE0062\n"u8];

        var (asked, _) = await ChatAsync(input);

        Assert.Equal([InputLines.Limit, "PE0062".Length], asked.Select(text => text.Length));
    }

    [Fact]
    public async Task A_fault_on_one_line_is_reported_in_its_place_and_the_session_goes_on()
    {
        var (_, answers) = await ChatAsync("fail\nPE0062\n"u8.ToArray());

        Assert.Equal("unexpected error: InvalidOperationException: broken", answers[0].GetProperty("error").GetString());
        Assert.Equal("PE0062", answers[1].GetProperty("text").GetString());
    }

    [Fact]
    public void Any_bytes_get_as_many_answers_as_there_are_lines() =>
        Gen.Byte.Select(Gen.Int[0, 4], (any, newline) => newline == 0 ? (byte)'\n' : any).Array[0, 400].Sample(
            input =>
            {
                var (_, answers) = ChatAsync(input).GetAwaiter().GetResult();

                var lines = input.Count(one => one == '\n') + (input is [] or [.., (byte)'\n'] ? 0 : 1);
                Assert.Equal(lines, answers.Count);
            },
            iter: 500);

    /// <summary>What the bot was asked and what came out. The bot repeats what it is asked.</summary>
    private static async Task<(List<string> Asked, List<JsonElement> Answers)> ChatAsync(byte[] input)
    {
        List<string> asked = [];
        var screen = Drawn.Screen(80, isTerminal: false) with { Input = new MemoryStream(input) };
        var conversation = new Conversation(
            (utterance, _) =>
            {
                asked.Add(utterance.Text);
                return utterance.Text == "fail" ? throw new InvalidOperationException("broken") : Task.FromResult(new Reply(utterance.Text));
            },
            preferred: null);

        await new JsonChat(conversation, screen).RunAsync(TestContext.Current.CancellationToken);

        var lines = screen.Output.ToString()!.Split('\n');
        Assert.Equal("", lines[^1]);
        return (asked, [.. lines[..^1].Select(line => JsonDocument.Parse(line).RootElement)]);
    }
}
