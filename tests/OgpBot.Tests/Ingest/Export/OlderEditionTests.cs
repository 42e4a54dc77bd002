using System.Text;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>Shapes that older editions of the export had, or may have had. What is known of them is imported; the rest is told.</summary>
public sealed class OlderEditionTests : IDisposable
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private readonly ExportFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task A_note_above_the_headings_semicolons_and_letters_of_Windows_do_no_harm()
    {
        var text = "Data as of 31 May 2017;;;;\r\n\r\nCountry;NAP;IRM Commitment ID;Commitment Name;Responsible Agency\r\nCôte d’Ivoire;2016-2018;ci0001;Déclaration de patrimoine;Ministère de la Justice\r\n";

        var report = await fixture.ImportAsync(Windows1252.GetBytes(text));

        Assert.True(report.Swapped, string.Join('\n', report.Problems));
        var only = (await fixture.ByIdAsync("CI0001"))!;
        Assert.Equal(("Déclaration de patrimoine", 2016, "Ministère de la Justice"), (only.Title, only.Year, only.LeadInstitution.Value));
        Assert.Equal(4, only.Source.FirstLine);
    }

    [Theory]
    [InlineData("pe 0001")]
    [InlineData("PE-0001")]
    [InlineData("pe\u00A00001 ")]
    public async Task An_ID_with_something_between_its_letters_and_digits_is_that_ID(string written)
    {
        await ImportAsync(["Commitment ID", "Country", "Year", "Title"], [written, "Peru", "2014", "First"]);

        Assert.Equal("First", (await fixture.ByIdAsync("PE0001"))!.Title);
    }

    [Fact]
    public async Task Headings_in_two_rows_are_read_together()
    {
        var report = await fixture.ImportAsync(ExportFile.Xlsx(("Commitments",
        [
            ["OGP data", "", "", "", "", "", "", ""],
            ["Country", "Commitment ID", "Action Plan", "Commitment Title", "Completion", "", "Policy areas", ""],
            ["", "", "", "", "Midterm", "End of Term", "Open Data", "Gender"],
            ["Peru", "PE0001", "Action Plan 2014-2016", "First", "Limited", "Complete", "1", "0"],
        ])));

        Assert.True(report.Swapped, string.Join('\n', report.Problems));
        var only = (await fixture.ByIdAsync("PE0001"))!;
        Assert.Equal((2014, "Complete"), (only.Year, only.Completion.Value));
        Assert.Equal(["Open Data"], only.Areas);
    }

    [Fact]
    public async Task Assessments_given_as_numbers_are_read_where_only_one_scale_has_them()
    {
        await ImportAsync(
            ["Commitment ID", "Country", "Year", "Title", "Potential Impact", "Completion", "Did It Open Government?"],
            ["PE0001", "Peru", "2014", "First", "3", "5", "4"],
            ["PE0002", "Peru", "2014", "Second", "0", "2", "NR"]);

        var (first, second) = ((await fixture.ByIdAsync("PE0001"))!, (await fixture.ByIdAsync("PE0002"))!);
        Assert.Equal(("Transformative", "Complete", "Outstanding"), (first.PotentialImpact.Value, first.Completion.Value, first.EarlyResults.Value));
        Assert.Equal(("None", "Not Started", "NotReported"), (second.PotentialImpact.Value, second.Completion.Value, $"{second.EarlyResults}"));
    }

    [Fact]
    public async Task Numbers_that_could_mean_several_things_are_left_out_and_told()
    {
        var report = await ImportAsync(
            ["Commitment ID", "Country", "Year", "Title", "Level of Completion"],
            ["PE0001", "Peru", "2014", "First", "2"],
            ["PE0002", "Peru", "2014", "Second", "3"]);

        Assert.Equal("NotInSource", $"{(await fixture.ByIdAsync("PE0001"))!.Completion}");
        var problem = Assert.Single(report.Problems);
        Assert.Equal(("Level of Completion", false), (problem.Column, problem.Rejected));
        Assert.Contains("2, 3", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Numbers_within_a_plan_give_way_to_the_column_that_identifies()
    {
        await ImportAsync(
            ["Commitment ID", "Country", "Year", "Title", "Key"],
            ["1", "Peru", "2014", "First", "PE0001"],
            ["2", "Peru", "2014", "Second", "PE0002"]);

        Assert.Equal("Second", (await fixture.ByIdAsync("PE0002"))!.Title);
    }

    [Fact]
    public async Task A_file_whose_IDs_only_count_its_rows_is_refused_by_what_they_are()
    {
        var report = await ImportAsync(
            ["Commitment ID", "Country", "Year", "Title"], ["1", "Peru", "2014", "First"], ["2", "Peru", "2014", "Second"], ["3", "Peru", "2014", "Third"]);

        Assert.False(report.Usable);
        var problem = Assert.Single(report.Problems);
        Assert.Equal("Commitment ID", problem.Column);
        Assert.Contains("“1”, “2”, “3”", problem.Reason, StringComparison.Ordinal);
        Assert.Contains("PE0062", problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2nd National Action Plan", 2)]
    [InlineData("NAP3", 3)]
    [InlineData("Action Plan 4", 4)]
    [InlineData("4.0", 4)]
    public async Task A_plan_is_numbered_in_many_ways(string written, int number)
    {
        await ImportAsync(["Commitment ID", "Country", "Year", "Title", "Plan"], ["PE0001", "Peru", "2014", "First", written]);

        Assert.Equal(number, (await fixture.ByIdAsync("PE0001"))!.Plan);
    }

    [Fact]
    public async Task Tags_in_one_cell_a_status_in_words_and_a_star_sign_count()
    {
        await ImportAsync(
            ["Commitment ID", "Country", "Year", "Title", "Tags", "Commitment Status", "Starred", "Potentially Starred"],
            ["PE0001", "Peru", "2014", "First", "open data; GENDER; Fisheries", "Withdrawn", "★", "1"],
            ["PE0002", "Peru", "2014", "Second", "", "Not Reviewed", "", "1"]);

        var (first, second) = ((await fixture.ByIdAsync("PE0001"))!, (await fixture.ByIdAsync("PE0002"))!);
        Assert.Equal(["Open Data", "Gender", "Fisheries"], first.Areas);
        Assert.Equal(("Withdrawn", true), (first.Status.Value, first.Starred));
        Assert.Equal(("NotReported", false), ($"{second.Status}", second.Starred));
    }

    private Task<OgpBot.Ingest.ImportReport> ImportAsync(params IReadOnlyList<string>[] rows) => fixture.ImportAsync(ExportFile.Bytes(ExportFile.Csv(rows)));
}
