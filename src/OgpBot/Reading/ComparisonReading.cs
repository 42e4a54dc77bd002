using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>"Compare 2017 and 2019", "plan 2 vs plan 4", "starred versus not starred".</summary>
internal sealed class ComparisonReading(Sentence sentence, Question question, Grouping grouping)
{
    /// <summary>Null when nothing is compared.</summary>
    public Question? Read()
    {
        var filter = question.Filter;
        var several = filter.Plans.Count > 1 || filter.Years.Count > 1 || filter.Areas.Count > 1 || filter.Members.Count > 1 || filter.Regions.Count > 1;
        if (!sentence.Pieces.Any(piece => piece.Is(SenseKind.Verb, "compare") && (several || !IsWeak(piece.Text))))
        {
            return null;
        }

        // "The difference between 2012 and 2019" compares the two ends.
        if (filter.Years is [{ From: { } from, To: { } to }] && from != to)
        {
            filter = filter with { Years = [new YearRange(from, from), new YearRange(to, to)] };
        }

        var by = Several(filter) ?? grouping.By ?? grouping.Noun ?? One(filter);
        var rows = (grouping.By ?? grouping.Noun) is { } named && named != by ? named : (Field?)null;
        return question with { Verb = Verb.Compare, By = by, Across = rows, Filter = by == Field.Star ? filter with { Starred = null } : filter };
    }

    /// <summary>Words that compare only between two values: "commitments against trafficking" compares nothing.</summary>
    private static bool IsWeak(string phrase) => phrase is "contra" or "against" or "than" or "than in" or "que en";

    /// <summary>The kind of which two values are named.</summary>
    private static Field? Several(Filter filter) =>
        filter.Plans.Count + (filter.CurrentPlan ? 1 : 0) > 1 ? Field.Plan
        : filter.Years.Count > 1 ? Field.Year
        : filter.Members.Count > 1 ? Field.Member
        : filter.Regions.Count > 1 ? Field.Region
        : filter.Areas.Count > 1 ? Field.Area
        : filter.Types.Count > 1 ? Field.Type
        : null;

    private static Field One(Filter filter) =>
        filter.Years.Count == 1 ? Field.Year : filter.Areas.Count == 1 ? Field.Area : filter.Starred is not null ? Field.Star : Field.Plan;
}
