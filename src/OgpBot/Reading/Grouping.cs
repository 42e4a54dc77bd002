using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>What a sentence groups by: "by area", "per plan", "areas by year".</summary>
internal sealed class Grouping(Sentence sentence)
{
    private static readonly Field[] Groupable =
        [Field.Area, Field.Year, Field.Plan, Field.Member, Field.Type, Field.Format, Field.Star, Field.Status, Field.Completion, Field.Lead, Field.Impact, Field.EarlyResults, Field.Region];

    private readonly List<Field> named = [.. AfterBy(sentence).Distinct()];

    /// <summary>The fact after "by"; null when there is none.</summary>
    public Field? By => named.Count > 0 ? named[0] : null;

    /// <summary>The second fact after "by" ("by area and year").</summary>
    public Field? Across => named.Count > 1 ? named[1] : null;

    /// <summary>Every fact that the sentence names, in order. A star counts only after "by": elsewhere it is a condition.</summary>
    public IReadOnlyList<Field> Nouns =>
        [.. sentence.Pieces.Where(piece => !IsCondition(piece)).Select(FactOf).OfType<Field>().Where(fact => Groupable.Contains(fact) && (fact != Field.Star || By == Field.Star)).Distinct()];

    /// <summary>The first fact named that no condition has used.</summary>
    public Field? Noun => sentence.Pieces.Where(piece => (!piece.Used || piece.Is(SenseKind.Asked)) && !IsCondition(piece)).Select(FactOf)
        .FirstOrDefault(fact => fact is { } named && named != Field.Star && Groupable.Contains(named));

    /// <summary>"Completed" is a value that is looked for, and names no fact to group by.</summary>
    private static bool IsCondition(Piece piece) => piece.Used && piece.IsAny(SenseKind.Fact, SenseKind.Institution);

    /// <summary>The fact that a noun or a question word names: area, year, plan.</summary>
    public static Field? FactOf(Piece piece) => (piece.Value(SenseKind.Noun) ?? piece.Value(SenseKind.Asked)) switch
    {
        "areas" or "area" => Field.Area,
        "years" or "year" => Field.Year,
        "plans" or "plan" => Field.Plan,
        "members" or "member" => Field.Member,
        "types" => Field.Type,
        "formats" => Field.Format,
        "status" => Field.Status,
        "completion" => Field.Completion,
        "lead" => Field.Lead,
        "impact" => Field.Impact,
        "earlyresults" => Field.EarlyResults,
        "regions" => Field.Region,
        _ when piece.Is(SenseKind.Star) => Field.Star,
        _ => null,
    };

    private static IEnumerable<Field> AfterBy(Sentence sentence)
    {
        for (var at = 0; at < sentence.Pieces.Count; at++)
        {
            if (!sentence.Pieces[at].IsAny(SenseKind.By, SenseKind.Pivot))
            {
                continue;
            }

            foreach (var piece in sentence.Pieces.Skip(at + 1))
            {
                if (FactOf(piece) is { } field && Groupable.Contains(field))
                {
                    yield return field;
                }
                else if (!piece.IsFiller && !piece.IsAny(SenseKind.And, SenseKind.By, SenseKind.Pivot))
                {
                    break;
                }
            }
        }
    }
}
