using Microsoft.Data.Sqlite;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Writes the page's tables, keys and terms.</summary>
internal static class TableWriter
{
    public static void Write(SqliteConnection connection, CatalogContent content, Func<Source, long> sourceNumber)
    {
        Insert(
            content.Performance, row => [row.Member, row.Plan, row.Major, row.Outstanding, row.Starred, ListText.Write(row.Unassigned), .. Place(row.Source)],
            "performance", "member", "plan", "major", "major_state", "outstanding", "outstanding_state", "starred", "starred_state", "unassigned");
        Insert(
            content.PerformanceRecords, row => [row.Member, row.Scope, ListText.Write(row.Figures), .. Place(row.Source)],
            "performance_record", "member", "scope", "figures");
        Insert(
            content.Keys, row => [row.Member, row.Section, row.Order, row.Kind, row.Name, row.Meaning, .. Place(row.Source)],
            "key_entry", "member", "section", "position", "kind", "name", "meaning", "meaning_state");
        Insert(
            content.Participation, row => [row.Member, row.Plan, row.Phase, row.Level, .. Place(row.Source)],
            "participation", "member", "plan", "phase", "level", "level_state");
        Insert(
            content.GlobalReport, row => [row.Member, row.Dimension, row.Number, Folding.Fold(row.Dimension), row.Implication, row.Score, .. Place(row.Source)],
            "global_report_entry", "member", "dimension", "number", "dimension_folded", "implication", "implication_state", "score", "score_state");
        Insert(content.Terms, row => [row.Key, row.Name, ListText.Write(row.Also), row.Meaning, .. Place(row.Source)],
            "term", "key", "name", "also", "meaning");

        Inserter.Cell[] Place(Source source) => [sourceNumber(source), source.FirstLine, source.LastLine];

        void Insert<T>(IEnumerable<T> rows, Func<T, Inserter.Cell[]> values, string table, params string[] columns)
        {
            using var insert = new Inserter(connection, table, [.. columns, "source", "first_line", "last_line"]);
            foreach (var row in rows)
            {
                insert.Insert(values(row));
            }
        }
    }
}
