using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Writes commitments with what they are found by: areas and facts. Their words are written by <see cref="CommitmentWords"/>.</summary>
internal static class CommitmentWriter
{
    /// <summary>Those that lists and counts find, in the order of their numbers, which begin with 1.</summary>
    public static IReadOnlyList<Commitment> Numbered(CatalogContent content) =>
        [.. content.Commitments.Where(commitment => commitment.Removed is null).OrderBy(commitment => commitment.Id, StringComparer.Ordinal)];

    public static void Write(SqliteConnection connection, IReadOnlyList<Commitment> numbered, Func<Source, long> sourceNumber)
    {
        using var insert = new Inserter(
            connection, "commitment", "number", "id", "member", "year", "plan", "title", "title_folded", "title_right",
            "starred", "star_state", "areas", "misspellings",
            "lead", "lead_state", "supporting", "supporting_state", "status", "status_state", "completion", "completion_state", "impact", "impact_state",
            "early_results", "early_results_state", "start_date", "start_date_state", "end_date", "end_date_state",
            "description", "description_state", "url", "url_state", "others", "held_by", "source", "first_line", "last_line");
        using var ofArea = new Inserter(connection, "commitment_area", "commitment", "area");
        var facts = new FactLists();
        var areas = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, it) in numbered.Index())
        {
            var (number, folded) = (index + 1, Folding.Fold(it.Title));
            var right = it.Misspellings.Count == 0 ? folded : Folding.Fold(RightTitle(it));
            insert.Insert(
                number, it.Id, it.Member, it.Year, it.Plan, it.Title, folded, right, it.Starred, (int)it.StarState, ListText.Write(it.Areas), ListText.Write(it.Misspellings),
                it.LeadInstitution, it.SupportingInstitutions, it.Status, it.Completion, it.PotentialImpact, it.EarlyResults,
                it.StartDate, it.EndDate, it.Description, it.Url, FurtherSourceText.Write(it.Others), OriginText.Write(it.HeldBy),
                sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            foreach (var name in it.Areas.Distinct(StringComparer.Ordinal))
            {
                ofArea.Insert(number, areas.TryGetValue(name, out var area) ? area : areas[name] = areas.Count + 1);
            }

            facts.Add(number, it);
        }

        using var insertArea = new Inserter(connection, "area", "number", "name", "folded");
        foreach (var (name, number) in areas)
        {
            insertArea.Insert(number, name, Folding.Fold(name));
        }

        facts.Write(connection);
    }

    /// <summary>The title with its known typos corrected.</summary>
    public static string RightTitle(Commitment commitment) => commitment.Misspellings.Aggregate(commitment.Title, Correct);

    private static string Correct(string title, Misspelling word) =>
        Regex.Replace(title, $@"\b{Regex.Escape(word.Written)}\b", _ => word.Right, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));
}
