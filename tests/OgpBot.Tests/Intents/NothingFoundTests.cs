using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class NothingFoundTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    [Fact]
    public async Task A_year_without_commitments_names_the_years_that_have_some_and_the_plan_that_covers_it()
    {
        var question = new Question { Filter = new Filter { Years = [new YearRange(2018, 2018)] } };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal(0, english.Total);
        Assert.Empty(english.Items);
        Assert.Equal(
            "No commitments found: 2018. No commitment is labelled 2018: the year labels are 2012, 2015, 2017 and 2019. Action plan 3 (2017-2019) covers 2018.",
            english.Text);
        Assert.Equal(["plan:3", "year:2017", "year:2019"], english.Choices.Take(3).Select(choice => choice.Says));
        Assert.StartsWith("No hay compromisos: 2018. Ningún compromiso lleva el año 2018: los años son 2012, 2015, 2017 y 2019.", spanish.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Verb.Find)]
    [InlineData(Verb.Count)]
    [InlineData(Verb.Rank)]
    [InlineData(Verb.Compare)]
    [InlineData(Verb.Pivot)]
    [InlineData(Verb.Brief)]
    public async Task A_member_that_is_not_loaded_is_never_answered_with_the_records_of_another(Verb verb)
    {
        var reply = await peru.AskAsync(new Question { Verb = verb, Filter = new Filter { Members = ["Chile"], Areas = ["Justice"] } });

        Assert.Empty(reply.Items);
        Assert.Equal(0, reply.Total);
        Assert.Contains("No data for Chile: only Peru is loaded.", reply.Text, StringComparison.Ordinal);
        Assert.Equal(new Choice("Peru, Justice (7)", "country:peru area:justice"), Assert.Single(reply.Choices));
    }

    [Fact]
    public async Task Of_two_members_the_one_that_is_not_loaded_is_named_beside_the_records_of_the_other()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Members = ["Peru", "Chile"], Areas = ["Justice"] }, Language = Language.Spanish });

        Assert.Equal(7, reply.Total);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "No hay datos de Chile: solo está cargado Peru.");
    }

    [Fact]
    public async Task Completed_commitments_are_a_gap_in_the_source_and_not_none()
    {
        var filter = new Filter { Members = ["Peru"], Fields = [new FieldIs(Field.Completion, "Complete")] };

        var list = await peru.AskAsync(new Question { Filter = filter });
        var count = await peru.AskAsync(new Question { Verb = Verb.Count, Filter = filter });

        const string Gap = "The source does not give the completion for any of these 104 commitments. So nothing can be listed or counted by it.";
        Assert.Equal((Gap, 0), (list.Text, list.Total));
        Assert.Equal((Gap, (int?)null), (count.Text, count.Total));
        Assert.Empty(list.Items);
    }

    [Fact]
    public async Task A_combination_without_commitments_offers_the_parts_that_have_some()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Areas = ["Justice"], Starred = true } });

        Assert.Equal("No starred commitments found: Justice.", reply.Text);
        Assert.Equal([new Choice("Justice (7)", "area:justice"), new Choice("Starred (3)", "is:starred")], reply.Choices);
    }

    [Fact]
    public async Task Words_that_no_title_of_that_year_holds_are_named()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Words = ["sanitation"], Years = [new YearRange(2019, 2019)] } });

        Assert.Equal("No commitments found: 2019, with “sanitation”. No title there holds “sanitation”.", reply.Text);
        Assert.Contains(reply.Choices, choice => choice.Label == "With “sanitation” (2)");
        Assert.Contains(reply.Choices, choice => choice.Label == "2019 (21)");
    }
}
