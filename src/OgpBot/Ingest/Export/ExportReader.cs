using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;
using OgpBot.Ingest.MemberPage;

namespace OgpBot.Ingest.Export;

/// <summary>Reads OGP's commitments export into a catalog.</summary>
internal static class ExportReader
{
    // Of those near the start: so many do not all happen to be broken.
    private const int FewestIds = 3;

    public const string Expected = "a heading for each of: the commitment's ID (“Commitment Unique Identifier”), its member (“Country/Locality”), year and title";

    /// <summary>Null when the table is no export of commitments with IDs; the problem says what was found.</summary>
    public static CatalogContent? Read(ExportTable table, string document, DateTimeOffset importedAt, ICollection<Problem> problems)
    {
        var layout = new ExportLayout(table.Headings, table.Sample);
        string[] missing =
        [
            .. from needed in new[] { ExportColumn.Id, ExportColumn.Member, ExportColumn.Year, ExportColumn.Title }
               where !layout.Has(needed)
               select needed.ToString(),
        ];
        if (missing.Length > 0)
        {
            problems.Add(new Problem(document, 0, $"has the columns {Found(table.Headings)}, and none for {string.Join(", ", missing)}. Expected {Expected}"));
            return null;
        }

        string[] ids = [.. table.Sample.Where(row => layout[ExportColumn.Id][0] < row.Count).Select(row => row[layout[ExportColumn.Id][0]]).Where(cell => cell.Length > 0)];
        if (ids.Length >= FewestIds && !ids.Any(ExportId.Is))
        {
            problems.Add(new Problem(document, 0, $"has IDs such as {string.Join(", ", ids.Take(3).Select(id => $"“{Page.Excerpt(id)}”"))}, which say nothing outside of it. Expected {ExportId.Shape}, such as PE0062")
            {
                Column = layout.Heading(ExportColumn.Id),
            });
            return null;
        }

        var rows = ExportCodes.InWords(Rows(table, layout, document, importedAt, problems), layout, document, problems);
        return rows.Count == 0 ? null : ExportMembers.Content(rows, document, problems);
    }

    private static List<ExportRow> Rows(ExportTable table, ExportLayout layout, string document, DateTimeOffset importedAt, ICollection<Problem> problems)
    {
        var reader = new ExportRowReader(table, layout, document, importedAt);
        var rows = new List<ExportRow>();
        var taken = new Dictionary<string, int>(StringComparer.Ordinal);
        while (table.Read())
        {
            try
            {
                if (reader.IsBlank)
                {
                    continue;
                }

                var row = reader.Read();
                if (taken.TryAdd(row.Commitment.Id, table.Line))
                {
                    rows.Add(row);
                }
                else
                {
                    problems.Add(Rejected(layout.Heading(ExportColumn.Id), $"repeats {row.Commitment.Id}, the ID of line {taken[row.Commitment.Id]}"));
                }
            }
            catch (RowException error)
            {
                problems.Add(Rejected(error.Column, error.Reason));
            }
        }

        return reader.Refuted.Count == 0 ? rows : [.. rows.Select(Without)];

        Problem Rejected(string column, string reason) => new(document, table.Line, reason) { Column = column };

        // A column turned out to be no area after rows had been marked with it.
        ExportRow Without(ExportRow row) => row.Uncertain.Any(reader.Refuted.Contains)
            ? row with { Commitment = row.Commitment with { Areas = row.Commitment.Areas.Except(Names()).ToValues() } }
            : row;

        IEnumerable<string> Names() => layout.Areas.Where(area => reader.Refuted.Contains(area.Index)).Select(area => area.Area);
    }

    private static string Found(IReadOnlyList<string> headings) =>
        string.Join(", ", headings.Take(8).Select(heading => $"“{heading}”")) + (headings.Count > 8 ? $" and {headings.Count - 8} more" : "");
}
