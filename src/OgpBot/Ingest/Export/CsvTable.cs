using CsvHelper;

namespace OgpBot.Ingest.Export;

/// <summary>
/// An export as CSV. A row with a broken quote, or with too few or too many cells, is reported; reading goes on at the next line
/// that is a row again, so that an unclosed quote costs its own row only.
/// </summary>
internal sealed class CsvTable : ExportTable
{
    private readonly ReadOnlyMemory<byte> bytes;
    private readonly string file;
    private readonly ICollection<Problem> problems;
    private readonly char separator;
    private CsvReader csv;
    private CsvMalformedRecord? fault;
    private int offset;
    private int linesBefore;
    private bool searching;

    private CsvTable(ReadOnlyMemory<byte> bytes, string file, ICollection<Problem> problems, char separator, int offset, int linesBefore)
    {
        (this.bytes, this.file, this.problems, this.separator) = (bytes, file, problems, separator);
        (this.offset, this.linesBefore) = (offset, linesBefore);
        csv = From(offset);
    }

    public override int Line => linesBefore + (int)csv.LineNumber;

    public override int LastLine => Line + csv.RawRecord.Count((byte)'\n');

    public override string this[int column] => column < csv.FieldCount ? csv.GetString(column) : "";

    /// <param name="bytes">UTF-8.</param>
    /// <returns>Null when no line near the start holds headings of the export.</returns>
    public static CsvTable? Open(ReadOnlyMemory<byte> bytes, string file, ICollection<Problem> problems)
    {
        using var start = CsvReader.Create(bytes, new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true });
        var rows = new List<(string[] Cells, int Next, int Lines)>();
        while (rows.Count < HeadingRows.Most + SampleRows && start.Read())
        {
            rows.Add((
                [.. Enumerable.Range(0, start.FieldCount).Select(index => ExportCell.Line(start.GetString(index)))],
                (int)start.ByteOffset + start.RawRecord.Length,
                (int)start.LineNumber - 1 + start.RawRecord.Count((byte)'\n')));
        }

        return HeadingRows.In([.. rows.Select(row => row.Cells)]) is { } found
            ? new CsvTable(bytes, file, problems, start.Separator, rows[found.Last].Next, rows[found.Last].Lines)
            {
                Headings = found.Headings,
                Sample = [.. rows.Skip(found.Last + 1).Select(row => row.Cells)],
            }
            : null;
    }

    public override char? Sign(int column) => column < csv.FieldCount && csv.GetSpan(column) is [var sign] ? (char)sign : null;

    public override bool Read()
    {
        fault = null;
        while (csv.Read())
        {
            if (fault is null && csv.FieldCount == Headings.Count)
            {
                searching = false;
                return true;
            }

            // Between a broken row and the next sound one, lines that look like no row are the rest of the broken one.
            if (!searching || (fault is null && csv.FieldCount > Headings.Count / 2))
            {
                problems.Add(new Problem(file, Line, Reason()) { Column = Headings[Math.Min(FaultyColumn(), Headings.Count - 1)] });
            }

            SkipLine();
            fault = null;
        }

        return false;
    }

    public override void Dispose() => csv.Dispose();

    // A row that spans lines may have swallowed the next ones: look again from its second line.
    private void SkipLine()
    {
        searching = true;
        var record = csv.RawRecord;
        if (record.IndexOf((byte)'\n') is var end and >= 0)
        {
            linesBefore = Line;
            offset += (int)csv.ByteOffset + end + 1;
            csv.Dispose();
            csv = From(offset);
        }
    }

    private string Reason() => fault?.Reason switch
    {
        CsvMalformedReason.UnterminatedQuote => "opens a quote that is never closed",
        not null => "has a quote where none may stand",
        null => $"has {csv.FieldCount} cells; the headings are {Headings.Count}",
    };

    // Where the quote stands, or the first cell that is missing or too many.
    private int FaultyColumn()
    {
        if (fault is not { } malformed)
        {
            return csv.FieldCount;
        }

        using var before = From(offset + (int)csv.ByteOffset, (int)(malformed.ByteOffset - csv.ByteOffset));
        return before.Read() ? before.FieldCount - 1 : 0;
    }

    private CsvReader From(int start, int? length = null) => CsvReader.Create(bytes.Slice(start, length ?? bytes.Length - start), new CsvReaderOptions
    {
        HasHeader = false,
        Separator = separator,
        TrackLineNumbers = true,
        PoolStrings = true,
        OnMalformedRecord = record => fault ??= record,
    });
}
