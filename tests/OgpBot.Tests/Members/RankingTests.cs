using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Tests.Intents;

namespace OgpBot.Tests.Members;

/// <summary>Members by what they have, counts per member, and members beside each other.</summary>
public sealed class RankingTests(WorldBot bot) : IClassFixture<WorldBot>
{
    [Theory]
    [InlineData("which countries have beneficial ownership commitments?", "area=Beneficial Ownership")]
    [InlineData("which members have starred commitments", "star=yes")]
    [InlineData("qué países tienen compromisos de datos abiertos", "area=Open Data")]
    [InlineData("¿qué países tienen compromisos transformadores?", "impact=Transformative")]
    [InlineData("which European countries have justice commitments", "area=Justice; region=Europe")]
    [InlineData("how many countries have completed commitments?", "completion=Complete")]
    [InlineData("list countries with health commitments in 2017", "area=Health; year=2017")]
    [InlineData("which countries have commitments about water meters", "title=water meters")]
    public async Task Members_are_listed_by_what_they_have_with_their_counts(string question, string wanted)
    {
        var expected = Wanted.Of(wanted).GroupBy(commitment => commitment.Member, (member, theirs) => (Member: member, Count: theirs.Count()))
            .OrderByDescending(entry => entry.Count).ThenBy(entry => entry.Member, StringComparer.Ordinal)
            .Select(entry => $"{entry.Member}: {entry.Count}");

        var pages = await bot.PagesAsync(question);

        var listed = pages.SelectMany(page => page.Items).Select(item => $"{item.Title}: {item.Details[^1].Split(' ')[0]}");
        Assert.Equal("list-members", pages[0].Intent);
        Assert.Equal(expected, listed);
        Assert.Equal(pages[0].Total, pages.Sum(page => page.Items.Count()));
    }

    [Theory]
    [InlineData("which countries have no beneficial ownership commitments?", "area=Beneficial Ownership")]
    [InlineData("which members have no starred commitments", "star=yes")]
    [InlineData("qué países no tienen compromisos de datos abiertos", "area=Open Data")]
    public async Task Members_without_something_are_those_that_have_none_of_it(string question, string lacked)
    {
        var having = Wanted.Of(lacked).Select(commitment => commitment.Member).ToHashSet(StringComparer.Ordinal);

        var pages = await bot.PagesAsync(question);

        var listed = pages.SelectMany(page => page.Items).Select(item => item.Title).ToList();
        Assert.NotEmpty(listed);
        Assert.Equal(World.Commitments.Select(commitment => commitment.Member).Distinct().Where(member => !having.Contains(member)).Order(StringComparer.Ordinal), listed);
        Assert.Equal(listed.Count, pages[0].Total);
    }

    [Theory]
    [InlineData("how many commitments per country", "")]
    [InlineData("¿cuántos compromisos por país?", "")]
    [InlineData("starred commitments by country", "star=yes")]
    public async Task Counts_per_member_are_those_of_the_data(string question, string wanted)
    {
        var expected = Wanted.Of(wanted).GroupBy(commitment => commitment.Member).ToDictionary(theirs => theirs.Key, theirs => theirs.Count());

        var pages = await bot.PagesAsync(question);

        var bars = pages.SelectMany(page => page.Blocks.OfType<Chart>().Single().Bars).ToDictionary(bar => bar.Label, bar => bar.Value);
        Assert.Equal(expected.OrderBy(entry => entry.Key), bars.OrderBy(bar => bar.Key));
    }

    [Fact]
    public async Task Counts_per_region_are_those_of_the_data()
    {
        var reply = await bot.AskAsync("how many commitments per region");

        var expected = World.Commitments.GroupBy(commitment => World.RegionOf(commitment.Member)).ToDictionary(theirs => theirs.Key, theirs => theirs.Count());
        Assert.Equal(expected.OrderBy(entry => entry.Key), reply.Blocks.OfType<Chart>().Single().Bars.ToDictionary(bar => bar.Label, bar => bar.Value).OrderBy(bar => bar.Key));
    }

    [Fact]
    public async Task A_chart_with_more_bars_than_it_bears_goes_on_over_the_page()
    {
        var source = new Source("many.csv", 1, 1, DateTimeOffset.UnixEpoch);
        using var answers = await Answers.OverAsync(content => content with
        {
            Members = [.. content.Members, .. Enumerable.Range(10, 40).Select(number => new Member($"Land {number}", $"L{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}", source))],
            Commitments = [.. content.Commitments, .. Enumerable.Range(10, 40).Select(number => new Commitment($"L{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}0001", $"Land {number}", 2020, 1, "Open court", Starred: false, source))],
        });

        var first = await answers.AskAsync(new Question { Verb = Verb.Count, By = Field.Member });
        var second = await answers.AskAsync(new Question { Verb = Verb.Count, By = Field.Member, Page = 2 });

        Assert.Equal((2, 25, 16), (first.Pages, first.Blocks.OfType<Chart>().Single().Bars.Count, second.Blocks.OfType<Chart>().Single().Bars.Count));
    }

    [Theory]
    [InlineData("compare Peru and Chile", "Peru: 14 commitments; Chile: 12 commitments.")]
    [InlineData("compara Perú, Chile y Ucrania", "Peru: 14 compromisos; Chile: 12 compromisos; Ukraine: 16 compromisos.")]
    [InlineData("Peru vs Ukraine on health", "Peru: 4 commitments; Ukraine: 4 commitments (Health).")]
    [InlineData("compare Africa and Europe", "Africa and the Middle East: 25 commitments; Europe: 40 commitments.")]
    public async Task Members_and_regions_stand_beside_each_other(string question, string text)
    {
        var reply = await bot.AskAsync(question);

        Assert.StartsWith(text, reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("qué región tiene más compromisos", "Europe tiene la mayor cantidad de compromisos: 40 de 105.")]
    [InlineData("which country has the most commitments", "Ukraine has the most commitments: 16 of 105.")]
    public async Task The_region_or_member_with_the_most_is_told(string question, string text)
    {
        var reply = await bot.AskAsync(question);

        Assert.StartsWith(text, reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comparison_by_year_has_the_years_as_its_rows()
    {
        var reply = await bot.AskAsync("compare Peru and Chile on open data by year");

        Assert.Equal("compare country:peru country:chile area:\"open data\" by:member across:year", reply.Query);
        Assert.Contains(reply.Blocks.OfType<Grid>().Single().Rows, row => row.Label == "2017");
    }
}
