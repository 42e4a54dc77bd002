using System.Text.RegularExpressions;

namespace OgpBot.Reading;

/// <summary>Action plans by number, by place ("second", "current", "previous") or as AP3.</summary>
internal sealed partial class PlanReading(Sentence sentence)
{
    private const int HighestPlan = 30;

    /// <summary>"The latest plan", which need not be running: "the current plan" must.</summary>
    public bool IsLatest { get; private set; }

    public bool Read(int at, bool negated, FilterReading reading)
    {
        var piece = sentence.Pieces[at];
        if (Abbreviated().Match(piece.Text) is { Success: true } match && !piece.Is(SenseKind.Noun))
        {
            Add(int.Parse(match.Groups["number"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture), negated, reading);
            return piece.Used = true;
        }

        return piece.Is(SenseKind.Noun, "plans") && (piece.Used = Numbers(at, negated, reading) || Placed(at, negated, reading));
    }

    /// <summary>The number that a span of years stands for: 2017-2019 is plan 3. Null when it is no plan's span.</summary>
    public int? OfSpan(Span span)
    {
        var plans = sentence.Book.Vocabulary.Plans.Where(plan => plan.Year == span.From && plan.End is { } end && span.To <= end).ToList();
        return plans is [var plan, ..] && plans.All(other => other.Number == plan.Number) ? plan.Number : null;
    }

    /// <summary>plan 2; plans 2 and 3; plan number 2; plan de acción nro 2.</summary>
    private bool Numbers(int at, bool negated, FilterReading reading)
    {
        var found = false;
        for (var next = at + 1; next < sentence.Pieces.Count; next++)
        {
            var piece = sentence.Pieces[next];
            if ((piece.Number ?? piece.Ordinal) is > 0 and <= HighestPlan and var number && !(piece.Is(SenseKind.Top) || found && piece.Number is null))
            {
                Add(number, negated, reading);
                piece.Used = found = true;
            }
            else if (!(piece.Is(SenseKind.PickNoun) && !found || piece.Is(SenseKind.And) || piece.Token is Pause || piece.Is(SenseKind.Noun, "plans") || piece.Is(SenseKind.Verb, "compare")))
            {
                break;
            }
        }

        return found;
    }

    /// <summary>The second action plan; the current plan; plan anterior.</summary>
    private bool Placed(int at, bool negated, FilterReading reading)
    {
        foreach (var beside in new[] { Adjective(at, -1), Adjective(at, 1) })
        {
            if (beside is null || beside.Used || beside.Is(SenseKind.And))
            {
                continue;
            }

            if (beside.Ordinal is { } ordinal)
            {
                Add(ordinal, negated, reading);
                return beside.Used = true;
            }

            if (beside.Is(SenseKind.Plan, "current") || beside.Is(SenseKind.Ordinal, "last"))
            {
                IsLatest |= beside.IsAny(SenseKind.Sort, SenseKind.Ordinal);
                reading.Add(filter => filter with { CurrentPlan = true });
                return beside.Used = true;
            }

            if (beside.Is(SenseKind.Plan, "previous") && sentence.Book.Vocabulary.Plans.FirstOrDefault(plan => plan.Current) is { Number: > 1 } current)
            {
                Add(current.Number - 1, negated, reading);
                return beside.Used = true;
            }
        }

        return false;
    }

    /// <summary>The word right before or after "action plan"; "this" and "one" are no adjectives after it.</summary>
    private Piece? Adjective(int at, int step) => sentence.At(at + step) is { } piece && (step < 0 || !piece.IsFiller) ? piece : null;

    public static void Add(int plan, bool negated, FilterReading reading) => reading.Add(filter => negated
        ? filter with { NotPlans = [.. filter.NotPlans, plan] }
        : filter.Plans.Contains(plan) ? filter : filter with { Plans = [.. filter.Plans, plan] });

    [GeneratedRegex("""^(?:ap|nap|pan|plan)(?<number>[1-9]\d?)\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Abbreviated();
}
