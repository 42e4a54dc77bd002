using System.Collections.Frozen;
using System.Reflection;
using CsvHelper;
using OgpBot.Reading;

namespace OgpBot.Ingest.Export;

/// <summary>
/// The headings that editions of OGP's export are known to use: columns.csv and areas.csv beside this file.
/// Case, accents, spaces and punctuation do not matter.
/// </summary>
internal static class Headings
{
    private static readonly Lazy<FrozenDictionary<string, IReadOnlyList<(ExportColumn Column, int Rank)>>> Columns = new(() => Rows("columns")
        .Select((row, rank) => (Key: Key(row[1]), Column: Enum.Parse<ExportColumn>(row[0]), Rank: rank))
        .GroupBy(row => row.Key, row => (row.Column, row.Rank))
        .ToFrozenDictionary(group => group.Key, IReadOnlyList<(ExportColumn, int)> (group) => [.. group], StringComparer.Ordinal));

    private static readonly Lazy<FrozenDictionary<string, (string Area, int Rank)>> Areas = new(() => Rows("areas")
        .Select((row, rank) => (Area: row[0], Rank: rank))
        .ToFrozenDictionary(row => Key(row.Area), StringComparer.Ordinal));

    /// <summary>What a heading stands for, with its rank: of several columns for one fact, the lowest comes first. Empty when it is not known.</summary>
    public static IReadOnlyList<(ExportColumn Column, int Rank)> ColumnsOf(string heading) =>
        IsCode(heading) ? [(ExportColumn.Other, int.MaxValue)] : Columns.Value.GetValueOrDefault(Key(heading)) ?? [];

    /// <summary>The policy area that a heading names, and its place among all; null when it names none that is known.</summary>
    public static (string Area, int Rank)? AreaOf(string heading) => Areas.Value.TryGetValue(Key(heading), out var area) ? area : null;

    public static bool IsKnown(string heading) => ColumnsOf(heading).Count > 0 || AreaOf(heading) is not null;

    // "_Potential Impact" repeats "Potential Impact" as a number.
    private static bool IsCode(string heading) => heading.StartsWith('_');

    private static string Key(string heading) => string.Concat(Folding.Words(heading));

    /// <summary>The rows of a table beside this file, without its headings.</summary>
    internal static IEnumerable<string[]> Rows(string table)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"Export/{table}.csv")!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        while (csv.Read())
        {
            yield return [.. Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)];
        }
    }
}
