using Microsoft.VisualBasic.FileIO;
using OgpBot.Catalog;
using static OgpBot.Tests.Ingest.Export.GeneratedExport;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>An export and what the catalog then answers, counted a second time by another CSV reader.</summary>
public sealed class ExportImportTests : IDisposable
{
    private const int Commitments = 900;
    private const int Members = 30;

    private readonly ExportFixture fixture = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => fixture.Dispose();

    [Fact]
    public async Task Every_commitment_of_the_export_answers_by_its_ID_with_area_year_status_institutions_and_link()
    {
        var counted = await ImportAndCountAsync();

        foreach (var row in counted)
        {
            var id = row["Commitment Unique Identifier"].ToUpperInvariant();
            var it = await fixture.ByIdAsync(id);
            Assert.NotNull(it);
            Assert.Equal((row["Country/Locality"], row["Year Of Submission"], row["Action Plan Number"]), (it.Member, $"{it.Year}", $"{it.Plan}"));
            Assert.Equal(row["Short Title"] == "NA" ? row["Commitment Title"] : row["Short Title"].Replace('\u00A0', ' '), it.Title);
            Assert.Equal(Headings.Take(Areas).Where(area => row[area] == "1").Select(Fold).Order(), it.Areas.Select(Fold).Order());
            Assert.Equal((row["Max star"] == "1", row["Max star"] is "0" or "1"), (it.Starred, it.StarState == KnownState.Given));
            Assert.Equal(Told(row["Lead Institution"]), $"{it.LeadInstitution}");
            Assert.Equal(Told(row["Supporting Institution(s)"]), $"{it.SupportingInstitutions}");
            Assert.Equal("Reviewed", it.Status.Value);
            Assert.Equal(row["URL"], it.Url.Value);
        }
    }

    [Fact]
    public async Task Counts_per_member_year_and_star_equal_an_independent_count()
    {
        var counted = await ImportAndCountAsync();

        // Peru is shipped and not in the file.
        var all = new Filter { Members = [.. counted.Select(row => row["Country/Locality"]).Distinct()] };
        Assert.Equal(Count(row => row["Country/Locality"]), await TallyAsync(Field.Member));
        Assert.Equal(Count(row => row["Year Of Submission"]), await TallyAsync(Field.Year));
        Assert.Equal(Count(row => row["Max star"] == "1" ? "yes" : "no"), await TallyAsync(Field.Star));

        Dictionary<string, int> Count(Func<Dictionary<string, string>, string> by) => counted.CountBy(by).ToDictionary();

        async Task<Dictionary<string, int>> TallyAsync(Field by) =>
            (await fixture.Catalog.TallyCommitmentsAsync(all, by, Cancel)).ToDictionary(tally => tally.Label, tally => tally.Count);
    }

    [Fact]
    public async Task Members_have_their_prefix_region_level_and_address_from_the_rows()
    {
        await ImportAndCountAsync();

        var members = await fixture.Catalog.MembersAsync(Cancel);
        for (var number = 0; number < Members; number++)
        {
            var member = members.Single(it => it.Name == Name(number));
            Assert.Equal(
                (Prefix(number), number % 2 == 0 ? "Europe" : "Americas", number % 5 == 4 ? "Legacy Local" : "National", $"member-{number}"),
                (member.Prefix, member.Region.Value, member.Level.Value, member.Slug.Value));
        }
    }

    [Fact]
    public async Task Importing_the_same_export_twice_changes_nothing()
    {
        await ImportAndCountAsync();
        fixture.Time.Advance(TimeSpan.FromDays(7));

        var again = await fixture.ImportAsync(Rows(Commitments, Members));

        Assert.False(again.Swapped || again.HasChanges);
    }

    private async Task<IReadOnlyList<Dictionary<string, string>>> ImportAndCountAsync()
    {
        var report = await fixture.ImportAsync(Rows(Commitments, Members));
        Assert.True(report is { Swapped: true, Problems: [] });

        using var parser = new TextFieldParser(fixture.Folder.File("export.csv")) { Delimiters = [","], HasFieldsEnclosedInQuotes = true, TrimWhiteSpace = false };
        var headings = parser.ReadFields()!;
        var rows = new List<Dictionary<string, string>>();
        while (parser.ReadFields() is { } cells)
        {
            rows.Add(headings.Zip(cells).DistinctBy(cell => cell.First).ToDictionary(cell => cell.First, cell => cell.Second));
        }

        Assert.Equal(Commitments, rows.Count);
        return rows;
    }

    private static string Fold(string area) => area.ToUpperInvariant();

    private static string Told(string cell) => cell switch
    {
        "NA" => nameof(KnownState.NotAvailable),
        "" => nameof(KnownState.NotInSource),
        _ => cell,
    };
}
