using CsCheck;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Tests.Catalog;

public sealed class CatalogSearchTests(ServedCatalog served) : IClassFixture<ServedCatalog>
{
    private readonly CatalogStore catalog = served.Store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_pages_together_are_the_answer_and_no_ID_comes_twice()
    {
        var words = await catalog.VocabularyAsync(Cancel);
        var all = (await catalog.FindCommitmentsAsync(Filter.None, Sort.Id, 0, 1000, Cancel)).Items;
        foreach (var area in words.Areas)
        {
            foreach (var year in words.Years)
            {
                foreach (var starred in (bool?[])[true, false, null])
                {
                    var filter = new Filter { Areas = [area], Years = [new(year, year)], Starred = starred };
                    var expected = all.Where(it => it.Areas.Contains(area) && it.Year == year && (starred is null || it.Starred == starred)).Select(it => it.Id);

                    var paged = await PagesAsync(filter, 3);

                    Assert.Equal(expected.Order(), paged.Order());
                    Assert.Equal(paged.Count, paged.Distinct().Count());
                    Assert.Equal(paged.Count, await catalog.CountCommitmentsAsync(filter, Cancel));
                }
            }
        }
    }

    [Theory]
    [InlineData(Field.Year)]
    [InlineData(Field.Plan)]
    [InlineData(Field.Member)]
    [InlineData(Field.Star)]
    [InlineData(Field.Status)]
    [InlineData(Field.Lead)]
    public async Task Tallies_add_up_to_the_list(Field by)
    {
        var filter = new Filter { NotAreas = ["Justice"], Years = [new(2015, null)] };

        var tallies = await catalog.TallyCommitmentsAsync(filter, by, Cancel);

        Assert.Equal(await catalog.CountCommitmentsAsync(filter, Cancel), tallies.Sum(tally => tally.Count));
        Assert.Equal(tallies.OrderByDescending(tally => tally.Count).ThenBy(tally => tally.Label, StringComparer.Ordinal), tallies);
    }

    [Fact]
    public async Task A_pivot_agrees_with_counting_each_cell()
    {
        var cells = await catalog.PivotCommitmentsAsync(Filter.None, Field.Area, Field.Year, Cancel);

        Assert.Equal(104, cells.Sum(cell => cell.Count));
        foreach (var cell in cells.Where(cell => cell.Row.Length > 0))
        {
            var year = int.Parse(cell.Column, System.Globalization.CultureInfo.InvariantCulture);
            Assert.Equal(cell.Count, await catalog.CountCommitmentsAsync(new Filter { Areas = [cell.Row], Years = [new(year, year)] }, Cancel));
        }
    }

    [Fact]
    public async Task The_newest_come_first_and_then_by_ID()
    {
        var all = (await catalog.FindCommitmentsAsync(Filter.None, Sort.Newest, 0, 1000, Cancel)).Items;

        Assert.Equal(all.OrderByDescending(it => it.Year).ThenBy(it => it.Id, StringComparer.Ordinal).Select(it => it.Id), all.Select(it => it.Id));
    }

    [Fact]
    public async Task Filters_of_one_kind_are_a_union_and_negations_take_away()
    {
        Assert.Equal(39, await CountAsync(new Filter { Years = [new(2017, 2017), new(2019, null)] }));
        Assert.Equal(65, await CountAsync(new Filter { NotYears = [new(2017, null)] }));
        Assert.Equal(65, await CountAsync(new Filter { NotPlans = [3, 4] }));
        Assert.Equal(21, await CountAsync(new Filter { CurrentPlan = true }));
        Assert.Equal(5, await CountAsync(new Filter { Ids = [new("PE0099", "PE0101"), new("PE0001", "PE0002"), new("PE0001", "PE0001")] }));
        Assert.Equal(0, await CountAsync(new Filter { Members = ["Chile"] }));
        Assert.Equal(6, await CountAsync(new Filter { Areas = ["justice"], NotWords = ["lawyers"] }));
        Assert.Equal(104, await CountAsync(new Filter { Fields = [new(Field.Status, "")] }));
        Assert.Equal(0, await CountAsync(new Filter { Fields = [new(Field.Status, "pending review")] }));
        Assert.Equal(3, await CountAsync(new Filter { Fields = [new(Field.Star, "yes")] }));
    }

    [Theory]
    [InlineData("sanitation", "PE0079", "PE0080")]
    [InlineData("lawyer", "PE0101")]
    [InlineData("ENVIRONMENTÁL commissions", "PE0068")]
    public async Task Words_are_found_whatever_their_case_accents_and_ending(string words, params string[] ids)
    {
        var found = await catalog.FindCommitmentsAsync(new Filter { Words = words.Split(' ').ToValues() }, Sort.Id, 0, 10, Cancel);

        Assert.Equal(ids, found.Items.Select(it => it.Id));
    }

    [Theory]
    [InlineData("\"")]
    [InlineData("' or 1=1 --")]
    [InlineData("title:open* NEAR(data, 2) OR NOT ^x")]
    [InlineData("\0")]
    [InlineData("\uD800 lone")]
    [InlineData("%_*?{}[]()")]
    [InlineData("@p0 :p1 $p2 ?1")]
    public async Task Hostile_words_find_little_and_break_nothing(string text)
    {
        await EverythingAsync(text);

        Assert.Equal(104, await CountAsync(Filter.None));
    }

    [Fact]
    public async Task No_string_makes_the_search_throw() =>
        await Gen.OneOf(Gen.String, Gen.String[Gen.Char['\0', '\uFFFF'], 0, 40], Gen.String[Gen.Char["\"'*():^-+ ANDORNEAR"], 0, 60]).SampleAsync(EverythingAsync, iter: 200);

    [Fact]
    public async Task A_thousand_words_are_searched_without_fail()
    {
        var words = Enumerable.Range(0, 1000).Select(number => $"word{number}").Append("sanitation").ToValues();

        Assert.Equal(2, await CountAsync(new Filter { Words = words, AnyWord = true }));
        Assert.Equal(0, await CountAsync(new Filter { Words = words }));
        Assert.Equal(102, await CountAsync(new Filter { NotWords = words }));
        Assert.Equal(104, await CountAsync(new Filter { Ids = Enumerable.Repeat(new IdRange("PE0001", "PE0104"), 1000).ToValues() }));
    }

    [Fact]
    public async Task A_page_beyond_the_last_is_empty_and_still_states_the_total()
    {
        var beyond = await catalog.FindCommitmentsAsync(Filter.None, Sort.Newest, 500, 10, Cancel);

        Assert.Equal((0, 104), (beyond.Items.Count, beyond.Total));
    }

    private Task<int> CountAsync(Filter filter) => catalog.CountCommitmentsAsync(filter, Cancel);

    private async Task EverythingAsync(string text)
    {
        var filter = new Filter { Words = [text], NotWords = [text] };
        await catalog.FindCommitmentsAsync(filter, Sort.Newest, 0, 10, Cancel);
        await catalog.FindCommitmentsAsync(filter with { AnyWord = true, Members = [text], Areas = [text] }, Sort.Newest, 0, 10, Cancel);
        await catalog.FindCommitmentsAsync(new Filter { Title = text, Ids = [new(text, text)] }, Sort.Newest, 0, 10, Cancel);
        await catalog.FindCommitmentsAsync(new Filter { Fields = [.. Enum.GetValues<Field>().Select(field => new FieldIs(field, text))] }, Sort.Newest, 0, 10, Cancel);
        await catalog.FindResourcesAsync(filter with { Types = [text], NotTypes = [text], Formats = [text] }, Sort.Newest, 0, 10, Cancel);
        await catalog.FindPostsAsync(filter, 0, 10, Cancel);
        await catalog.GlobalReportAsync(new Filter { Dimensions = [text] }, Cancel);
        await catalog.KeysAsync(text, Filter.None, Cancel);
    }

    private async Task<List<string>> PagesAsync(Filter filter, int size)
    {
        var ids = new List<string>();
        Found<Commitment> page;
        do
        {
            page = await catalog.FindCommitmentsAsync(filter, Sort.Newest, ids.Count, size, Cancel);
            ids.AddRange(page.Items.Select(it => it.Id));
        }
        while (page.Items.Count > 0 && ids.Count < page.Total);

        return ids;
    }
}
