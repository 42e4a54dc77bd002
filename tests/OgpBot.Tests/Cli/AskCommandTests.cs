using System.Text.Json;
using OgpBot.Cli;

namespace OgpBot.Tests.Cli;

public sealed class AskCommandTests(Shell shell) : IClassFixture<Shell>
{
    [Fact]
    public async Task A_question_is_answered_with_the_records_and_how_it_was_read()
    {
        var ran = await shell.RunAsync(["ask", "Peru justice commitments 2017"]);

        Assert.Equal((ExitCode.Done, ""), (ran.Code, ran.Error));
        Assert.Contains("1. PE0082  ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("2. PE0083  ", ran.Output, StringComparison.Ordinal);
        Assert.Contains("country:peru area:justice year:2017", ran.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Later_turns_follow_up_on_the_earlier_ones()
    {
        var replies = Json(await shell.RunAsync(["ask", "--json", "Peru justice commitments", "and in 2017?"]));

        Assert.Equal(["PE0082", "PE0083"], Ids(replies[1]));
    }

    [Fact]
    public async Task Two_command_lines_are_two_conversations()
    {
        await shell.RunAsync(["ask", "Peru justice commitments"]);

        var replies = Json(await shell.RunAsync(["ask", "--json", "number 2"]));

        Assert.Empty(Ids(replies[0]));
    }

    [Fact]
    public async Task Json_is_one_reply_per_line_with_the_members_of_the_contract()
    {
        var reply = Assert.Single(Json(await shell.RunAsync(["ask", "PE0062", "--json"])));

        Assert.Equal("show-commitment", reply.GetProperty("intent").GetString());
        Assert.Equal("en", reply.GetProperty("language").GetString());
        Assert.Equal(["PE0062"], Ids(reply));
        Assert.Contains("Reusable Open Data", reply.GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.NotEmpty(reply.GetProperty("choices").EnumerateArray());
    }

    [Fact]
    public async Task A_dash_reads_turns_from_the_input_and_passes_over_blank_lines()
    {
        var replies = Json(await shell.RunAsync(["ask", "--json", "-"], input: "starred commitments\r\n\n\nnumber 3"));

        Assert.Equal(2, replies.Count);
        Assert.Equal(["PE0062"], Ids(replies[1]));
    }

    [Fact]
    public async Task Several_answers_are_told_apart_by_their_questions()
    {
        var ran = await shell.RunAsync(["ask", "PE0062", "PE0082"]);

        Assert.Contains("> PE0062", ran.Output, StringComparison.Ordinal);
        Assert.Contains("> PE0082", ran.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--language", "es", "es")]
    [InlineData("--language", "en", "en")]
    public async Task The_language_option_decides_where_the_words_do_not_tell(string option, string value, string expected)
    {
        var reply = Assert.Single(Json(await shell.RunAsync(["ask", "--json", option, value, "PE0062"])));

        Assert.Equal(expected, reply.GetProperty("language").GetString());
    }

    [Fact]
    public async Task The_language_of_the_system_decides_without_the_option()
    {
        shell.Variables["LANG"] = "es_PE.UTF-8";

        var reply = Assert.Single(Json(await shell.RunAsync(["ask", "--json", "PE0062"])));

        shell.Variables.Remove("LANG");
        Assert.Equal("es", reply.GetProperty("language").GetString());
    }

    [Fact]
    public async Task An_answer_without_records_has_exit_code_1()
    {
        var ran = await shell.RunAsync(["ask", "commitments of 2018"]);

        Assert.Equal(ExitCode.Nothing, ran.Code);
    }

    [Fact]
    public async Task A_mention_is_a_question_and_no_file_of_options()
    {
        var ran = await shell.RunAsync(["ask", "--json", "@OgpBot PE0062"]);

        Assert.Equal(["PE0062"], Ids(Assert.Single(Json(ran))));
    }

    [Fact]
    public async Task A_question_may_begin_with_a_dash()
    {
        var exclusion = await shell.RunAsync(["ask", "--json", "-area:justice year:2017"]);
        var option = await shell.RunAsync(["ask", "--json", "--", "--json"]);

        Assert.Equal(ExitCode.Done, exclusion.Code);
        Assert.Single(Json(option));
    }

    [Fact]
    public async Task Colours_are_for_terminals_and_can_be_refused()
    {
        var terminal = await shell.RunAsync(["ask", "starred commitments"], onTerminal: true);
        var piped = await shell.RunAsync(["ask", "starred commitments"]);
        var refused = await shell.RunAsync(["ask", "starred commitments", "--no-color"], onTerminal: true);
        shell.Variables["NO_COLOR"] = "1";
        var byVariable = await shell.RunAsync(["ask", "starred commitments"], onTerminal: true);
        shell.Variables.Remove("NO_COLOR");

        Assert.Contains("\u001b[", terminal.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("\u001b", piped.Output, StringComparison.Ordinal);
        Assert.DoesNotMatch(Colour, refused.Output);
        Assert.Equal(refused.Output, byVariable.Output);
        Assert.Matches(Colour, terminal.Output);
    }

    [Fact]
    public async Task The_json_of_a_hostile_question_is_still_one_line_of_json()
    {
        var ran = await shell.RunAsync(["ask", "--json", "\u001b]0;x\u0007 \u202e' or 1=1; -- <script>\ud83d\n\0"]);

        Assert.Single(Json(ran));
        Assert.DoesNotContain("\u001b", ran.Output, StringComparison.Ordinal);
    }

    /// <summary>Foreground colours; bold and dim are no colours.</summary>
    private const string Colour = "\u001b\\[(?:\\d+;)*(?:3[0-7]|38;)";

    private static List<JsonElement> Json(Ran ran) =>
        [.. ran.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)];

    private static IEnumerable<string?> Ids(JsonElement reply) => reply.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString());
}
