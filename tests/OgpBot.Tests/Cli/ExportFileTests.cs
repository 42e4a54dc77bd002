using System.Text;
using System.Text.Json;
using CsCheck;
using CsvHelper;
using OgpBot.Catalog;
using OgpBot.Cli;
using OgpBot.Cli.Export;

namespace OgpBot.Tests.Cli;

public sealed class ExportFileTests
{
    private static readonly Source Page = new("peru.txt", 10, 11, new DateTimeOffset(2026, 11, 1, 0, 0, 0, TimeSpan.Zero));

    private static readonly Commitment Sample = new("PE0062", "Peru", 2015, 2, "Reusable Open Data", Starred: true, Page)
    {
        Areas = ["Open Data", "Right to Information"],
        Completion = Known.Given("Substantial"),
        PotentialImpact = Known.PendingReview,
    };

    [Fact]
    public async Task A_table_has_a_heading_and_one_row_per_record_with_its_source_and_credit()
    {
        var rows = await CsvRowsAsync([Sample]);

        Assert.Equal("id", rows[0][0]);
        Assert.Equal(2, rows.Count);
        Assert.Equal("PE0062", Cell(rows, "id"));
        Assert.Equal("Open Data; Right to Information", Cell(rows, "areas"));
        Assert.Equal("yes", Cell(rows, "starred"));
        Assert.Equal("peru.txt", Cell(rows, "source_document"));
        Assert.Equal("10", Cell(rows, "source_first_line"));
        Assert.Equal("Open Government Partnership, CC BY 4.0", Cell(rows, "credit"));
    }

    [Fact]
    public async Task A_table_tells_a_value_from_a_pending_one_and_leaves_the_unknown_empty()
    {
        var rows = await CsvRowsAsync([Sample]);

        Assert.Equal("Substantial", Cell(rows, "completion"));
        Assert.Equal("pending review", Cell(rows, "potential_impact"));
        Assert.Equal("", Cell(rows, "lead_institution"));
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://x\")")]
    [InlineData("+1+1")]
    [InlineData("-2+3")]
    [InlineData("@SUM(A1)")]
    [InlineData("\t=1")]
    [InlineData("\r=1")]
    public async Task A_title_that_a_spreadsheet_would_run_gets_an_apostrophe(string title)
    {
        var rows = await CsvRowsAsync([Sample with { Title = title }]);

        Assert.Equal($"'{title}", Cell(rows, "title"));
    }

    [Fact]
    public void Any_text_comes_back_from_a_table_as_it_was_and_no_cell_is_a_formula() =>
        SampleReplies.Hostile.Select(Gen.OneOf("", "=", "+", "-", "@", "\t", "\r"), (text, sign) => Paired(sign + text)).Array[1, 5].Sample(
            titles =>
            {
                var rows = CsvRowsAsync(titles.Select(title => Sample with { Title = title })).GetAwaiter().GetResult();

                var read = rows.Skip(1).Select(row => row[rows[0].IndexOf("title")]).ToList();
                Assert.Equal(titles.Select(title => IsFormula(title) ? $"'{title}" : title), read);
                Assert.DoesNotContain(rows.SelectMany(row => row), IsFormula);
            },
            iter: 500);

    [Fact]
    public async Task Json_keeps_the_three_states_of_a_fact_apart()
    {
        using var stream = new MemoryStream();

        await JsonFile.WriteAsync(stream, "commitments", "is:starred", 1, new[] { Sample }.ToAsyncEnumerable(), TestContext.Current.CancellationToken);

        var json = JsonDocument.Parse(stream.ToArray()).RootElement;
        var record = json.GetProperty("records")[0];
        Assert.Equal(("commitments", "is:starred", 1), (json.GetProperty("kind").GetString(), json.GetProperty("query").GetString(), json.GetProperty("total").GetInt32()));
        Assert.Equal("Open Government Partnership, CC BY 4.0", json.GetProperty("credit").GetString());
        Assert.Equal("""{"value":"Substantial","state":"given"}""", record.GetProperty("completion").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal));
        Assert.Equal("pendingReview", record.GetProperty("potentialImpact").GetProperty("state").GetString());
        Assert.Equal("notInSource", record.GetProperty("leadInstitution").GetProperty("state").GetString());
        Assert.Equal(["Open Data", "Right to Information"], record.GetProperty("areas").EnumerateArray().Select(area => area.GetString()));
        Assert.Equal(10, record.GetProperty("source").GetProperty("firstLine").GetInt32());
    }

    [Fact]
    public async Task A_file_begins_with_the_mark_that_spreadsheets_need_for_accents_and_a_pipe_does_not()
    {
        using var file = new MemoryStream();
        using var pipe = new MemoryStream();

        await CsvFile.WriteAsync(file, Columns.Commitments, AsyncEnumerable.Empty<Commitment>(), mark: true, TestContext.Current.CancellationToken);
        await CsvFile.WriteAsync(pipe, Columns.Commitments, AsyncEnumerable.Empty<Commitment>(), mark: false, TestContext.Current.CancellationToken);

        Assert.Equal(Encoding.UTF8.GetPreamble(), file.ToArray()[..3]);
        Assert.Equal("id"u8.ToArray(), pipe.ToArray()[..2]);
    }

    [Fact]
    public async Task An_existing_file_stays_as_it_is_unless_it_may_be_replaced()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("out.csv", "old");

        await Assert.ThrowsAsync<UsageException>(() => OutputFile.WriteAsync(path, replace: false, stream => stream.WriteAsync("new"u8.ToArray()).AsTask()));
        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));

        await OutputFile.WriteAsync(path, replace: true, stream => stream.WriteAsync("new"u8.ToArray()).AsTask());
        Assert.Equal("new", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_write_that_fails_half_way_leaves_the_old_file_and_nothing_else()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("out.csv", "old");

        await Assert.ThrowsAsync<IOException>(() => OutputFile.WriteAsync(path, replace: true, async stream =>
        {
            await stream.WriteAsync("ne"u8.ToArray());
            throw new IOException("disk full");
        }));

        Assert.Equal("old", await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken));
        Assert.Equal([path], Directory.GetFiles(folder.Path));
    }

    /// <summary>A lone surrogate cannot be written as UTF-8: what is compared has none.</summary>
    private static string Paired(string text) => string.Concat(text.EnumerateRunes());

    private static bool IsFormula(string cell) => cell is ['=' or '+' or '-' or '@' or '\t' or '\r', ..];

    private static string Cell(List<List<string>> rows, string column) => rows[1][rows[0].IndexOf(column)];

    private static async Task<List<List<string>>> CsvRowsAsync(IEnumerable<Commitment> commitments)
    {
        using var stream = new MemoryStream();
        await CsvFile.WriteAsync(stream, Columns.Commitments, commitments.ToAsyncEnumerable(), mark: true, TestContext.Current.CancellationToken);
        stream.Position = 0;

        using var text = new StreamReader(stream);
        using var csv = CsvReader.Create(text, new CsvReaderOptions { HasHeader = false });
        List<List<string>> rows = [];
        while (csv.Read())
        {
            rows.Add([.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)]);
        }

        return rows;
    }
}
