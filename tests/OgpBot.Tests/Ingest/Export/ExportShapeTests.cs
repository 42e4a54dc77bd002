using System.IO.Compression;
using System.Text;
using CsCheck;
using OgpBot.Ingest;
using static OgpBot.Tests.Ingest.Export.GeneratedExport;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>One export in many guises, and files that are none.</summary>
public sealed class ExportShapeTests : IDisposable
{
    private readonly ExportFixture fixture = new();

    public static TheoryData<string> Guises => ["shuffled", "byte order mark", "LF", "semicolons", "numbered", "more columns", "loud headings", "spreadsheet", "UTF-16"];

    public void Dispose() => fixture.Dispose();

    [Theory]
    [MemberData(nameof(Guises))]
    public async Task The_same_rows_make_the_same_catalog(string guise)
    {
        var rows = Rows(300, 20);
        await fixture.ImportAsync(rows);
        using var other = new ExportFixture();

        var report = await other.ImportAsync(Disguised(guise, [[.. Headings], .. rows]));

        Assert.True(report is { Swapped: true, Problems: [] }, string.Join('\n', report.Problems));
        Assert.Equal(await fixture.SaidAsync(), await other.SaidAsync());
    }

    public static TheoryData<string, string> Refusals => new()
    {
        { "no IDs", "none for Id" },
        { "other sheets", "“Notes”, “About”" },
        { "another ZIP file", "“word/document.xml”" },
        { "an old spreadsheet", "old or encrypted Office file" },
        { "a spreadsheet bomb", "unpacks to more than 512 MB" },
        { "a cut spreadsheet", "damaged spreadsheet" },
        { "an error page", "HTML page titled “502 Bad Gateway”" },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Another_file_is_refused_by_what_it_is(string what, string said)
    {
        var report = await fixture.ImportAsync(Useless(what), force: true);

        Assert.False(report.Usable || report.Swapped);
        var problem = Assert.Single(report.Problems);
        Assert.Contains(said, problem.Reason, StringComparison.Ordinal);
        Assert.Contains("xpected", problem.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_older_edition_without_plan_numbers_and_one_star_column_is_imported_as_far_as_it_goes()
    {
        var report = await fixture.ImportAsync(ExportFile.Bytes(ExportFile.Csv(
        [
            ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10"],
            ["Commitment ID", "Country", "Start Year", "Commitment Title", "Responsible Institution", "Starred (2015 Only)", "Starred (Current Formula)", "Completion", "E-Government", "Completion"],
            ["zz0001", "Zedland", "2013", "First", "Office", "1", "NA", "Pending IRM Review", "1", ""],
            ["ZZ0002", "Zedland", "2015", "Second", "NR", "0", "", "ND", "0", "Complete"],
        ])));

        Assert.True(report.Swapped);
        var (first, second) = ((await fixture.ByIdAsync("ZZ0001"))!, (await fixture.ByIdAsync("ZZ0002"))!);
        Assert.Equal((1, 2), (first.Plan, second.Plan));
        Assert.Equal((true, false), (first.Starred, second.Starred));
        Assert.Equal(("PendingReview", "Complete"), ($"{first.Completion}", $"{second.Completion}"));
        Assert.Equal(("Office", "NotReported"), ($"{first.LeadInstitution}", $"{second.LeadInstitution}"));
        Assert.Equal(["E-Government"], first.Areas);
        Assert.Equal((3, 3), (first.Source.FirstLine, first.Source.LastLine));
    }

    [Fact]
    public async Task A_column_of_IDs_is_found_by_what_it_holds_when_its_heading_is_not_known()
    {
        await fixture.ImportAsync("Ref.,Country,Year,Title\nZZ0001,Zedland,2013,First\nZZ0002,Zedland,2013,Second\n"u8.ToArray());

        Assert.Equal("Second", (await fixture.ByIdAsync("ZZ0002"))!.Title);
    }

    [Fact]
    public async Task A_new_column_of_ones_and_zeros_among_the_areas_is_an_area_and_a_column_of_words_is_not()
    {
        await fixture.ImportAsync("Commitment ID,Country,Year,Title,Justice,Open Oceans,Remarks,Education\nZZ0001,Zedland,2013,First,1,1,1,0\nZZ0002,Zedland,2013,Second,0,0,see note,1\n"u8.ToArray());

        Assert.Equal(["Justice", "Open Oceans"], (await fixture.ByIdAsync("ZZ0001"))!.Areas);
    }

    [Fact]
    public void A_damaged_spreadsheet_is_read_or_refused_and_never_fails()
    {
        var sound = ExportFile.Xlsx(("Data", [Headings, .. Rows(3, 2)]));
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample((at, value, length) =>
        {
            byte[] damaged = [.. sound];
            damaged[at] = value;
            List<Problem> problems = [];

            foreach (var bytes in new[] { damaged, sound[..length] })
            {
                using var table = OgpBot.Ingest.Export.ExcelTable.Open(bytes, "export.xlsx", problems);
                while (table?.Read() == true)
                {
                    Assert.NotNull(table[0]);
                }
            }
        }, iter: 60);
    }

    private static byte[] Disguised(string guise, List<string[]> rows)
    {
        var order = Enumerable.Range(0, Headings.Count).ToArray();
        new Random(5).Shuffle(order);
        return guise switch
        {
            "shuffled" => Written(rows.Select(row => order.Select(column => row[column]).ToArray())),
            "byte order mark" => ExportFile.Bytes(ExportFile.Csv(rows), bom: true),
            "LF" => ExportFile.Bytes(ExportFile.Csv(rows, "\n")),
            "semicolons" => ExportFile.Bytes(ExportFile.Csv(rows, separator: ';')),
            "numbered" => Written(rows.Prepend([.. Enumerable.Range(1, Headings.Count).Select(number => $"{number}")])),
            "more columns" => Written(rows.Select((row, index) => (string[])[index == 0 ? "Editor's remark" : "1", .. row, index == 0 ? "Short Title" : ""])),
            "loud headings" => Written(rows.Skip(1).Prepend([.. Headings.Select(heading => heading.StartsWith('_') ? heading : $" {heading.ToUpperInvariant().Replace(' ', '\u00A0')}  ")])),
            "spreadsheet" => ExportFile.Xlsx(("Read me", [["About"], ["this file"]]), ("Data", rows)),
            _ => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(ExportFile.Csv(rows))],
        };

        static byte[] Written(IEnumerable<string[]> rows) => ExportFile.Bytes(ExportFile.Csv(rows));
    }

    private static byte[] Useless(string what) => what switch
    {
        "no IDs" => "CaseNo,Country,Commitment Title,Responsible Institution,Year\n1,Brazil,First,Office,2011\n"u8.ToArray(),
        "other sheets" => ExportFile.Xlsx(("Notes", [["a", "b"]]), ("About", [["c"], ["d"]])),
        "another ZIP file" => Zip(("word/document.xml", 10)),
        "an old spreadsheet" => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]],
        "a spreadsheet bomb" => Zip(("xl/workbook.xml", 10), ("xl/worksheets/sheet1.xml", 600)),
        "a cut spreadsheet" => ExportFile.Xlsx(("Data", [Headings, Rows(1, 1)[0]]))[..^200],
        _ => "<!doctype html><html><head><title>502 Bad Gateway</title></head><body>Try again</body></html>"u8.ToArray(),
    };

    // Zeros pack a thousandfold.
    private static byte[] Zip(params (string Name, int Megabytes)[] entries)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            var megabyte = new byte[1024 * 1024];
            foreach (var (name, megabytes) in entries)
            {
                using var entry = zip.CreateEntry(name, CompressionLevel.Fastest).Open();
                for (var written = 0; written < megabytes; written++)
                {
                    entry.Write(megabyte);
                }
            }
        }

        return stream.ToArray();
    }
}
