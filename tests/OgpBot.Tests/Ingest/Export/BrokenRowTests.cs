using System.Text;
using CsCheck;
using OgpBot.Ingest;
using static OgpBot.Tests.Ingest.Export.GeneratedExport;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>Rows that cannot be read cost themselves only, and are named by line, column and reason.</summary>
public sealed class BrokenRowTests : IDisposable
{
    private static readonly (string Column, string Reason, Func<string[], string> Break)[] Ways =
    [
        ("Commitment Unique Identifier", "is empty", row => With(row, "Commitment Unique Identifier", "")),
        ("Commitment Unique Identifier", "“PE-12” is not two or three letters and four digits", row => With(row, "Commitment Unique Identifier", "PE-12")),
        ("Country/Locality", "is empty", row => With(row, "Country/Locality", "NA")),
        ("Year Of Submission", "“soon” is not a year", row => With(row, "Year Of Submission", "soon")),
        ("Action Plan Number", "“first” is not the number of an action plan", row => With(row, "Action Plan Number", "first")),
        ("Max star", "“maybe” is neither 1 nor 0", row => With(row, "Max star", "maybe")),
        ("URL", "“javascript:alert(1)” is not a web address", row => With(row, "URL", "javascript:alert(1)")),
        ("Region", "has 5 cells; the headings are 171", row => Line([.. row.Take(5)])),
        ("id", "has 172 cells; the headings are 171", row => Line([.. row, "more"])),
        ("Country/Locality", "has a quote where none may stand", row => Line(row).Insert(Line(row).IndexOf(',', StringComparison.Ordinal) + 1, "\"open ")),
    ];

    private readonly ExportFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Theory]
    [InlineData("\r\n")]
    [InlineData("\n")]
    public async Task Three_broken_rows_in_a_hundred_are_each_named_and_the_others_are_imported(string newLine)
    {
        var rows = Rows(1_000, 40);
        var text = new StringBuilder(ExportFile.Csv([Headings], newLine));
        var expected = new List<(int, string?, string)>();
        foreach (var (index, row) in rows.Index())
        {
            if (index % 33 == 32)
            {
                var (column, reason, broken) = Ways[index / 33 % Ways.Length];
                expected.Add((Lines(text) + 1, column, reason));
                text.Append(broken(row)).Append(newLine);
            }
            else
            {
                text.Append(ExportFile.Csv([row], newLine));
            }
        }

        var report = await fixture.ImportAsync(ExportFile.Bytes($"{text}"));

        Assert.Equal(30, expected.Count);
        Assert.Equal(expected, report.Problems.Select(problem => (problem.Line, problem.Column, problem.Reason)));
        Assert.Equal(970, report.Kinds.Single(kind => kind.Kind == "commitments").New);
        using var sound = new ExportFixture();
        await sound.ImportAsync(rows.Where((_, index) => index % 33 != 32));
        Assert.Equal(await sound.SaidAsync(), await fixture.SaidAsync());
    }

    [Fact]
    public async Task A_repeated_ID_and_a_row_of_another_member_are_named()
    {
        var rows = Rows(40, 4);
        rows.Add(With(rows[5], row => row[Index("Short Title")] = "Another title"));
        rows.Add(With(rows[5], row => (row[0], row[1]) = ($"{Prefix(1)}0999", Name(2))));

        var report = await fixture.ImportAsync(rows);

        Assert.Equal(2, report.Problems.Count);
        Assert.Contains(report.Problems, problem => problem.Reason.StartsWith($"repeats {Prefix(1)}0002, the ID of line", StringComparison.Ordinal));
        Assert.Contains(report.Problems, problem => problem.Reason.EndsWith($"but the row is about {Name(2)}", StringComparison.Ordinal));
        Assert.NotEqual("Another title", (await fixture.ByIdAsync($"{Prefix(1)}0002"))!.Title);
    }

    [Fact]
    public void Whatever_the_cells_hold_they_come_back_as_written_and_whatever_is_broken_nothing_fails()
    {
        var cell = Gen.String[Gen.OneOf(Gen.Char, Gen.Char[",\"\n \u00A0é"]), 0, 30];
        Gen.Select(cell, cell, Gen.Int[0, 400], Gen.Char).Sample((title, lead, at, sign) =>
        {
            var csv = ExportFile.Csv([["Commitment ID", "Country", "Year", "Title", "Lead Institution"], ["ZZ0001", "Zedland", "2013", $"t{title}t", $"l{lead}l"]]);
            var place = Math.Min(at, csv.Length);

            var read = Read(csv, []);
            Read(csv.Insert(place, $"{sign}"), []);
            Read(csv[..place], []);

            return read is { Commitments: [var only] } && only.Title == Tidy($"t{title}t") && only.LeadInstitution.Value == Tidy($"l{lead}l");
        }, iter: 300);
    }

    private static OgpBot.Catalog.CatalogContent? Read(string csv, List<Problem> problems)
    {
        using var table = OgpBot.Ingest.Export.CsvTable.Open(Encoding.UTF8.GetBytes(csv), "export.csv", problems);
        return table is null ? null : OgpBot.Ingest.Export.ExportReader.Read(table, "export.csv", PeruPage.Now, problems);
    }

    // One line, as everything here that is short; said with other means than the reader's.
    private static string Tidy(string text) => string.Join(' ', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace('\uFEFF', ' ').Replace('\uFFFE', ' ')
        .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Normalize(NormalizationForm.FormC);

    private static int Lines(StringBuilder text) => $"{text}".Count(sign => sign == '\n');

    private static string With(string[] row, string column, string value) => Line(With(row, changed => changed[Index(column)] = value));

    private static string[] With(string[] row, Action<string[]> change)
    {
        string[] changed = [.. row];
        change(changed);
        return changed;
    }

    private static string Line(string[] row) => ExportFile.Csv([row], "");
}
