using System.Text;
using CsvHelper;

namespace OgpBot.Cli.Export;

/// <summary>Records as a table for spreadsheets: a heading, then one row each.</summary>
internal static class CsvFile
{
    /// <summary>A text that a spreadsheet would run as a formula (it starts with = + - @, tab or CR) gets an apostrophe in front.</summary>
    private static readonly CsvWriterOptions Options = new() { Injection = CsvInjection.Escape, NewLine = "\r\n" };

    /// <param name="mark">True for files: spreadsheets know by the byte order mark that accents are UTF-8.</param>
    public static async Task WriteAsync<T>(
        Stream stream, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> records, bool mark, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: mark), leaveOpen: true);
        await using var csv = CsvWriter.Create(writer, Options, leaveOpen: true);
        csv.WriteHeader([.. columns.Select(column => column.Name)]);
        await foreach (var record in records.WithCancellation(cancellationToken))
        {
            await csv.WriteRecordAsync([.. columns.Select(column => column.Text(record))], cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
        await writer.FlushAsync(cancellationToken);
    }
}
