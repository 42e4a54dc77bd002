using CsCheck;
using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.Merging;
using OgpBot.Tests.Ingest.Export;
using static OgpBot.Tests.Ingest.Export.GeneratedExport;

namespace OgpBot.Tests.Ingest.Merging;

/// <summary>An export and a member's page that speak of the same commitments.</summary>
public sealed class MergeTests : IDisposable
{
    private static readonly Gen<Known> Fact = Gen.OneOf(Gen.Const("a").Select(Known.Given), Gen.Const(Known.Given("b")), Gen.Enum<KnownState>().Where(state => state != KnownState.Given).Select(Known.Missing));

    private readonly ExportFixture fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task The_export_adds_what_the_page_does_not_have_and_the_page_resets_nothing()
    {
        await PageAsync();
        await fixture.ImportAsync([Peru("PE0062", "2015", "2", title: "Reusable Open Data")]);
        var before = await fixture.ByIdAsync("PE0062");

        await PageAsync();

        var after = (await fixture.ByIdAsync("PE0062"))!;
        Assert.Equal(before, after);
        Assert.Equal(("Congreso", "Complete", "NotReported"), ($"{after.LeadInstitution}", $"{after.Completion}", $"{after.EarlyResults}"));
        Assert.Equal(["Justice", "Open Data"], after.Areas);
        Assert.Equal("export.csv", after.SourceOf(Field.Completion).Document);
        Assert.Equal(104, await fixture.Catalog.CountCommitmentsAsync(Filter.None, Cancel));
    }

    [Fact]
    public async Task What_only_the_page_knows_stays_and_says_that_it_came_from_the_page()
    {
        await PageAsync();

        await fixture.ImportAsync([Peru("PE0054", "2015", "2", star: "ND", areas: [])]);

        var it = (await fixture.ByIdAsync("PE0054"))!;
        Assert.True(it.Starred);
        Assert.NotEmpty(it.Areas);
        Assert.Equal(("export.csv", "peru.txt", "peru.txt"), (it.Source.Document, it.SourceOf(Field.Star).Document, it.SourceOf(Field.Area).Document));
    }

    [Fact]
    public async Task What_the_export_no_longer_has_answers_by_its_ID_and_is_in_no_list()
    {
        var rows = Rows(60, 6);
        var gone = rows[^1][0].ToUpperInvariant();
        await fixture.ImportAsync(rows);
        fixture.Time.Advance(TimeSpan.FromDays(1));

        var report = await fixture.ImportAsync(rows[..^1]);

        Assert.Equal((1, 0), (report.Kinds.Single(kind => kind.Kind == "commitments").Removed, report.Problems.Count));
        var it = await fixture.ByIdAsync(gone);
        Assert.Equal(fixture.Time.GetUtcNow(), it!.Removed);
        Assert.Equal(59 + 104, await fixture.Catalog.CountCommitmentsAsync(Filter.None, Cancel));
        Assert.DoesNotContain((await fixture.Catalog.FindCommitmentsAsync(new Filter { Members = [it.Member] }, Sort.Id, 0, 100, Cancel)).Items, other => other.Id == gone);

        await fixture.ImportAsync(rows);

        Assert.Null((await fixture.ByIdAsync(gone))!.Removed);
    }

    [Fact]
    public async Task What_another_source_still_has_is_not_removed()
    {
        await PageAsync();
        await fixture.ImportAsync([Peru("PE0062", "2015", "2"), .. Rows(20, 2)]);

        await fixture.ImportAsync(Rows(20, 2));

        var it = (await fixture.ByIdAsync("PE0062"))!;
        Assert.Null(it.Removed);
        Assert.Equal([Origin.Page], it.HeldBy);
        Assert.Equal("Congreso", it.LeadInstitution.Value);
    }

    [Fact]
    public async Task An_export_that_lacks_a_fifth_of_what_the_last_one_had_needs_to_be_forced()
    {
        var rows = Rows(60, 6);
        await fixture.ImportAsync(rows);

        var refused = await fixture.ImportAsync(rows[..47]);
        var kept = await fixture.ImportAsync(rows[..48]);
        var forced = await fixture.ImportAsync(rows[..20], force: true);

        Assert.Contains("60 commitments would become 47", refused.Refused, StringComparison.Ordinal);
        Assert.True(kept is { Refused: null, Swapped: true });
        Assert.True(forced.Swapped);
    }

    [Fact]
    public async Task A_page_without_a_list_of_commitments_brings_its_resources_and_leaves_the_commitments()
    {
        await fixture.ImportAsync([Peru("PE0117", "2023", "5"), .. Rows(20, 2)]);

        var report = await fixture.ImportAsync(
            ExportFile.Bytes($"Peru\n\n  • Member Since 2011\n\nResources\n\n{string.Concat(Enumerable.Range(1, 24).Select(number => $"  {number}. Report {number}\n\n    2024, Web page\n\n"))}Recent Posts\n\n"),
            force: false,
            "today.txt");

        Assert.True(report is { Swapped: true, Refused: null });
        Assert.NotNull(await fixture.ByIdAsync("PE0117"));
        Assert.Equal(125, await fixture.Catalog.CountCommitmentsAsync(Filter.None, Cancel));
        Assert.Equal("Report 1", (await fixture.Catalog.FindResourcesAsync(Filter.None, Sort.Newest, 0, 1, Cancel)).Items[0].Title);
        var content = await fixture.Catalog.ContentAsync(Cancel);
        Assert.Equal(24, content.Resources.Count(resource => resource.Removed == fixture.Time.GetUtcNow()));
    }

    [Fact]
    public async Task The_exchange_format_keeps_sources_and_what_was_removed()
    {
        var rows = Rows(60, 6);
        await PageAsync();
        await fixture.ImportAsync([Peru("PE0054", "2015", "2", star: "ND", areas: []), .. rows]);
        await fixture.ImportAsync(rows[..^2]);
        var version = (await fixture.Catalog.VersionAsync(Cancel)).Version;
        await ExchangeFolder.WriteAsync(fixture.Catalog, fixture.Folder.File("exchange"), Cancel);
        using var other = new ExportFixture();

        var report = await OgpBot.Ingest.Importer.ImportAsync(fixture.Folder.File("exchange"), other.Folder.Data, other.Time, force: true, progress: null, Cancel);

        Assert.Empty(report.Problems);
        Assert.Equal(version, report.Version);
        Assert.NotNull((await other.ByIdAsync(rows[^1][0].ToUpperInvariant()))!.Removed);
    }

    [Fact]
    public async Task A_plan_that_the_export_numbers_otherwise_takes_its_number_with_its_commitments()
    {
        await PageAsync();

        await fixture.ImportAsync([Peru("PE0200", "2011", "1"), Peru("PE0001", "2012", "2"), Peru("PE0062", "2015", "3"), Peru("PE0075", "2017", "4"), Peru("PE0104", "2019", "5")]);

        var plans = await fixture.Catalog.PlansAsync(new Filter { Members = ["Peru"] }, Cancel);
        Assert.Equal([(1, 2011), (2, 2012), (3, 2015), (4, 2017), (5, 2019)], plans.Select(plan => (plan.Number, plan.Year)));
        Assert.Equal((2, 5), ((await fixture.ByIdAsync("PE0002"))!.Plan, (await fixture.ByIdAsync("PE0103"))!.Plan));
        var before = await fixture.SaidAsync();
        await PageAsync();
        Assert.Equal(before, await fixture.SaidAsync());
    }

    [Fact]
    public void Page_and_export_say_the_same_whichever_is_read_first()
    {
        Gen.Select(Fact, Fact, Fact, Fact, Gen.Bool, Gen.Bool).Sample((pageLead, exportLead, pageStatus, exportStatus, pageStar, exportStar) =>
        {
            var page = It(Origin.Page, pageLead, pageStatus, pageStar);
            var export = It(Origin.Export, exportLead, exportStatus, exportStar);

            var one = CommitmentMerge.Merge(page, export);
            var other = CommitmentMerge.Merge(export, page);

            Assert.Equal(one, other);
            Assert.Equal(one, CommitmentMerge.Merge(one, page));
            Assert.Equal(one, CommitmentMerge.Merge(one, export));
        });

        static Commitment It(Origin origin, Known lead, Known status, bool star) =>
            new("PE0001", "Peru", 2012, 1, $"{origin}", star, new Source($"{origin}", 1, 2, PeruPage.Now) { Origin = origin }) { LeadInstitution = lead, Status = status };
    }

    private async Task PageAsync() => await fixture.ImportAsync(ExportFile.Bytes(PeruPage.Text), force: false, "peru.txt");

    private static string[] Peru(string id, string year, string plan, string title = "A title", string star = "0", string[]? areas = null)
    {
        var row = Enumerable.Repeat("0", Headings.Count).ToArray();
        (row[0], row[1], row[2], row[Index("Year Of Submission")], row[Index("Action Plan End Year")]) = (id, "Perú", plan, year, "NA");
        (row[Index("Short Title")], row[Index("Max star")], row[Index("URL")]) = (title, star, $"https://opengovpartnership.org/members/peru/commitments/{id}");
        (row[Index("Lead Institution")], row[Index("Completion (End Of Term)")], row[Index("Did It Open Government (Overall)")], row[Index("Early Results")]) = ("Congreso", "Complete", "ND", "NR");
        foreach (var area in areas ?? ["Justice", "Open Data"])
        {
            row[Index(area)] = "1";
        }

        return row;
    }
}
