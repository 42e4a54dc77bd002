using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace OgpBot.Ingest.Export;

/// <summary>An export as XLSX: the sheet whose first rows hold the most headings that are known.</summary>
internal sealed class ExcelTable : ExportTable
{
    // Sheets that are looked at.
    private const int MostSheets = 100;

    // Unpacked. 10,000 commitments have some 50 MB; a small file may claim to hold terabytes.
    private const long MostUnpacked = 512 * 1024 * 1024;

    private const int MostEntries = 1_000;

    private readonly IExcelDataReader sheet;
    private readonly string file;
    private readonly ICollection<Problem> problems;

    // The library asks for Windows-1252, which .NET only knows after this, also where it needs none.
    static ExcelTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    private ExcelTable(IExcelDataReader sheet, string file, ICollection<Problem> problems) => (this.sheet, this.file, this.problems) = (sheet, file, problems);

    public override int Line => sheet.Depth + 1;

    public override int LastLine => Line;

    public override string this[int column] => column < sheet.FieldCount ? Text(sheet.GetValue(column)) : "";

    /// <summary>Null, with a problem that says why, when no sheet can be read.</summary>
    public static ExcelTable? Open(byte[] bytes, string file, ICollection<Problem> problems)
    {
        try
        {
            if (Refusal(bytes) is { } refusal)
            {
                problems.Add(new Problem(file, 0, $"{refusal}. {SourceKind.Expected}"));
                return null;
            }

            var names = new List<string>();
            if (Best(bytes, names) is not { } best)
            {
                problems.Add(new Problem(
                    file, 0, $"is a spreadsheet with the sheets {string.Join(", ", names.Take(8).Select(name => $"“{name}”"))}, of which none has the export's headings. Expected {ExportReader.Expected}"));
                return null;
            }

            var found = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
            MoveTo(found, best.Sheet, best.Rows.Last);
            return new ExcelTable(found, file, problems) { Headings = best.Rows.Headings, Sample = best.Sample };
        }
        catch (Exception error) when (IsBroken(error))
        {
            problems.Add(Broken(file, error));
            return null;
        }
    }

    public override char? Sign(int column) => column >= sheet.FieldCount ? null : sheet.GetValue(column) switch
    {
        double and 1 => '1',
        double and 0 => '0',
        int and 1 => '1',
        int and 0 => '0',
        bool flag => flag ? '1' : '0',
        string { Length: 1 } text => text[0],
        _ => null,
    };

    public override bool Read()
    {
        try
        {
            return sheet.Read();
        }
        catch (Exception error) when (IsBroken(error))
        {
            problems.Add(Broken(file, error) with { Line = Line });
            return false;
        }
    }

    public override void Dispose() => sheet.Dispose();

    private static (int Sheet, HeadingRows Rows, IReadOnlyList<IReadOnlyList<string>> Sample)? Best(byte[] bytes, List<string> names)
    {
        using var book = ExcelReaderFactory.CreateOpenXmlReader(new MemoryStream(bytes));
        (int Sheet, HeadingRows Rows, IReadOnlyList<IReadOnlyList<string>> Sample)? best = null;
        do
        {
            var rows = new List<string[]>();
            while (rows.Count < HeadingRows.Most + SampleRows && book.Read())
            {
                string[] cells = [.. Enumerable.Range(0, book.FieldCount).Select(index => ExportCell.Line(Text(book.GetValue(index))))];
                rows.Add([.. cells.AsSpan().TrimEnd("")]);
            }

            if (HeadingRows.In(rows) is { } found && found.Known > (best?.Rows.Known ?? 0))
            {
                best = (names.Count, found, [.. rows.Skip(found.Last + 1)]);
            }

            names.Add(book.Name);
        }
        while (names.Count < MostSheets && book.NextResult());

        return best;
    }

    private static void MoveTo(IExcelDataReader book, int sheet, int row)
    {
        for (var at = 0; at < sheet; at++)
        {
            book.NextResult();
        }

        for (var at = 0; at <= row; at++)
        {
            book.Read();
        }
    }

    // What an entry claims to unpack to need not be true: only unpacking tells.
    private static string? Refusal(byte[] bytes)
    {
        using var zip = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        if (zip.GetEntry("xl/workbook.xml") is null)
        {
            return $"is a ZIP file that holds no spreadsheet but {string.Join(", ", zip.Entries.Take(3).Select(entry => $"“{entry.FullName}”"))}";
        }

        if (zip.Entries.Count > MostEntries)
        {
            return $"is a spreadsheet of {zip.Entries.Count} parts; at most {MostEntries} are read";
        }

        var left = MostUnpacked;
        var buffer = new byte[81_920];
        foreach (var entry in zip.Entries)
        {
            using var stream = entry.Open();
            while (left >= 0 && stream.Read(buffer) is > 0 and var count)
            {
                left -= count;
            }
        }

        return left < 0 ? $"unpacks to more than {MostUnpacked / 1024 / 1024} MB" : null;
    }

    private static string Text(object? value) => value switch
    {
        null => "",
        string text => text,
        // The shortest text that means the same number: 4.1, not 4.0999999999999996.
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        bool flag => flag ? "1" : "0",
        DateTime time => time.ToString(time.TimeOfDay == TimeSpan.Zero ? "yyyy-MM-dd" : "yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };

    // The library fails in many ways on a file that is damaged, or made to do harm. None of them is this program's fault.
    private static bool IsBroken(Exception error) => error is not (OutOfMemoryException or OperationCanceledException);

    private static Problem Broken(string file, Exception error) => new(file, 0, $"is a damaged spreadsheet ({error.GetType().Name}); what follows was not read. {SourceKind.Expected}");
}
