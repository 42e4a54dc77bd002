using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Tests.Reading;

/// <summary>Which records a question is about: members, areas, years, plans, stars, and what is excepted.</summary>
public sealed class ConditionTests(PeruWords words) : IClassFixture<PeruWords>
{
    [Theory]
    [InlineData("Peru justice commitments 2017", "country:peru area:justice year:2017")]
    [InlineData("compromisos del Perú sobre justicia en 2017", "country:peru area:justice year:2017")]
    [InlineData("peruvian open data commitments", "country:peru area:\"open data\"")]
    [InlineData("Spain commitments", "country:spain")]
    [InlineData("compromisos de España", "country:spain")]
    [InlineData("compromisos de Costa de Marfil", "country:\"cote d'ivoire\"")]
    [InlineData("UK commitments 2015", "country:\"united kingdom\" year:2015")]
    [InlineData("commitments of Peru and Chile", "country:peru country:chile")]
    public void A_member_is_named_in_either_language(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("RTI commitments", "area:\"right to information\"")]
    [InlineData("PSD commitments", "area:\"public service delivery\"")]
    [InlineData("labour commitments", "area:labor")]
    [InlineData("compromisos de medio ambiente", "area:\"environment and climate\"")]
    [InlineData("e-gov commitments", "area:e-government")]
    [InlineData("compromisos de gobierno electrónico", "area:e-government")]
    [InlineData("commitments without an area", "area:none")]
    [InlineData("compromisos sin área", "area:none")]
    public void An_area_goes_by_its_other_names(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("justice or health commitments", "area:justice area:health")]
    [InlineData("justice and health commitments", "area:justice area:health")]
    [InlineData("compromisos de justicia y salud", "area:justice area:health")]
    [InlineData("compromisos de educación o salud", "area:education area:health")]
    [InlineData("commitments in 2012 and 2019", "year:2012 year:2019")]
    [InlineData("commitments from plans 2 and 3", "plan:2 plan:3")]
    public void Two_values_of_one_kind_are_a_union(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("2019 commitments except justice", "-area:justice year:2019")]
    [InlineData("commitments except justice and health", "-area:justice -area:health")]
    [InlineData("commitments except justice in 2017", "-area:justice year:2017")]
    [InlineData("compromisos excepto justicia", "-area:justice")]
    [InlineData("compromisos de 2019 que no sean de justicia ni de salud", "-area:justice -area:health year:2019")]
    [InlineData("justice commitments not in 2017", "area:justice -year:2017")]
    [InlineData("commitments -justice", "-area:justice")]
    [InlineData("commitments without a star", "-is:starred")]
    [InlineData("compromisos sin estrella", "-is:starred")]
    [InlineData("not starred commitments 2015", "year:2015 -is:starred")]
    [InlineData("2015 commitments except the starred ones", "year:2015 -is:starred")]
    [InlineData("commitments not in plan 2", "-plan:2")]
    public void What_is_excepted_is_left_out_and_nothing_else(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("commitments since 2015", "year:2015..")]
    [InlineData("compromisos desde 2015", "year:2015..")]
    [InlineData("compromisos a partir de 2015", "year:2015..")]
    [InlineData("commitments from 2015 onwards", "year:2015..")]
    [InlineData("commitments after 2015", "year:2016..")]
    [InlineData("compromisos después de 2015", "year:2016..")]
    [InlineData("commitments before 2015", "year:..2014")]
    [InlineData("compromisos antes de 2015", "year:..2014")]
    [InlineData("commitments until 2015", "year:..2015")]
    [InlineData("compromisos hasta 2015", "year:..2015")]
    [InlineData("commitments between 2012 and 2015", "year:2012..2015")]
    [InlineData("compromisos entre 2012 y 2015", "year:2012..2015")]
    [InlineData("commitments from 2012 to 2015", "year:2012..2015")]
    [InlineData("compromisos de 2012 a 2015", "year:2012..2015")]
    [InlineData("commitments between 2015 and 2012", "year:2012..2015")]
    [InlineData("commitments >= 2017", "year:2017..")]
    [InlineData("commitments < 2017", "year:..2016")]
    [InlineData("commitments 2012-2015", "year:2012..2015")]
    [InlineData("commitments from 2015", "year:2015")]
    public void Since_includes_after_and_before_exclude_and_between_includes_both(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("AP2 commitments", "plan:2")]
    [InlineData("commitments from the third action plan", "plan:3")]
    [InlineData("compromisos del segundo plan de acción", "plan:2")]
    [InlineData("compromisos del plan de acción nro 4", "plan:4")]
    [InlineData("commitments of the current plan", "plan:current")]
    [InlineData("compromisos del plan vigente", "plan:current")]
    [InlineData("commitments in the previous plan", "plan:3")]
    public void A_plan_is_named_by_number_or_by_place(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("2017-2019 commitments", "plan:3", "2017-2019", "3")]
    [InlineData("compromisos 2019–2021", "plan:4", "2019-2021", "4")]
    [InlineData("commitments 2015/17", "plan:2", "2015-2017", "2")]
    public void A_span_of_a_plan_is_that_plan_and_the_years_are_offered(string text, string query, string span, string plan)
    {
        var question = words.Read(text);

        Assert.Equal(query, CanonicalQuery.Print(question));
        var notice = Assert.Single(question.Notices, notice => notice.Kind == NoticeKind.SpanIsPlan);
        Assert.Equal([span, plan, $"year:{span.Replace("-", "..", StringComparison.Ordinal)}"], notice.Words);
        Assert.NotNull(CanonicalQuery.Parse(notice.Words[2], words.Vocabulary));
    }

    [Theory]
    [InlineData("commitments in the years 2017-2019", "year:2017..2019")]
    [InlineData("commitments 2015-2019", "year:2015..2019")]
    public void Other_spans_stay_years(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Theory]
    [InlineData("IRM reports", "resources type:\"irm report\"")]
    [InlineData("resources from 2020", "resources year:2020")]
    [InlineData("recursos de 2020", "resources year:2020")]
    [InlineData("case studies", "resources type:\"case study\"")]
    [InlineData("resources except letters", "resources -type:letter")]
    public void A_kind_of_document_makes_it_about_resources(string text, string query)
    {
        Assert.Equal(query, words.Query(text));
    }

    [Fact]
    public void An_area_beside_other_conditions_is_no_title_that_happens_to_be_the_same()
    {
        var known = new Vocabulary { Members = [new MemberEntry("Peru", "PE", "PE0001")], Areas = ["Public Participation"], Titles = new HashSet<string> { "public participation" } };

        var read = Reader.Read("commitments of Peru about public participation", known, Context.Fresh(Language.English));

        Assert.Equal(new Filter { Members = ["Peru"], Areas = ["Public Participation"] }, read.Filter);
    }
}
