using OgpBot.Conversations;

namespace OgpBot.Tests.Intents;

public sealed class ResourceTests(Answers answers) : IClassFixture<Answers>
{
    [Fact]
    public async Task Resources_are_found_by_type_with_their_total_and_titles_as_in_the_source()
    {
        var reply = await answers.AskAsync("resources type:\"irm report\"");

        Assert.Equal("5 resources: IRM Report.", reply.Text);
        Assert.Equal(5, reply.Total);
        Assert.Contains("Perú Design Report 2017-2019", reply.Items.Select(item => item.Title));
        Assert.All(reply.Items, item => Assert.Equal((ItemKind.Resource, "IRM Report"), (item.Kind, item.Details[1])));
    }

    [Fact]
    public async Task All_pages_together_hold_every_resource_once()
    {
        var pages = new[] { await answers.AskAsync("resources"), await answers.AskAsync("resources page:2"), await answers.AskAsync("resources page:3") };

        var ids = pages.SelectMany(page => page.Items).Select(item => item.Id).ToList();
        Assert.Equal(24, ids.Distinct().Count());
        Assert.Equal(24, ids.Count);
        Assert.All(pages, page => Assert.Equal((24, 3), (page.Total, page.Pages)));
        Assert.Contains(pages[0].Choices, choice => choice.Says == "resources page:2");
    }

    [Theory]
    [InlineData(Language.English, "The newest year is 2020, with 6 resources.", "years only")]
    [InlineData(Language.Spanish, "El año más reciente es 2020, con 6 recursos.", "solo da años")]
    public async Task The_newest_resource_is_all_of_the_newest_year_because_the_source_has_no_dates(Language language, string text, string note)
    {
        var reply = await answers.AskAsync("resources top:1", language);

        Assert.Equal(text, reply.Text);
        Assert.Equal(6, reply.Total);
        Assert.All(reply.Items, item => Assert.Equal(2020, item.Year));
        Assert.Contains(Answers.Lines(reply), line => line.Contains(note, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("resources top:1 sort:oldest", 6, 2015)]
    [InlineData("resources top:6", 6, 2020)]
    [InlineData("resources top:7", 9, 2019)]
    [InlineData("resources year:2015..2019 top:2", 3, 2019)]
    [InlineData("resources year:2015 year:2018 top:1", 2, 2018)]
    [InlineData("resources type:letter top:1", 2, 2017)]
    [InlineData("resources type:letter top:100", 2, 2017)]
    public async Task A_cut_never_falls_inside_a_year(string query, int total, int lastYear)
    {
        var reply = await answers.AskAsync(query);

        Assert.Equal(total, reply.Total);
        Assert.Equal(lastYear, reply.Items.Last().Year);
    }

    [Fact]
    public async Task One_resource_is_shown_in_full_and_its_missing_link_is_admitted()
    {
        var reply = await answers.AskAsync("resources word:synergy");

        var detail = Assert.Single(reply.Blocks.OfType<Detail>());
        Assert.Equal("Seeking Synergy: OGP & EITI", detail.Item.Title);
        Assert.Contains(new Fact("Year of publication", "2019"), detail.Rows);
        Assert.Contains(new Fact("Link", "not in the source"), detail.Rows);
    }

    [Fact]
    public async Task Opening_an_item_leads_to_that_resource_alone()
    {
        var list = await answers.AskAsync("resources");

        foreach (var item in list.Items)
        {
            var opened = await answers.AskAsync(item.Says!);

            Assert.Equal(item.Id, Assert.Single(opened.Items).Id);
        }
    }

    [Theory]
    [InlineData(Language.English, "No resources found: 2016. There are some from 2015, 2017, 2018, 2019, 2020")]
    [InlineData(Language.Spanish, "No hay recursos: 2016. Los hay de 2015, 2017, 2018, 2019, 2020")]
    public async Task Where_nothing_matches_the_years_and_types_that_exist_are_named(Language language, string text)
    {
        var reply = await answers.AskAsync("resources year:2016", language);

        Assert.Equal(0, reply.Total);
        Assert.StartsWith(text, reply.Text, StringComparison.Ordinal);
        Assert.Contains("Case Study", reply.Text, StringComparison.Ordinal);
        Assert.Contains(reply.Choices, choice => choice.Says == "resources");
    }

    [Fact]
    public async Task Wider_questions_are_offered_only_when_they_find_something()
    {
        var reply = await answers.AskAsync("resources year:2016 type:letter");

        Assert.Contains(new Choice("Letter (2)", "resources type:letter"), reply.Choices);
        Assert.DoesNotContain(reply.Choices, choice => choice.Says == "resources year:2016");
    }

    [Fact]
    public async Task Titles_with_any_of_the_words_are_shown_when_none_has_all_and_the_answer_says_so()
    {
        var reply = await answers.AskAsync("resources word:synergy word:cancer");

        Assert.Equal(2, reply.Total);
        Assert.Contains(Answers.Lines(reply), line => line.Contains("No title holds all of", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Counts_state_the_total_and_agree_with_the_lists_that_their_bars_lead_to()
    {
        foreach (var query in new[] { "count resources", "count resources by:year", "count resources by:plan", "count resources by:format", "count resources year:2020 by:type" })
        {
            var reply = await answers.AskAsync(query);
            var chart = Assert.Single(reply.Blocks.OfType<Chart>());

            Assert.Contains($"{reply.Total} resources", reply.Text, StringComparison.Ordinal);
            foreach (var bar in chart.Bars.Where(bar => bar.Says is not null))
            {
                Assert.Equal(bar.Value, (await answers.AskAsync(bar.Says!)).Total);
            }
        }
    }

    [Fact]
    public async Task A_tie_for_the_most_names_all_who_share_it()
    {
        var reply = await answers.AskAsync("rank resources by:type top:1");

        Assert.Equal("IRM Report and Report Comments have the most resources: 5 each, of 24.", reply.Text);
        Assert.Equal(2, reply.Blocks.OfType<Chart>().Single().Bars.Count);
    }

    [Fact]
    public async Task The_fewest_come_first_when_asked_for()
    {
        var reply = await answers.AskAsync("rank resources by:type order:fewest", Language.Spanish);

        Assert.Equal("Case Study tiene la menor cantidad de recursos: 1, de 24.", reply.Text);
        Assert.Equal("Case Study", reply.Blocks.OfType<Chart>().Single().Bars[0].Label);
    }
}
