using CsCheck;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using OgpBot.Catalog;
using OgpBot.Host.Api;

namespace OgpBot.Tests.Api;

public sealed class RecordQueryTests
{
    private static readonly Vocabulary Vocabulary = new()
    {
        Members = [new("Peru", "PE", "PE0104"), new("Morocco", "MO", "MO0001")],
        Areas = ["Anti-Corruption", "Justice", "Public Service Delivery", "Land, Housing and Spatial Planning"],
        ResourceTypes = ["Action Plan", "IRM Report"],
        ResourceFormats = ["Download", "Web page"],
    };

    private static readonly QueryParameter[] All =
    [
        Parameters.Country, Parameters.Id, Parameters.Area, Parameters.Year, Parameters.Plan, Parameters.Starred,
        Parameters.Type, Parameters.Format, Parameters.Words, Parameters.Sort, Parameters.Page, Parameters.Size,
    ];

    [Theory]
    [InlineData("?country=Peru")]
    [InlineData("?country=per%C3%BA")]
    [InlineData("?country=PE")]
    public void A_country_is_known_by_its_names_and_its_prefix(string query)
    {
        var filter = Read(query).Filter;

        Assert.Equal(["Peru"], filter.Members);
    }

    [Fact]
    public void A_country_that_is_not_loaded_is_refused_and_the_loaded_ones_are_named()
    {
        var refusal = Refusal("?country=Chile");

        Assert.Contains("\"country\" cannot be \"Chile\"", refusal, StringComparison.Ordinal);
        Assert.Contains("Peru, Morocco", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2017", 2017, 2017)]
    [InlineData("2015..2017", 2015, 2017)]
    [InlineData(">=2017", 2017, null)]
    [InlineData(">2017", 2018, null)]
    [InlineData("<=2017", null, 2017)]
    [InlineData("<2017", null, 2016)]
    [InlineData("..2017", null, 2017)]
    [InlineData("2017..", 2017, null)]
    public void Years_are_read_as_in_the_canonical_query(string written, int? from, int? to)
    {
        var filter = Read($"?year={Uri.EscapeDataString(written)}").Filter;

        Assert.Equal([new YearRange(from, to)], filter.Years);
    }

    [Fact]
    public void Several_values_come_by_repeating_or_by_commas()
    {
        var repeated = Read("?area=justice&area=anti-corruption");
        var listed = Read("?area=justice, anticorruption");

        Assert.Equal(["Justice", "Anti-Corruption"], repeated.Filter.Areas);
        Assert.Equal(["Justice", "Anti-Corruption"], listed.Filter.Areas);
    }

    [Fact]
    public void A_name_that_holds_a_comma_is_one_name()
    {
        var filter = Read("?area=Land, Housing and Spatial Planning").Filter;

        Assert.Equal(["Land, Housing and Spatial Planning"], filter.Areas);
    }

    [Fact]
    public void A_minus_leaves_out()
    {
        var filter = Read("?area=-justice&year=-2012&plan=-1&type=-Action Plan&q=open -data").Filter;

        Assert.Equal(["Justice"], filter.NotAreas);
        Assert.Equal([new YearRange(2012, 2012)], filter.NotYears);
        Assert.Equal([1], filter.NotPlans);
        Assert.Equal(["Action Plan"], filter.NotTypes);
        Assert.Equal(["open"], filter.Words);
        Assert.Equal(["data"], filter.NotWords);
    }

    [Fact]
    public void Every_parameter_reaches_the_selection()
    {
        var selection = Read("?id=pe62&id=PE0099..PE0101&plan=current&plan=2&starred=true&format=download&type=irm report&area=none&sort=Title&page=3&size=50");

        Assert.Equal([new IdRange("PE0062", "PE0062"), new IdRange("PE0099", "PE0101")], selection.Filter.Ids);
        Assert.True(selection.Filter.CurrentPlan);
        Assert.Equal([2], selection.Filter.Plans);
        Assert.True(selection.Filter.Starred);
        Assert.Equal(["Download"], selection.Filter.Formats);
        Assert.Equal(["IRM Report"], selection.Filter.Types);
        Assert.True(selection.Filter.NoArea);
        Assert.Equal((Sort.Title, 3, 50, 100), (selection.Sort, selection.Page, selection.Size, selection.Skip));
    }

    [Theory]
    [InlineData("?colour=red", "Unknown parameter \"colour\"")]
    [InlineData("?year=twenty", "\"year\"")]
    [InlineData("?id=62", "\"id\"")]
    [InlineData("?plan=0", "\"plan\"")]
    [InlineData("?starred=perhaps", "\"starred\"")]
    [InlineData("?starred=true&starred=false", "\"starred\" is given 2 times")]
    [InlineData("?size=101", "from 1 to 100")]
    [InlineData("?page=0", "from 1")]
    [InlineData("?page=99999999999999999999", "from 1")]
    [InlineData("?sort=1", "newest, oldest, id or title")]
    [InlineData("?type=Novel", "Action Plan, IRM Report")]
    [InlineData("?q=!!", "\"q\"")]
    public void What_cannot_be_read_is_named_with_what_is_expected(string query, string expected)
    {
        var refusal = Refusal(query);

        Assert.Contains(expected, refusal, StringComparison.Ordinal);
    }

    [Fact]
    public void No_query_string_does_worse_than_to_be_refused()
    {
        string[] odd = ["2017", "..", ">=", "-", ",", ",,", "PE", "pe99999", "-none", "9999999999", "a,b"];
        var names = Gen.OneOf([Gen.String[0, 5], .. All.Select(parameter => Gen.Const(parameter.Name))]);
        var values = Gen.OneOf([Gen.String[0, 40], .. odd.Select(value => Gen.Const(value))]);

        Gen.Select(names, values).Array[0, 5].Sample(pairs =>
        {
            var query = new QueryCollection(pairs.GroupBy(pair => pair.Item1, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => new Microsoft.Extensions.Primitives.StringValues([.. group.Select(pair => pair.Item2)])));
            try
            {
                var selection = QueryParameter.Read(query, All, Vocabulary);
                Assert.InRange(selection.Size, 1, Selection.LargestSize);
                Assert.InRange(selection.Skip, 0, Selection.LastPage * Selection.LargestSize);
            }
            catch (BadHttpRequestException refusal)
            {
                Assert.Equal(StatusCodes.Status400BadRequest, refusal.StatusCode);
                Assert.InRange(refusal.Message.Length, 1, 600);
            }
        });
    }

    [Fact]
    public void Pages_count_the_whole_answer()
    {
        var selection = Read("?size=10&page=2");
        var page = selection.PageOf<int, int>([.. Enumerable.Range(1, 11)], number => number);

        Assert.Equal((11, 2, 2), (page.Total, page.Page, page.Pages));
        Assert.Equal([11], page.Items);
    }

    private static Selection Read(string query) => QueryParameter.Read(new QueryCollection(QueryHelpers.ParseQuery(query)), All, Vocabulary);

    private static string Refusal(string query) => Assert.Throws<BadHttpRequestException>(() => Read(query)).Message;
}
