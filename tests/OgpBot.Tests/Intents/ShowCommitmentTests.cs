using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class ShowCommitmentTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    [Fact]
    public async Task A_commitment_is_shown_with_its_star_as_a_mark_and_its_gaps_in_one_line()
    {
        var reply = await peru.AskAsync(Show("PE0062"));

        var detail = Assert.Single(reply.Blocks.OfType<Detail>());
        Assert.Equal("show-commitment", reply.Intent);
        Assert.Equal("PE0062: Reusable Open Data (starred commitment, 2015, Open Data, Action Plan 2)", reply.Text);
        Assert.Equal(("Reusable Open Data", true), (detail.Item.Title, detail.Item.Starred));
        Assert.DoesNotContain(detail.Rows, row => row.Label == "Star");
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.StartsWith("Not in the source: lead institution, supporting institutions", StringComparison.Ordinal));
        Assert.DoesNotContain(detail.Rows, row => row.Value.Contains("not in the source", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_neighbours_in_the_plan_and_the_rest_of_its_area_are_one_click_away()
    {
        var reply = await peru.AskAsync(Show("PE0082"));

        Assert.Equal(["PE0083", "PE0081", "country:peru area:justice year:2017"], reply.Choices.Take(3).Select(choice => choice.Says));
        Assert.Equal("More in Justice, 2017 (2)", reply.Choices[2].Label);
    }

    [Fact]
    public async Task The_first_of_a_plan_has_no_previous_one()
    {
        var reply = await peru.AskAsync(Show("PE0049"));

        Assert.DoesNotContain(reply.Choices, choice => choice.Label.StartsWith("Previous", StringComparison.Ordinal));
        Assert.Contains(reply.Choices, choice => choice.Says == "PE0050");
    }

    [Fact]
    public async Task A_title_with_a_typo_stays_as_in_the_source_and_says_so()
    {
        var reply = await peru.AskAsync(Show("PE0086"));

        Assert.Equal("Implement Digital Contrator Work Logs", reply.Items.Single().Title);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.Contains("“Contrator” for “Contractor”", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Twin_titles_name_each_other()
    {
        var reply = await peru.AskAsync(Show("PE0036"));

        Assert.Single(reply.Items);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "PE0045 has the same title.");
        Assert.Contains(new Choice("Same title: PE0045", "PE0045"), reply.Choices);
    }

    [Theory]
    [InlineData("PE0062", Field.Lead, "The source does not give the lead institution for PE0062.", "La fuente no indica la institución responsable de PE0062.")]
    [InlineData("PE0084", Field.End, "The source does not give the end date for PE0084.", "La fuente no indica la fecha de término de PE0084.")]
    [InlineData("PE0054", Field.Star, "Yes, PE0054 is a starred commitment.", "Sí, PE0054 es un compromiso destacado (con estrella).")]
    [InlineData("PE0055", Field.Star, "No, PE0055 is not starred.", "No, PE0055 no tiene estrella.")]
    [InlineData("PE0033", Field.Area, "The source does not give a policy area for PE0033.", "La fuente no indica el área de política de PE0033.")]
    [InlineData("PE0082", Field.Area, "The policy area of PE0082 is Justice.", "El área de política de PE0082 es Justice.")]
    [InlineData("PE0082", Field.Year, "The year of PE0082 is 2017.", "El año de PE0082 es 2017.")]
    [InlineData("PE0082", Field.Url, "The source does not give a link for PE0082.", "La fuente no indica un enlace de PE0082.")]
    public async Task A_question_for_one_fact_is_answered_first(string id, Field field, string english, string spanish)
    {
        var question = Show(id) with { Asked = [field] };

        var inEnglish = await peru.AskAsync(question);
        var inSpanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal(english, inEnglish.Text);
        Assert.Equal(spanish, inSpanish.Text);
        Assert.Equal(id, inEnglish.Items.Single().Id);
        Assert.Equal(new Heading(english), inEnglish.Blocks[0]);
    }

    [Theory]
    [InlineData("PE0105", "PE0105 not found. Peru's IDs run from PE0001 to PE0104. The nearest is PE0104.", "PE0104")]
    [InlineData("PE0000", "PE0000 not found. Peru's IDs run from PE0001 to PE0104. The nearest is PE0001.", "PE0001")]
    public async Task An_unknown_ID_names_the_range_and_the_nearest(string id, string text, string nearest)
    {
        var reply = await peru.AskAsync(Show(id));

        Assert.Equal((text, 0), (reply.Text, reply.Total));
        Assert.Empty(reply.Items);
        Assert.Equal(nearest, reply.Choices[0].Says);
    }

    [Fact]
    public async Task An_ID_of_another_member_says_that_only_Peru_is_loaded()
    {
        var reply = await peru.AskAsync(Show("KE0012"));

        Assert.Empty(reply.Items);
        Assert.Equal("KE0012 not found. No data for Kenya: only Peru is loaded.", reply.Text);
    }

    [Fact]
    public async Task Several_IDs_show_those_that_exist_and_name_those_that_do_not()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange("PE0082", "PE0082"), new IdRange("PE0105", "PE0105")] } });

        Assert.Equal("show-commitments", reply.Intent);
        Assert.Equal("1 commitment. PE0105 not found. Peru's IDs run from PE0001 to PE0104. The nearest is PE0104.", reply.Text);
        Assert.Equal(["PE0082"], reply.Items.Select(item => item.Id));
    }

    [Fact]
    public async Task A_range_of_IDs_past_the_end_shows_what_there_is()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange("PE0102", "PE0108")] } });

        Assert.Equal(["PE0102", "PE0103", "PE0104"], reply.Items.Select(item => item.Id));
        Assert.Contains("PE0108 not found.", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_range_of_IDs_is_shown_in_their_order()
    {
        var reply = await peru.AskAsync(new Question { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange("PE0099", "PE0101")] } });

        Assert.Equal("3 commitments: PE0099–PE0101.", reply.Text);
        Assert.Equal(["PE0099", "PE0100", "PE0101"], reply.Items.Select(item => item.Id));
    }

    private static Question Show(string id) => new() { Verb = Verb.Show, Filter = new Filter { Ids = [new IdRange(id, id)] } };
}
