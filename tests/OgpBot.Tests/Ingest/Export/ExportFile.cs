using System.Text;
using MiniExcelLibs;

namespace OgpBot.Tests.Ingest.Export;

/// <summary>Writes rows as the files that people have them in.</summary>
public static class ExportFile
{
    public static string Csv(IEnumerable<IReadOnlyList<string>> rows, string newLine = "\r\n", char separator = ',') =>
        string.Concat(rows.Select(row => string.Join(separator, row.Select(cell => Cell(cell, separator))) + newLine));

    public static byte[] Bytes(string text, bool bom = false) => [.. bom ? Encoding.UTF8.Preamble : [], .. Encoding.UTF8.GetBytes(text)];

    /// <param name="sheets">Rows by the sheet's name; numbers become numbers, as a spreadsheet program saves them.</param>
    public static byte[] Xlsx(params (string Name, IEnumerable<IReadOnlyList<string>> Rows)[] sheets)
    {
        using var stream = new MemoryStream();
        stream.SaveAs(sheets.ToDictionary(sheet => sheet.Name, sheet => (object)sheet.Rows.Select(row => row.Index().ToDictionary(cell => $"c{cell.Index}", cell => Value(cell.Item)))), printHeader: false);
        return stream.ToArray();
    }

    private static object Value(string cell) => double.TryParse(cell, out var number) && !cell.Contains(',', StringComparison.Ordinal) ? number : cell;

    private static string Cell(string cell, char separator) =>
        cell.AsSpan().IndexOfAny([separator, '"', '\n', '\r']) >= 0 ? $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : cell;
}
