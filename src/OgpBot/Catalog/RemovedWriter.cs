using System.Globalization;
using Microsoft.Data.Sqlite;

namespace OgpBot.Catalog;

/// <summary>Writes what no source has any longer: it still answers by ID, and may come back.</summary>
internal static class RemovedWriter
{
    public static void Write(SqliteConnection connection, CatalogContent content, Func<Source, long> sourceNumber)
    {
        using var commitment = new Inserter(
            connection, "removed_commitment", "id", "member", "year", "plan", "title", "starred", "star_state", "areas", "misspellings",
            "lead", "lead_state", "supporting", "supporting_state", "status", "status_state", "completion", "completion_state", "impact", "impact_state",
            "early_results", "early_results_state", "start_date", "start_date_state", "end_date", "end_date_state",
            "description", "description_state", "url", "url_state", "others", "held_by", "removed", "source", "first_line", "last_line");
        foreach (var it in content.Commitments)
        {
            if (it.Removed is { } since)
            {
                commitment.Insert(
                    it.Id, it.Member, it.Year, it.Plan, it.Title, it.Starred, (int)it.StarState, ListText.Write(it.Areas), ListText.Write(it.Misspellings),
                    it.LeadInstitution, it.SupportingInstitutions, it.Status, it.Completion, it.PotentialImpact, it.EarlyResults,
                    it.StartDate, it.EndDate, it.Description, it.Url, FurtherSourceText.Write(it.Others), OriginText.Write(it.HeldBy), Instant(since),
                    sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            }
        }

        using var resource = new Inserter(
            connection, "removed_resource", "key", "member", "year", "title", "type", "type_state", "format", "format_state", "url", "url_state",
            "removed", "source", "first_line", "last_line");
        foreach (var it in content.Resources)
        {
            if (it.Removed is { } since)
            {
                resource.Insert(
                    it.Key, it.Member, it.Year, it.Title, it.Type, it.Format, it.Url, Instant(since), sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            }
        }
    }

    private static string Instant(DateTimeOffset since) => since.ToString("O", CultureInfo.InvariantCulture);
}
