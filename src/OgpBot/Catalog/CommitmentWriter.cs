using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Writes commitments with what they are found by: areas, facts, and the words of their titles.</summary>
internal static class CommitmentWriter
{
    public static void Write(SqliteConnection connection, IReadOnlyList<Commitment> commitments, Func<Source, long> sourceNumber)
    {
        using var insert = new Inserter(
            connection, "commitment", "number", "id", "member", "year", "plan", "title", "title_folded", "title_right",
            "starred", "star_state", "areas", "misspellings",
            "lead", "lead_state", "supporting", "supporting_state", "status", "status_state", "completion", "completion_state", "impact", "impact_state",
            "early_results", "early_results_state", "start_date", "start_date_state", "end_date", "end_date_state",
            "description", "description_state", "url", "url_state", "others", "held_by", "source", "first_line", "last_line");
        using var area = new Inserter(connection, "commitment_area", "commitment", "position", "area", "folded");
        using var fact = new Inserter(connection, "commitment_fact", "field", "folded", "commitment");
        var names = Enum.GetNames<Field>();
        var facts = new List<(Field Field, string Folded, int Commitment)>();
        var areas = new Dictionary<string, string>(StringComparer.Ordinal);
        using var words = new Inserter(connection, "commitment_words", "rowid", "title", "corrected");
        foreach (var (index, it) in commitments.Where(commitment => commitment.Removed is null).OrderBy(commitment => commitment.Id, StringComparer.Ordinal).Index())
        {
            var (number, folded) = (index + 1, Folding.Fold(it.Title));
            var right = it.Misspellings.Count == 0 ? folded : Folding.Fold(RightTitle(it));
            insert.Insert(
                number, it.Id, it.Member, it.Year, it.Plan, it.Title, folded, right, it.Starred, (int)it.StarState, ListText.Write(it.Areas), ListText.Write(it.Misspellings),
                it.LeadInstitution, it.SupportingInstitutions, it.Status, it.Completion, it.PotentialImpact, it.EarlyResults,
                it.StartDate, it.EndDate, it.Description, it.Url, FurtherSourceText.Write(it.Others), OriginText.Write(it.HeldBy),
                sourceNumber(it.Source), it.Source.FirstLine, it.Source.LastLine);
            words.Insert(number, folded, string.Join(' ', it.Misspellings.Select(word => Folding.Fold(word.Right))));
            foreach (var (position, name) in it.Areas.Index())
            {
                area.Insert(number, position, name, areas.TryGetValue(name, out var known) ? known : areas[name] = Folding.Fold(name));
            }

            foreach (var (field, value) in Facts(it))
            {
                if (value.State != KnownState.NotInSource)
                {
                    facts.Add((field, value.IsGiven ? FieldSearch.Written(field, value.Value!) : FactWords.Of(value.State), number));
                }
            }
        }

        // In the order of the table's key, so that each row goes behind the last one.
        facts.Sort((one, other) => one.Field != other.Field ? string.CompareOrdinal(Name(one.Field), Name(other.Field))
            : string.CompareOrdinal(one.Folded, other.Folded) is not 0 and var order ? order
            : one.Commitment - other.Commitment);
        foreach (var (field, folded, commitment) in facts)
        {
            fact.Insert(Name(field), folded, commitment);
        }

        string Name(Field field) => names[(int)field];
    }

    /// <summary>The title with its known typos corrected.</summary>
    public static string RightTitle(Commitment commitment) => commitment.Misspellings.Aggregate(commitment.Title, Correct);

    private static string Correct(string title, Misspelling word) =>
        Regex.Replace(title, $@"\b{Regex.Escape(word.Written)}\b", _ => word.Right, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    // Descriptions and links are filtered in their own columns: each would only stand here a second time.
    private static IEnumerable<(Field, Known)> Facts(Commitment it) =>
    [
        (Field.Lead, it.LeadInstitution),
        (Field.Supporting, it.SupportingInstitutions),
        (Field.Status, it.Status),
        (Field.Completion, it.Completion),
        (Field.Impact, it.PotentialImpact),
        (Field.EarlyResults, it.EarlyResults),
        (Field.Start, it.StartDate),
        (Field.End, it.EndDate),
    ];
}
