using CsCheck;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Intents;

public sealed class FindCommitmentsTests(PeruCatalog peru) : IClassFixture<PeruCatalog>
{
    private static readonly Filter Justice2017 = new() { Members = ["Peru"], Areas = ["Justice"], Years = [new YearRange(2017, 2017)] };

    [Fact]
    public async Task A_list_states_its_total_and_how_the_question_was_read()
    {
        var reply = await peru.AskAsync(new Question { Filter = Justice2017 });

        Assert.Equal("find-commitments", reply.Intent);
        Assert.Equal("2 commitments: Peru, Justice, 2017.", reply.Text);
        Assert.Equal(2, reply.Total);
        Assert.Equal(["PE0082", "PE0083"], reply.Items.Select(item => item.Id));
        Assert.Equal("country:peru area:justice year:2017", reply.Query);
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "Read as: country:peru area:justice year:2017");
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text.Contains("Open Government Partnership", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_frame_of_the_list_is_Spanish_when_the_question_is()
    {
        var reply = await peru.AskAsync(new Question { Filter = Justice2017, Language = Language.Spanish });

        Assert.Equal("2 compromisos: Peru, Justice, 2017.", reply.Text);
        Assert.Equal(Language.Spanish, reply.Language);
        Assert.Contains("Plan de acción 3", reply.Items.First().Details);
    }

    [Fact]
    public async Task One_commitment_is_not_called_commitments()
    {
        var question = new Question { Filter = new Filter { Areas = ["Open Parliaments"] } };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal("1 commitment: Open Parliaments.", english.Text);
        Assert.Equal("1 compromiso: Open Parliaments.", spanish.Text);
    }

    [Fact]
    public async Task Starred_commitments_are_called_so()
    {
        var question = new Question { Filter = new Filter { Starred = true, Years = [new YearRange(2015, 2015)] } };

        var english = await peru.AskAsync(question);
        var spanish = await peru.AskAsync(question with { Language = Language.Spanish });

        Assert.Equal("3 starred commitments: 2015.", english.Text);
        Assert.Equal("3 compromisos destacados: 2015.", spanish.Text);
        Assert.All(english.Items, item => Assert.True(item.Starred));
    }

    [Fact]
    public async Task A_commitment_without_a_policy_area_says_so()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { NoArea = true } });

        var item = Assert.Single(reply.Items);
        Assert.Equal("PE0033", item.Id);
        Assert.Contains("no policy area in the source", item.Details);
    }

    [Fact]
    public async Task A_long_list_leads_to_its_next_page()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Years = [new YearRange(2012, 2012)] } });

        Assert.Equal("48 commitments: 2012. Page 1 of 5.", reply.Text);
        Assert.Equal((48, 1, 5), (reply.Total, reply.Page, reply.Pages));
        Assert.Equal("year:2012 page:2", reply.Choices[0].Says);
        Assert.True(reply.Choices.Count <= 6);
    }

    [Fact]
    public async Task A_page_after_the_last_shows_the_last_and_says_so()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Years = [new YearRange(2012, 2012)] }, Page = int.MaxValue });

        Assert.Equal(5, reply.Page);
        Assert.Equal(8, reply.Items.Count());
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == $"There is no page {int.MaxValue}: page 5 is the last page.");
        Assert.Equal("year:2012 page:5", reply.Query);
    }

    [Fact]
    public async Task All_pages_together_hold_every_commitment_once()
    {
        var vocabulary = await peru.Store.VocabularyAsync(TestContext.Current.CancellationToken);
        var filters = Gen.Select(
            Gen.OneOf<string[]>([[], .. vocabulary.Areas.Select(area => new[] { area })]),
            Gen.OneOf<YearRange[]>([[], .. vocabulary.Years.Select(year => new[] { new YearRange(year, null) })]),
            Gen.OneOf<bool?>(null, true, false),
            (areas, years, starred) => new Filter { Areas = [.. areas], Years = [.. years], Starred = starred });

        await filters.SampleAsync(
            async filter =>
            {
                var ids = await peru.AllPagesAsync(new Question { Filter = filter });
                var expected = await peru.Store.FindCommitmentsAsync(filter, Sort.Id, 0, 1000, TestContext.Current.CancellationToken);
                var count = await peru.AskAsync(new Question { Verb = Verb.Count, Filter = filter });

                Assert.Equal(ids.Count, ids.Distinct().Count());
                Assert.Equal(expected.Items.Select(commitment => commitment.Id), ids.Order(StringComparer.Ordinal));
                Assert.Equal(ids.Count, count.Total);
            },
            iter: 100);
    }

    [Fact]
    public async Task Words_that_no_title_holds_together_find_titles_with_any_of_them()
    {
        var reply = await peru.AskAsync(new Question { Filter = new Filter { Words = ["sanitation", "lawyers"] } });

        Assert.Equal(["PE0079", "PE0080", "PE0101"], reply.Items.Select(item => item.Id).Order(StringComparer.Ordinal));
        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "No title holds all of “sanitation”, “lawyers”: these hold at least one.");
    }

    [Fact]
    public async Task What_the_reader_changed_is_told()
    {
        var question = new Question
        {
            Filter = Justice2017,
            Notices =
            [
                new Notice(NoticeKind.Corrected, ["justise", "justice"]),
                new Notice(NoticeKind.SpanIsPlan, ["2017-2019", "3", "year:2017..2019"]),
            ],
        };

        var reply = await peru.AskAsync(question);

        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "Read “justise” as “justice”.");
        Assert.Contains(new Choice("All of the years 2017-2019", "year:2017..2019"), reply.Choices);
    }

    [Fact]
    public async Task A_fact_that_the_source_lacks_for_all_of_a_list_is_named_as_a_gap()
    {
        var reply = await peru.AskAsync(new Question { Filter = Justice2017, Asked = [Field.Lead] });

        Assert.Contains(reply.Blocks.OfType<Note>(), note => note.Text == "The source does not give the lead institution for any of these 2 commitments.");
    }
}
