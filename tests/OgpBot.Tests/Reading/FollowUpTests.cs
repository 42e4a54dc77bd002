using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

public sealed class FollowUpTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("next", "year:2012 page:3")]
    [InlineData("siguiente", "year:2012 page:3")]
    [InlineData("more please", "year:2012 page:3")]
    [InlineData("previous", "year:2012")]
    [InlineData("página anterior", "year:2012")]
    [InlineData("first page", "year:2012")]
    [InlineData("last page", "year:2012 page:3")]
    [InlineData("page 3", "year:2012 page:3")]
    [InlineData("página 1", "year:2012")]
    public void Pages_are_turned(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("year:2012 page:2", text)));
    }

    [Theory]
    [InlineData("year:2012 page:3", "next", NoticeKind.NoSuchPage, "next")]
    [InlineData("year:2012", "previous", NoticeKind.NoSuchPage, "previous")]
    [InlineData("year:2012", "page 7", NoticeKind.NoSuchPage, "7")]
    [InlineData("year:2012", "number 4", NoticeKind.NoSuchItem, "4")]
    [InlineData("year:2012", "number 0", NoticeKind.NoSuchItem, "0")]
    public void Where_there_is_nothing_the_bot_says_so(string last, string text, NoticeKind kind, string wanted)
    {
        var question = words.After(last, text);

        Assert.Equal(Verb.Nowhere, question.Verb);
        Assert.Equal([new Notice(kind, [wanted])], question.Notices);
    }

    [Theory]
    [InlineData("next")]
    [InlineData("siguiente")]
    [InlineData("number 2")]
    [InlineData("el segundo")]
    public void Without_anything_before_a_follow_up_leads_nowhere(string text)
    {
        var question = words.Read(text);

        Assert.Equal(Verb.Nowhere, question.Verb);
        Assert.Equal(NoticeKind.NothingBefore, Assert.Single(question.Notices).Kind);
    }

    [Theory]
    [InlineData("number 2", "PE0002")]
    [InlineData("número 2", "PE0002")]
    [InlineData("2", "PE0002")]
    [InlineData("#3", "PE0003")]
    [InlineData("the first one", "PE0001")]
    [InlineData("el tercero", "PE0003")]
    [InlineData("the last one", "PE0003")]
    [InlineData("tell me more about number 1", "PE0001")]
    [InlineData("show me the second", "PE0002")]
    public void What_was_listed_can_be_picked(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("year:2012", text)));
    }

    [Theory]
    [InlineData("number 5", "PE0002")]
    [InlineData("the first one", "PE0001")]
    public void On_a_later_page_the_numbers_shown_count(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("year:2012 page:2", text)));
    }

    [Theory]
    [InlineData("area:justice year:2017 is:starred", "drop the year", "area:justice is:starred")]
    [InlineData("area:justice year:2017 is:starred", "quita el año", "area:justice is:starred")]
    [InlineData("area:justice year:2017 is:starred", "any area", "year:2017 is:starred")]
    [InlineData("area:justice year:2017 is:starred", "remove the star", "area:justice year:2017")]
    [InlineData("country:peru area:justice", "without the country", "area:justice")]
    [InlineData("area:justice plan:2 page:2", "forget the plan", "area:justice")]
    [InlineData("country:peru area:justice year:2017", "clear all filters", "country:peru")]
    [InlineData("area:justice year:2017", "drop 2017", "area:justice")]
    [InlineData("count area:justice year:2017", "drop the year", "count area:justice")]
    public void A_condition_can_be_dropped(string last, string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After(last, text)));
    }

    [Theory]
    [InlineData("year:2015 page:2", "only starred", "year:2015 is:starred")]
    [InlineData("year:2015", "solo los destacados", "year:2015 is:starred")]
    [InlineData("year:2015", "which of those are starred?", "year:2015 is:starred")]
    [InlineData("area:justice year:2017", "and in 2019?", "area:justice year:2019")]
    [InlineData("area:justice year:2017", "¿y en 2019?", "area:justice year:2019")]
    [InlineData("area:justice year:2017", "what about health?", "area:health year:2017")]
    [InlineData("area:justice year:2017", "¿y de salud?", "area:health year:2017")]
    [InlineData("area:justice year:2017", "also health", "area:justice area:health year:2017")]
    [InlineData("area:justice year:2017", "agrega 2019", "area:justice year:2017 year:2019")]
    [InlineData("area:justice year:2017", "since 2015", "area:justice year:2015..")]
    [InlineData("year:2019", "except justice", "-area:justice year:2019")]
    [InlineData("area:justice area:health", "not health", "area:justice -area:health")]
    [InlineData("area:justice year:2017", "and plan 4?", "area:justice plan:4")]
    [InlineData("area:justice plan:4", "in 2017", "area:justice year:2017")]
    [InlineData("area:justice", "by year", "rank area:justice by:year")]
    [InlineData("year:2019", "por área", "rank year:2019 by:area")]
    [InlineData("area:justice", "how many?", "count area:justice")]
    [InlineData("count area:justice", "and health?", "count area:health")]
    [InlineData("count area:justice", "list them", "area:justice")]
    [InlineData("area:justice", "oldest first", "area:justice sort:oldest")]
    [InlineData("year:2012", "compare with 2019", "compare year:2012 year:2019 by:year")]
    [InlineData("resources year:2019", "and 2020?", "resources year:2020")]
    public void A_fragment_changes_the_last_question(string last, string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After(last, text)));
    }

    [Theory]
    [InlineData("who leads it?", "PE0062 asked:lead")]
    [InlineData("¿de qué año es?", "PE0062 asked:year")]
    [InlineData("is it starred?", "PE0062 asked:star")]
    [InlineData("source?", "cite PE0062")]
    [InlineData("¿cuál es la fuente?", "cite PE0062")]
    public void A_fact_can_be_asked_of_the_record_before(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("PE0062", text)));
    }

    [Theory]
    [InlineData("PE0063", "PE0063")]
    [InlineData("health commitments", "area:health")]
    [InlineData("compromisos de 2019", "year:2019")]
    [InlineData("how many commitments are there in total?", "count commitments")]
    [InlineData("list all areas", "areas")]
    [InlineData("what does Involve mean?", "explain glossary term:involve")]
    [InlineData("help", "help")]
    public void A_question_of_its_own_forgets_the_one_before(string text, string query)
    {
        Assert.Equal(query, CanonicalQuery.Print(words.After("area:justice year:2017 is:starred", text)));
    }
}
