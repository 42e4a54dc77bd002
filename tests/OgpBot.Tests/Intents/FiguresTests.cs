using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class FiguresTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    [Fact]
    public async Task A_count_is_said_in_a_sentence_and_leads_to_its_list()
    {
        var question = new Question { Verb = Verb.Count, Filter = new Filter { Plans = [2], Starred = true } };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal(("count-commitments", "There are 3 starred commitments (action plan 2).", 3), (english.Intent, english.Text, english.Total));
        Assert.Equal("Hay 3 compromisos destacados (plan de acción 2).", spanish.Text);
        Assert.Equal(new Choice("List all 3", "plan:2 is:starred"), english.Choices[0]);
        Assert.Empty(english.Items);
    }

    [Fact]
    public async Task Counts_per_plan_stand_beside_their_plan_in_order()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Count, By = Field.Plan });

        var chart = Assert.Single(reply.Blocks.OfType<Chart>());
        Assert.Equal(104, reply.Total);
        Assert.Equal(
            [new Bar("Action Plan 1", 48, "plan:1"), new Bar("Action Plan 2", 17, "plan:2"), new Bar("Action Plan 3", 18, "plan:3"), new Bar("Action Plan 4", 21, "plan:4")],
            chart.Bars);
    }

    [Fact]
    public async Task The_area_with_the_most_commitments_is_named_with_its_count()
    {
        var question = new Question { Verb = Verb.Rank, By = Field.Area };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal("Public Service Delivery has the most commitments: 23 of 104.", english.Text);
        Assert.Equal("Public Service Delivery tiene la mayor cantidad de compromisos: 23 de 104.", spanish.Text);
        Assert.Equal(new Bar("Public Service Delivery", 23, "area:\"public service delivery\""), english.Blocks.OfType<Chart>().Single().Bars[0]);
        Assert.Contains(english.Blocks.OfType<Note>(), note => note.Text == "The source does not give the policy area for 1 of the commitments.");
    }

    [Fact]
    public async Task The_top_three_are_three()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Rank, By = Field.Area, Top = 3 });

        Assert.Equal([("Public Service Delivery", 23), ("Anti-Corruption", 19), ("Public Participation", 11)], reply.Blocks.OfType<Chart>().Single().Bars.Select(bar => (bar.Label, bar.Value)));
        Assert.EndsWith("Top 3: Public Service Delivery 23; Anti-Corruption 19; Public Participation 11.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Equal_counts_at_the_cut_are_all_shown_and_said()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Rank, By = Field.Area, Top = 2, Fewest = true });

        Assert.Equal(7, reply.Blocks.OfType<Chart>().Single().Bars.Count);
        Assert.Contains("7 are shown instead of 2, because several have the same count at the cut.", reply.Text, StringComparison.Ordinal);
        Assert.Contains("have the fewest commitments: 1 each, of 104.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_ranking_by_a_fact_that_the_source_lacks_gives_no_figure()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Rank, By = Field.Lead });

        Assert.Equal("The source does not give the lead institution for any of these 104 commitments, so there are no figures by it.", reply.Text);
        Assert.Empty(reply.Blocks.OfType<Chart>());
        Assert.Null(reply.Total);
    }

    [Fact]
    public async Task Nineteen_policy_areas_are_listed_and_the_commitment_without_one_is_told()
    {
        var reply = await peru.AskAsync(new Question { Topic = Topic.Areas });

        Assert.Equal(("list-areas", 19), (reply.Intent, reply.Total));
        Assert.Equal("19 policy areas. 1 more commitment has no policy area in the source.", reply.Text);
        Assert.Equal(19, reply.Blocks.OfType<Chart>().Single().Bars.Count);
        Assert.Equal("area:none", reply.Choices[0].Says);
    }

    [Fact]
    public async Task Two_years_stand_side_by_side()
    {
        var question = new Question { Verb = Verb.Compare, By = Field.Year, Filter = new Filter { Years = [new YearRange(2017, 2017), new YearRange(2019, 2019)] } };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal(("compare-commitments", 39), (english.Intent, english.Total));
        Assert.Equal("2017: 18 commitments; 2019: 21 commitments. 2019 has 3 more than 2017.", english.Text);
        Assert.Equal("2017: 18 compromisos; 2019: 21 compromisos. 2019 tiene 3 más que 2017.", spanish.Text);
        Assert.Equal([new Bar("2017", 18, "year:2017"), new Bar("2019", 21, "year:2019")], english.Blocks.OfType<Chart>().Single().Bars);
        var grid = english.Blocks.OfType<Grid>().Single();
        Assert.Contains(grid.Rows, row => row.Label == "Justice" && row.Cells.SequenceEqual(["2", "3"]));
        Assert.Contains(grid.Rows, row => row.Label == "Starred" && row.Cells.SequenceEqual(["0", "0"]));
    }

    [Fact]
    public async Task A_member_without_data_is_not_compared_as_zero()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Compare, By = Field.Member, Filter = new Filter { Members = ["Peru", "Chile"] } });

        Assert.DoesNotContain(reply.Blocks.OfType<Chart>().Single().Bars, bar => bar.Label == "Chile");
        Assert.Contains(reply.Blocks.OfType<Grid>().Single().Rows, row => row.Cells.SequenceEqual(["104", "no data"]));
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "No data for Chile: only Peru is loaded.");
    }

    [Fact]
    public async Task A_compared_year_without_commitments_is_explained()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Compare, By = Field.Year, Filter = new Filter { Years = [new YearRange(2018, 2018), new YearRange(2019, 2019)] } });

        Assert.StartsWith("2018: 0 commitments; 2019: 21 commitments.", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.StartsWith("No commitment is labelled 2018", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Starred_and_other_commitments_are_compared()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Compare, By = Field.Star });

        Assert.Equal([("not starred", 101), ("starred", 3)], reply.Blocks.OfType<Chart>().Single().Bars.Select(bar => (bar.Label, bar.Value)));
    }

    [Fact]
    public async Task Two_commitments_stand_side_by_side()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Compare, Filter = new Filter { Ids = [new IdRange("PE0036", "PE0036"), new IdRange("PE0045", "PE0045")] } });

        var grid = Assert.Single(reply.Blocks.OfType<Grid>());
        Assert.Equal("PE0036 and PE0045 side by side.", reply.Text);
        Assert.Contains(grid.Rows, row => row.Label == "Policy area" && row.Cells.SequenceEqual(["Capacity Building", "Public Service Delivery"]));
        Assert.Equal(["PE0036", "PE0045"], reply.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_table_of_areas_by_year_adds_up()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Pivot });

        var grid = Assert.Single(reply.Blocks.OfType<Grid>());
        Assert.Equal(["2012", "2015", "2017", "2019", "Total"], grid.Columns);
        Assert.Equal("Public Service Delivery", grid.Rows[0].Label);
        Assert.Equal(["no policy area in the source", "Total"], grid.Rows.TakeLast(2).Select(row => row.Label));
        Assert.Equal(["48", "17", "18", "21", "104"], grid.Rows[^1].Cells);
        Assert.Equal(21, grid.Rows.Count);
    }

    [Fact]
    public async Task A_brief_fits_one_screen()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Brief, Filter = new Filter { Members = ["Peru"] } });

        Assert.Equal(("brief", "Brief on Peru: 104 commitments, 3 starred.", 104), (reply.Intent, reply.Text, reply.Total));
        Assert.Equal(["PE0054", "PE0059", "PE0062"], reply.Items.Take(3).Select(item => item.Id));
        Assert.Equal(8, reply.Items.Count());
        Assert.Contains(reply.Blocks.OfType<Facts>().Single().Rows, row => row == new Fact("Year", "2012: 48 · 2015: 17 · 2017: 18 · 2019: 21"));
        Assert.Contains(reply.Choices, choice => choice.Label == "Resources: Peru (24)");
    }
}
