using OgpBot.Cli.Chat;
using OgpBot.Cli.Terminal;

namespace OgpBot.Tests.Cli;

public sealed class LineEditorTests
{
    private static readonly ConsoleKeyInfo Enter = Key(ConsoleKey.Enter, '\r');

    [Fact]
    public async Task A_person_can_correct_a_letter_in_the_middle_of_a_line() =>
        Assert.Equal("Peru 2017", Assert.Single(await ReadAsync([.. Keys("Peru 217"), Key(ConsoleKey.LeftArrow), Key(ConsoleKey.LeftArrow), .. Keys("0"), Enter])));

    [Fact]
    public async Task Arrows_and_backspace_treat_an_emoji_or_an_accented_letter_as_one_character() =>
        Assert.Equal("ab", Assert.Single(await ReadAsync([.. Keys("a👩‍👩‍👧e\u0301b"), Key(ConsoleKey.LeftArrow), Key(ConsoleKey.Backspace), Key(ConsoleKey.Backspace), Enter])));

    [Fact]
    public async Task The_up_arrow_brings_back_earlier_lines_and_the_down_arrow_what_was_being_typed()
    {
        var lines = await ReadAsync(
        [
            .. Keys("first"), Enter,
            .. Keys("second"), Enter,
            .. Keys("dra"), Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Key(ConsoleKey.UpArrow), Enter,
            .. Keys("dra"), Key(ConsoleKey.UpArrow), Key(ConsoleKey.DownArrow), .. Keys("ft"), Enter,
        ]);

        Assert.Equal(["first", "second", "first", "draft"], lines);
    }

    [Theory]
    [InlineData(ConsoleKey.A, "Xone two three")]
    [InlineData(ConsoleKey.E, "one two threeX")]
    [InlineData(ConsoleKey.W, "one two X")]
    [InlineData(ConsoleKey.U, "X")]
    [InlineData(ConsoleKey.LeftArrow, "one two Xthree")]
    public async Task The_control_keys_of_a_shell_work(ConsoleKey key, string expected) =>
        Assert.Equal(expected, Assert.Single(await ReadAsync([.. Keys("one two three"), Key(key, control: true), .. Keys("X"), Enter])));

    [Fact]
    public async Task What_follows_the_cursor_can_be_deleted_by_character_or_to_the_end() =>
        Assert.Equal("a", Assert.Single(await ReadAsync([.. Keys("abcd"), Key(ConsoleKey.Home), Key(ConsoleKey.RightArrow), Key(ConsoleKey.Delete), Key(ConsoleKey.K, control: true), Enter])));

    [Fact]
    public async Task Control_D_ends_the_input_on_an_empty_line_only() =>
        Assert.Equal(["ab"], await ReadAsync([.. Keys("ab"), Key(ConsoleKey.D, control: true), Enter, Key(ConsoleKey.D, control: true)]));

    [Fact]
    public async Task A_line_longer_than_the_terminal_stays_on_one_row()
    {
        var screen = Drawn.Screen(width: 20, isTerminal: true);
        var typed = string.Concat(Enumerable.Repeat("日本語 ", 30));

        var lines = await ReadAsync(screen, [.. Keys(typed), Key(ConsoleKey.Home), Enter]);

        var rows = screen.Output.ToString()!.Split("\u001b[1G").Select(row => row.Split('\u001b')[^2].Split('K')[^1]);
        Assert.Equal(typed, Assert.Single(lines));
        Assert.All(rows.Skip(1), row => Assert.True(Styled.Cells(row) < 20, row));
    }

    [Fact]
    public async Task Waiting_for_a_key_stops_when_the_program_is_interrupted()
    {
        using var interrupt = new CancellationTokenSource();
        using var never = new ManualResetEventSlim();
        var editor = new LineEditor(Consoles.Output(Drawn.Screen(80, isTerminal: true), colours: false), () =>
        {
            never.Wait(TestContext.Current.CancellationToken);
            return Enter;
        });

        var reading = editor.ReadAsync(interrupt.Token);
        await interrupt.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        never.Set();
    }

    private static Task<List<string>> ReadAsync(IEnumerable<ConsoleKeyInfo> keys) => ReadAsync(Drawn.Screen(80, isTerminal: true), keys);

    /// <summary>The lines read until the keys or the input end.</summary>
    private static async Task<List<string>> ReadAsync(OgpBot.Cli.Surroundings screen, IEnumerable<ConsoleKeyInfo> keys)
    {
        var pressed = new Queue<ConsoleKeyInfo>(keys);
        var editor = new LineEditor(Consoles.Output(screen, colours: false), pressed.Dequeue);
        List<string> lines = [];
        while (pressed.Count > 0 && await editor.ReadAsync(TestContext.Current.CancellationToken) is { } line)
        {
            lines.Add(line);
        }

        return lines;
    }

    private static IEnumerable<ConsoleKeyInfo> Keys(string text) => text.Select(sign => new ConsoleKeyInfo(sign, ConsoleKey.None, shift: false, alt: false, control: false));

    private static ConsoleKeyInfo Key(ConsoleKey key, char sign = '\0', bool control = false) => new(sign, key, shift: false, alt: false, control);
}
