using System.Text.RegularExpressions;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Tests.Intents;

public sealed partial class TableTests(Answers answers) : IClassFixture<Answers>
{
    private static readonly string[] Levels = ["Collaborate", "Involve", "Consult", "Inform ", "No Consultation"];

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    public async Task The_figures_of_a_plan_stand_beside_their_labels(Language language)
    {
        var reply = await answers.AskAsync("performance plan:2", language);

        var rows = Assert.Single(reply.Blocks.OfType<Facts>()).Rows;
        Assert.Equal(["3", "0", "3"], rows.Select(row => row.Value));
        Assert.Contains("Major", rows[0].Label, StringComparison.Ordinal);
        Assert.Contains("Outstanding", rows[1].Label, StringComparison.Ordinal);
        Assert.Contains("Starred", rows[2].Label, StringComparison.Ordinal);
        Assert.Equal("show-performance", reply.Intent);
    }

    [Theory]
    [InlineData(Language.English, "does not give")]
    [InlineData(Language.Spanish, "no indica")]
    public async Task An_empty_row_of_the_table_gives_no_figure_at_all(Language language, string gap)
    {
        var reply = await answers.AskAsync("performance plan:4", language);

        var said = Answers.Said(reply).Replace("peru-2020.txt", "", StringComparison.Ordinal).Replace("CC BY 4.0", "", StringComparison.Ordinal);
        Assert.Contains(gap, reply.Text, StringComparison.Ordinal);
        Assert.DoesNotMatch(AnotherFigure(), said);
        Assert.Empty(reply.Blocks.OfType<Facts>());
    }

    [Fact]
    public async Task A_figure_that_lost_its_column_is_quoted_without_a_label()
    {
        var reply = await answers.AskAsync("performance plan:1");

        Assert.Contains("prints only 0 for three columns", reply.Text, StringComparison.Ordinal);
        Assert.Contains("is not in the source", reply.Text, StringComparison.Ordinal);
        Assert.Empty(reply.Blocks.OfType<Facts>());
    }

    [Fact]
    public async Task All_plans_come_with_the_records_as_printed()
    {
        var reply = await answers.AskAsync("performance");

        var lines = Answers.Lines(reply);
        Assert.Contains("Action Plan 3: Major: 3, Outstanding: 0, Starred commitments: 0", lines);
        Assert.Contains("Action Plan 4: not in the source", lines);
        Assert.Contains(lines, line => line.StartsWith("Global, most per action plan: the source prints 4 and 7, which is fewer figures than columns.", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("Regional, most per action plan: the source prints 2 and 7", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_plan_without_a_row_leads_to_those_with_one()
    {
        var reply = await answers.AskAsync("performance plan:7");

        Assert.Contains("no row for that plan", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Says == "performance country:peru plan:2");
    }

    [Theory]
    [InlineData(Language.English, "not in the source")]
    [InlineData(Language.Spanish, "enfocarse en la verificabilidad")]
    public async Task Guidance_on_stars_names_every_area_and_assigns_none_to_a_plan(Language language, string also)
    {
        var reply = await answers.AskAsync("star-guidance country:peru", language);

        var said = Answers.Said(reply);
        Assert.All(
            ["Focus on implementation", "Focus on design", "Focus on objectives and impact", "Focus on relevance to open government", "Focus on verifiability", "Global average 7%"],
            part => Assert.Contains(part, said, StringComparison.Ordinal));
        Assert.Contains(also, said, StringComparison.Ordinal);
        Assert.DoesNotContain("Action Plan", said, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("participation plan:3", Language.English, "does not give")]
    [InlineData("participation plan:3", Language.Spanish, "no indica")]
    [InlineData("participation plan:current", Language.English, "does not give")]
    [InlineData("participation country:peru", Language.English, "does not give")]
    [InlineData("participation year:2015", Language.Spanish, "no indica")]
    public async Task A_level_of_participation_that_is_lost_is_not_guessed_and_no_level_is_named(string query, Language language, string gap)
    {
        var reply = await answers.AskAsync(query, language);

        var said = Answers.Said(reply) + string.Join('\n', reply.Choices.Select(choice => choice.Label));
        Assert.Contains(gap, reply.Text, StringComparison.Ordinal);
        Assert.All(Levels, level => Assert.DoesNotContain(level, said, StringComparison.Ordinal));
        Assert.Contains(reply.Choices, choice => choice.Says == "participation");
    }

    [Fact]
    public async Task The_scale_of_participation_is_defined_and_says_that_the_values_are_lost()
    {
        var reply = await answers.AskAsync("participation");

        var lines = Answers.Lines(reply);
        Assert.Contains("Involve: Government gave feedback on public inputs", lines);
        Assert.Contains("No Consultation: no definition in the source", lines);
        Assert.Contains("Phases: Development, Implementation", lines);
        Assert.Contains("Which level each action plan reached is not in the source: the table's cells were pictures.", lines);
    }

    [Fact]
    public async Task A_level_that_another_source_gives_is_told()
    {
        using var other = await Answers.OverAsync(content => content with
        {
            Participation = [.. content.Participation.Select(row => row is { Plan: 3, Phase: "Development" } ? row with { Level = Known.Given("Involve") } : row)],
        });

        var reply = await other.AskAsync("participation plan:3");

        Assert.Contains("Action Plan 3, Development: Involve", Answers.Lines(reply));
        Assert.Contains("Action Plan 3, Implementation: not in the source", Answers.Lines(reply));
        Assert.DoesNotContain("does not give", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Language.English, "The third-party scores are not in the source.")]
    [InlineData(Language.Spanish, "Los puntajes de terceros no figuran en la fuente.")]
    public async Task A_dimension_of_the_Global_Report_is_told_by_its_implications_and_its_gaps(Language language, string gap)
    {
        var reply = await answers.AskAsync("global-report dimension:\"access to information\"", language);

        var rows = reply.Blocks.OfType<Facts>().First().Rows;
        Assert.Equal(["3", "1"], rows.Select(row => row.Value));
        Assert.StartsWith("Consider Action", rows[0].Label, StringComparison.Ordinal);
        Assert.StartsWith("Implement for Results", rows[1].Label, StringComparison.Ordinal);
        Assert.Contains(gap, Answers.Lines(reply));
    }

    [Fact]
    public async Task All_dimensions_of_the_Global_Report_count_what_is_missing_too()
    {
        var reply = await answers.AskAsync("global-report");

        var lines = Answers.Lines(reply);
        Assert.Contains("Fiscal Openness: Consider Action: 1, Implication not in the source: 2", lines);
        Assert.Contains("Anti-Corruption: Consider Action: 2", lines);
        Assert.Contains(lines, line => line.StartsWith("ER: Showed Early Results", StringComparison.Ordinal));
    }

    /// <summary>Any number but the plan's own.</summary>
    [GeneratedRegex("[0-9]+(?<!([Aa]ction [Pp]lan |[Pp]lan de acción |plan:)4)")]
    private static partial Regex AnotherFigure();
}
