using OgpBot.Catalog;

namespace OgpBot.Ingest.Export;

/// <summary>
/// Editions that give an assessment as a number. The scales are codes.csv beside this file: a column is read by the one scale that has all of its
/// numbers; where several have, or none, what they mean is not guessed.
/// </summary>
internal static class ExportCodes
{
    private static readonly Lazy<ILookup<ExportColumn, Scale>> Scales = new(() => Headings.Rows("codes")
        .GroupBy(row => (Column: Enum.Parse<ExportColumn>(row[0]), Scale: row[1]))
        .ToLookup(group => group.Key.Column, group => new Scale(group.ToDictionary(row => row[2], row => row[3], StringComparer.Ordinal))));

    /// <summary>The rows in words, with a remark for each column whose numbers stay unknown.</summary>
    public static IReadOnlyList<ExportRow> InWords(IReadOnlyList<ExportRow> rows, ExportLayout layout, string document, ICollection<Problem> problems)
    {
        rows = Decoded(rows, ExportColumn.Impact, it => it.PotentialImpact, (it, known) => it with { PotentialImpact = known });
        rows = Decoded(rows, ExportColumn.EarlyResults, it => it.EarlyResults, (it, known) => it with { EarlyResults = known });
        return Decoded(rows, ExportColumn.Completion, it => it.Completion, (it, known) => it with { Completion = known });

        IReadOnlyList<ExportRow> Decoded(IReadOnlyList<ExportRow> coded, ExportColumn column, Func<Commitment, Known> fact, Func<Commitment, Known, Commitment> with)
        {
            var codes = coded.Select(row => Code(fact(row.Commitment))).OfType<string>().ToHashSet(StringComparer.Ordinal);
            if (codes.Count == 0)
            {
                return coded;
            }

            var fitting = Scales.Value[column].Where(scale => codes.All(scale.Words.ContainsKey)).ToList();
            if (fitting.Count != 1)
            {
                problems.Add(new Problem(document, 0, $"holds numbers ({string.Join(", ", codes.Order(StringComparer.Ordinal).Take(8))}) whose meaning is not known; they were left out", Rejected: false)
                {
                    Column = layout.Heading(column),
                });
            }

            return [.. coded.Select(row => Code(fact(row.Commitment)) is { } code
                ? row with { Commitment = with(row.Commitment, fitting is [var scale] ? Known.Given(scale.Words[code]) : Known.NotInSource) }
                : row)];
        }
    }

    // "2", and "2.0" as a spreadsheet writes it.
    private static string? Code(Known known) =>
        known.Value is { Length: <= 4 } text && (char.IsAsciiDigit(text[0]) || text[0] == '-') && ExportCell.Whole(text.TrimStart('-')) is { } number
            ? $"{(text[0] == '-' ? "-" : "")}{number}"
            : null;

    private sealed record Scale(IReadOnlyDictionary<string, string> Words);
}
