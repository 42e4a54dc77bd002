using OgpBot.Catalog;

namespace OgpBot.Tests.Catalog;

public sealed class ShippedCatalogTests(ServedCatalog served) : IClassFixture<ServedCatalog>
{
    private readonly CatalogStore catalog = served.Store;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task It_holds_every_commitment_of_Peru_without_a_gap()
    {
        var all = await catalog.FindCommitmentsAsync(Filter.None, Sort.Id, 0, 1000, Cancel);

        Assert.Equal(104, all.Total);
        Assert.Equal(Enumerable.Range(1, 104).Select(number => $"PE{number:D4}"), all.Items.Select(commitment => commitment.Id));
        Assert.All(all.Items, commitment => Assert.Equal("Peru", commitment.Member));
        Assert.All(all.Items, commitment => Assert.InRange(commitment.Source.LastLine - commitment.Source.FirstLine, 1, 5));
    }

    [Theory]
    [InlineData(2012, 1, 48)]
    [InlineData(2015, 2, 17)]
    [InlineData(2017, 3, 18)]
    [InlineData(2019, 4, 21)]
    public async Task Each_year_is_a_plan_with_its_commitments(int year, int plan, int count)
    {
        var byYear = await catalog.FindCommitmentsAsync(new Filter { Years = [new(year, year)] }, Sort.Id, 0, 100, Cancel);
        var plans = await catalog.PlansAsync(new Filter { Plans = [plan] }, Cancel);

        Assert.Equal(count, byYear.Total);
        Assert.All(byYear.Items, commitment => Assert.Equal(plan, commitment.Plan));
        Assert.Equal((year, count), (Assert.Single(plans).Year, plans[0].Commitments));
    }

    [Fact]
    public async Task Only_the_current_plan_is_stated_and_older_numbers_are_marked_as_inferred()
    {
        var plans = await catalog.PlansAsync(Filter.None, Cancel);
        var current = Assert.Single(await catalog.PlansAsync(new Filter { CurrentPlan = true }, Cancel));

        Assert.Equal([true, true, true, false], plans.Select(plan => plan.NumberInferred));
        Assert.Equal([false, false, false, true], plans.Select(plan => plan.Current));
        Assert.Equal(4, current.Number);
        Assert.Equal(Known.Given("2019-2021"), current.Span);
        Assert.Equal(Known.Given("21"), current.StatedCommitments);
        Assert.Equal(Known.Given("Not specified"), current.AreaFocus);
        Assert.Equal(Known.NotInSource, plans[1].Span);
        Assert.Equal(["2015-2017", "2015-16"], plans[1].SpansInTitles);
    }

    [Fact]
    public async Task A_star_is_a_mark_and_no_part_of_the_title()
    {
        var starred = await catalog.FindCommitmentsAsync(new Filter { Starred = true }, Sort.Id, 0, 10, Cancel);
        var all = await catalog.FindCommitmentsAsync(Filter.None, Sort.Id, 0, 1000, Cancel);

        Assert.Equal(["PE0054", "PE0059", "PE0062"], starred.Items.Select(commitment => commitment.Id));
        Assert.Equal("Reusable Open Data", starred.Items[2].Title);
        Assert.DoesNotContain(all.Items, commitment => commitment.Title.Contains("Starred", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task Only_PE0033_has_no_policy_area()
    {
        var without = await catalog.FindCommitmentsAsync(new Filter { NoArea = true }, Sort.Id, 0, 10, Cancel);
        var areas = await catalog.TallyCommitmentsAsync(Filter.None, Field.Area, Cancel);

        Assert.Equal("PE0033", Assert.Single(without.Items).Id);
        Assert.Empty(without.Items[0].Areas);
        Assert.Equal(1, areas.Single(area => area.Label.Length == 0).Count);
        Assert.Equal(20, areas.Count);
        Assert.Equal(new Tally("Public Service Delivery", 23), areas[0]);
        Assert.Equal(104, areas.Sum(area => area.Count));
    }

    [Theory]
    [InlineData("Administrative Simplification", "PE0036", "PE0045")]
    [InlineData("Document Management", "PE0004", "PE0046")]
    public async Task Twin_titles_stay_two_commitments(string title, string first, string second)
    {
        var twins = await catalog.FindCommitmentsAsync(new Filter { Title = title }, Sort.Id, 0, 10, Cancel);

        Assert.Equal([first, second], twins.Items.Select(commitment => commitment.Id));
    }

    [Theory]
    [InlineData("contractor", "PE0086", "Implement Digital Contrator Work Logs")]
    [InlineData("contrator", "PE0086", "Implement Digital Contrator Work Logs")]
    [InlineData("disclose", "PE0092", "Dislose University Data Online")]
    public async Task A_misspelled_title_is_found_by_either_spelling_and_shown_as_written(string word, string id, string title)
    {
        var found = await catalog.FindCommitmentsAsync(new Filter { Words = [word, "online", "work", "logs", "university"], AnyWord = true, Ids = [new(id, id)] }, Sort.Id, 0, 10, Cancel);
        var alone = await catalog.FindCommitmentsAsync(new Filter { Words = [word] }, Sort.Id, 0, 10, Cancel);

        Assert.Equal(title, Assert.Single(found.Items).Title);
        Assert.Contains(alone.Items, commitment => commitment.Id == id);
    }

    [Fact]
    public async Task It_holds_the_resources_with_their_publication_years()
    {
        var reports = await catalog.FindResourcesAsync(new Filter { Types = ["irm report"] }, Sort.Newest, 0, 100, Cancel);
        var years = await catalog.TallyResourcesAsync(Filter.None, Field.Year, Cancel);
        var plan2 = await catalog.FindResourcesAsync(new Filter { Plans = [2], Types = ["Action Plan"] }, Sort.Newest, 0, 100, Cancel);

        Assert.Equal(24, years.Sum(year => year.Count));
        Assert.Equal(6, years.Single(year => year.Label == "2020").Count);
        Assert.Equal(5, reports.Total);
        Assert.Equal(2020, reports.Items[0].Year);
        Assert.Equal("Peru, Second Action Plan, 2015-16", Assert.Single(plan2.Items).Title);
    }

    [Fact]
    public async Task Figures_without_a_column_stay_unassigned()
    {
        var performance = await catalog.PerformanceAsync(Filter.None, Cancel);
        var records = await catalog.PerformanceRecordsAsync(Filter.None, Cancel);

        Assert.Equal(["0"], performance[0].Unassigned);
        Assert.Equal(Known.NotInSource, performance[0].Starred);
        Assert.Equal((Known.Given("3"), Known.Given("0"), Known.Given("3")), (performance[1].Major, performance[1].Outstanding, performance[1].Starred));
        Assert.Equal((Known.Given("3"), Known.Given("0"), Known.Given("0")), (performance[2].Major, performance[2].Outstanding, performance[2].Starred));
        Assert.Equal((Known.NotInSource, 0), (performance[3].Major, performance[3].Unassigned.Count));
        Assert.Equal(["4", "7"], records.Single(record => record.Scope == "Global").Figures);
        Assert.Equal(["2", "7"], records.Single(record => record.Scope == "Regional").Figures);
    }

    [Fact]
    public async Task Lost_cells_are_not_in_the_source()
    {
        var participation = await catalog.ParticipationAsync(Filter.None, Cancel);
        var report = await catalog.GlobalReportAsync(Filter.None, Cancel);

        Assert.Equal(8, participation.Count);
        Assert.All(participation, row => Assert.Equal(Known.NotInSource, row.Level));
        Assert.Equal(14, report.Count);
        Assert.All(report, entry => Assert.Equal(Known.NotInSource, entry.Score));
    }

    [Theory]
    [InlineData("Anti-Corruption", "Consider Action|Consider Action")]
    [InlineData("Civic Space", "Consider Action||Consider Action")]
    [InlineData("Open Policy Making", "Consider Action|Consider Action")]
    [InlineData("Access to Information", "Implement for Results|Consider Action|Consider Action|Consider Action")]
    [InlineData("Fiscal Openness", "|Consider Action|")]
    public async Task The_Global_Report_has_its_entries_by_dimension(string dimension, string implications)
    {
        var entries = await catalog.GlobalReportAsync(new Filter { Dimensions = [dimension] }, Cancel);

        Assert.Equal(implications, string.Join('|', entries.Select(entry => entry.Implication.Value)));
        Assert.Equal(Enumerable.Range(1, entries.Count), entries.Select(entry => entry.Number));
    }

    [Fact]
    public async Task Keys_levels_and_codes_are_kept_by_section()
    {
        var stars = await catalog.KeysAsync("stars", Filter.None, Cancel);
        var levels = (await catalog.KeysAsync("participation", Filter.None, Cancel)).Where(entry => entry.Kind == "level").ToList();
        var codes = (await catalog.KeysAsync("global-report", Filter.None, Cancel)).Where(entry => entry.Kind == "code").ToList();

        Assert.Equal(Known.Given("Global average 7%"), stars.Single(entry => entry.Name == "Stars").Meaning);
        Assert.Contains(stars, entry => entry is { Kind: "focus", Name: "Focus on verifiability" });
        Assert.Equal(["Collaborate", "Involve", "Consult", "Inform", "No Consultation"], levels.Select(level => level.Name));
        Assert.Equal(Known.NotInSource, levels[4].Meaning);
        Assert.Equal(["NC", "CA", "IR", "C", "A", "ER"], codes.Select(code => code.Name));
    }

    [Fact]
    public async Task Terms_have_short_definitions()
    {
        var terms = await catalog.TermsAsync(Cancel);

        Assert.Equal("Government gave feedback on public inputs", terms.Single(term => term.Name == "Involve").Meaning);
        Assert.Contains("ER", terms.Single(term => term.Name == "Showed Early Results").Also);
        Assert.Equal("one of the ways the IRM designates promising reforms.", terms.Single(term => term.Key == "starred-commitments").Meaning);
        Assert.All(terms, term => Assert.InRange(term.Meaning.Length, 1, 200));
    }

    [Fact]
    public async Task Posts_are_shipped_without_their_teasers_and_without_the_trap_for_crawlers()
    {
        var posts = await catalog.FindPostsAsync(Filter.None, 0, 10, Cancel);

        Assert.Equal([1, 2, 3, 4], posts.Items.Select(post => post.Order));
        Assert.Equal(Known.Given("43780766892_f09dc0d87f_k"), posts.Items[2].Caption);
        Assert.All(posts.Items, post => Assert.Equal(Known.NotInSource, post.Teaser));
        Assert.DoesNotContain(posts.Items, post => post.Title.Contains("banned", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task The_vocabulary_knows_what_questions_may_name()
    {
        var words = await catalog.VocabularyAsync(Cancel);

        Assert.Equal(new MemberEntry("Peru", "PE", "PE0104"), Assert.Single(words.Members));
        Assert.Equal([2012, 2015, 2017, 2019], words.Years);
        Assert.Equal(19, words.Areas.Count);
        Assert.Equal([2013, 2017, 2019, 2021], words.Plans.Select(plan => plan.End));
        Assert.Equal(1, words.TitleWords["contractor"]);
        Assert.Contains("disclose university data online", words.Titles.AsEnumerable());
        Assert.Equal(2, words.TitleWords["sanitation"]);
        Assert.Equal(["Anti-Corruption", "Civic Space", "Open Policy Making", "Access to Information", "Fiscal Openness"], words.Dimensions);
    }
}
