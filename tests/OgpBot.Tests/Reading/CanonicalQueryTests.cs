using CsCheck;
using OgpBot.Catalog;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class CanonicalQueryTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Fact]
    public void What_a_query_says_is_the_question_that_was_printed()
    {
        new GeneratedQuestions(words.Vocabulary).Questions().Sample(
            question =>
            {
                var query = CanonicalQuery.Print(question);

                Assert.Equal(question, CanonicalQuery.Parse(query, words.Vocabulary));
            },
            iter: 2000,
            print: CanonicalQuery.Print);
    }

    [Fact]
    public void A_query_that_is_typed_or_clicked_is_read_exactly()
    {
        new GeneratedQuestions(words.Vocabulary).Questions().Sample(
            question => Assert.Equal(question, words.Read(CanonicalQuery.Print(question))),
            iter: 500,
            print: CanonicalQuery.Print);
    }

    [Theory]
    [InlineData("country:peru area:justice year:2017")]
    [InlineData("PE0062")]
    [InlineData("compare PE0061 PE0062")]
    [InlineData("cite PE0062")]
    [InlineData("count year:2015 is:starred")]
    [InlineData("rank by:area top:3")]
    [InlineData("pivot by:area across:year")]
    [InlineData("resources year:2020 type:\"irm report\"")]
    [InlineData("commitments year:2015 type:letter")]
    [InlineData("area:none")]
    [InlineData("plan:current -is:starred")]
    [InlineData("explain glossary term:involve")]
    [InlineData("word:\"agreement|agreements\" page:2")]
    [InlineData("commitments")]
    public void A_canonical_query_prints_as_it_was(string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.Known(query)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("area:Justice")]
    [InlineData("year:2017 country:peru")]
    [InlineData("area:justice  year:2017")]
    [InlineData("year:1066")]
    [InlineData("page:0")]
    [InlineData("page:1")]
    [InlineData("top:1001")]
    [InlineData("nobody:knows")]
    [InlineData("word:\"two words\"")]
    [InlineData("PE0062 please")]
    [InlineData("type:letter")]
    [InlineData("by:3")]
    [InlineData("id:pe0101..pe0099")]
    public void What_is_not_written_exactly_so_is_no_canonical_query(string text)
    {
        Assert.Null(CanonicalQuery.Parse(text, words.Vocabulary));
    }

    [Theory]
    [InlineData(Verb.Nowhere)]
    [InlineData(Verb.Decline)]
    [InlineData(Verb.Unclear)]
    public void What_cannot_be_repeated_has_no_query(Verb verb)
    {
        Assert.Equal("", CanonicalQuery.Print(new Question { Verb = verb, Filter = new Filter { Plans = [2] } }));
    }

    [Theory]
    [InlineData("country:PE tema:justicia año:2017", "country:peru area:justice year:2017")]
    [InlineData("area:Justice,health", "area:justice area:health")]
    [InlineData("area:RTI starred:yes", "area:\"right to information\" is:starred")]
    [InlineData("-area:justice plan:4", "-area:justice plan:4")]
    [InlineData("year:>=2017", "year:2017..")]
    [InlineData("year:<2015", "year:..2014")]
    [InlineData("year:2015-2017", "year:2015..2017")]
    [InlineData("no:star", "-is:starred")]
    [InlineData("id:pe62..64", "PE0062..PE0064")]
    [InlineData("title:police", "word:police")]
    [InlineData("type:letter", "resources type:letter")]
    [InlineData("is:current area:jusitce", "area:justice plan:current")]
    public void A_person_can_type_conditions_in_other_words(string typed, string query)
    {
        Assert.Equal(query, words.Query(typed));
    }

    [Theory]
    [InlineData("year:soon area:justice", "year", "soon")]
    [InlineData("plan:0 area:justice", "plan", "0")]
    [InlineData("is:nice area:justice", "is", "nice")]
    [InlineData("-top:3 area:justice", "-top", "3")]
    public void A_condition_that_makes_no_sense_is_named(string typed, string key, string value)
    {
        var notice = Assert.Single(words.Read(typed).Notices, notice => notice.Kind == NoticeKind.BadQualifier);

        Assert.Equal([key, value], notice.Words);
    }
}
