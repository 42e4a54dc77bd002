using System.Globalization;
using System.Text;
using CsCheck;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;

namespace OgpBot.Tests.Cli;

public sealed class TerminalRendererTests
{
    private static readonly Encoding Strict = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    [Fact]
    public void Every_kind_of_block_shows_its_words_and_figures()
    {
        var drawn = Drawn.Piped(SampleReplies.Everything);

        Assert.All(
            [
                "2 commitments by Peru in Justice, 2017", "Both belong to Action Plan 3.", "11. PE0082  Strengthening", "12. PE0062  ★ Reusable Open Data",
                "starred · 2015 · Open Data", "https://example.org/PE0062", "Peru Action Plan", "Lead institution  not in the source",
                "Public Service Delivery", "█ 23", "Areas by year", "│ 2012 │ 2015 │", "“Assesses the process.”", "— Open Government Partnership, CC BY 4.0",
                "Read as: country:peru area:justice year:2017", "Page 2 of 2 · 12 in all",
            ],
            words => Assert.Contains(words, drawn, StringComparison.Ordinal));
        Assert.DoesNotContain("key-1", drawn, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_block_that_exists_can_be_drawn()
    {
        var drawn = SampleReplies.Everything.Blocks.Select(block => block.GetType()).ToHashSet();

        var all = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)));

        Assert.All(all, type => Assert.Contains(type, drawn));
    }

    [Fact]
    public void A_reply_without_blocks_shows_its_text() => Assert.Contains("You are welcome.", Drawn.Piped(new Reply("You are welcome.")), StringComparison.Ordinal);

    [Fact]
    public void Choices_have_numbers_with_a_colon_in_a_chat_and_say_what_to_ask_elsewhere()
    {
        var chat = Drawn.Piped(SampleReplies.Everything, choosable: true);
        var ask = Drawn.Piped(SampleReplies.Everything);

        Assert.Contains(":1  Only starred", chat, StringComparison.Ordinal);
        Assert.Contains(":2  Previous page", chat, StringComparison.Ordinal);
        Assert.Contains("-  Only starred: only starred", ask, StringComparison.Ordinal);
        Assert.Contains("-  Previous page: country:peru page:1", ask, StringComparison.Ordinal);
    }

    [Fact]
    public void The_words_that_a_terminal_adds_are_in_the_language_of_the_reply()
    {
        var drawn = Drawn.Piped(SampleReplies.Everything with { Language = Language.Spanish });

        Assert.Contains("Página 2 de 2", drawn, StringComparison.Ordinal);
        Assert.Contains("Siguientes pasos:", drawn, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20)]
    [InlineData(40)]
    [InlineData(80)]
    [InlineData(200)]
    public void No_line_is_wider_than_the_terminal(int width)
    {
        var lines = Drawn.Piped(SampleReplies.Everything, width).Split('\n');

        Assert.All(lines, line => Assert.True(Styled.Cells(line) <= width, $"{Styled.Cells(line)} cells: {line}"));
    }

    [Fact]
    public void A_narrow_terminal_gets_a_table_as_lines_that_name_each_column()
    {
        string[] years = ["2012", "2015", "2017", "2019", "2021", "2023"];
        var reply = new Reply("", new Grid("Areas by year", years, [new GridRow("Public Service Delivery", ["1", "2", "3", "4", "5", "6"])]));

        var narrow = Drawn.Piped(reply, width: 40);
        var wide = Drawn.Piped(reply, width: 80);

        Assert.Contains("2012: 1 · 2015: 2", narrow, StringComparison.Ordinal);
        Assert.Contains("│ 2012 │ 2015 │ 2017 │ 2019 │ 2021 │ 2023 │", wide, StringComparison.Ordinal);
    }

    [Fact]
    public void Piped_output_has_no_escape_codes_and_no_trailing_blanks()
    {
        var drawn = Drawn.Piped(SampleReplies.Everything);

        Assert.DoesNotContain('\u001b', drawn);
        Assert.All(drawn.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
    }

    [Fact]
    public void A_terminal_gets_colours_and_bold() => Assert.Contains("\u001b[1m", Drawn.OnTerminal(SampleReplies.Everything), StringComparison.Ordinal);

    [Fact]
    public void No_text_makes_drawing_fail_or_sends_the_terminal_a_control_character() =>
        Gen.Select(SampleReplies.Any, Gen.Int[20, 120], Gen.Bool).Sample(
            (reply, width, choosable) =>
            {
                var drawn = Drawn.Piped(reply, width, choosable);

                Assert.All(drawn.EnumerateRunes(), rune => Assert.True(
                    rune.Value == '\n' || Rune.GetUnicodeCategory(rune) != UnicodeCategory.Control,
                    $"U+{rune.Value:X4}"));
                Assert.DoesNotContain(drawn, sign => sign is (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069'));
                // Throws on a lone surrogate.
                Assert.Equal(drawn, Strict.GetString(Strict.GetBytes(drawn)));
            },
            iter: 2000);

    [Fact]
    public void Markup_in_a_title_is_shown_as_it_is_written()
    {
        var reply = new Reply(
            "",
            new Heading("[red]Open[/] data"),
            new Listing([new Item(ItemKind.Commitment, "PE0001", "[bold]Budget[/] [link=http://x]")]),
            new Chart("c", [new Bar("[blue]Area[/]", 3)]));

        var drawn = Drawn.OnTerminal(reply);

        Assert.Contains("[red]Open[/] data", drawn, StringComparison.Ordinal);
        Assert.Contains("[bold]Budget[/] [link=http://x]", drawn, StringComparison.Ordinal);
        Assert.Contains("[blue]Area[/]", drawn, StringComparison.Ordinal);
    }
}
