using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Finds oddities in a member's records.</summary>
internal static class Quirks
{
    /// <summary>Of one kind; the rest are counted.</summary>
    private const int MostOfAKind = 10;

    public static IEnumerable<Fact> OfTitles(IReadOnlyList<Commitment> commitments, QuirkTexts texts) =>
    [
        .. Row(texts.Misspelt, from commitment in commitments from word in commitment.Misspellings select texts.Word(word.Written, word.Right, commitment.Id)),
        .. Row(texts.NoArea, commitments.Where(commitment => commitment.Areas.Count == 0).Select(commitment => commitment.Id)),
        .. Row(texts.TwinTitles, Twins(commitments).Select(twins => $"{twins[0].Title} ({string.Join(", ", twins.Select(twin => twin.Id))})")),
        .. Row(texts.Order, Jumps(commitments, texts)),
    ];

    public static IEnumerable<Fact> OfPlans(IReadOnlyList<ActionPlan> plans, QuirkTexts texts) =>
    [
        .. Row(texts.Stated, plans.Where(plan => plan.StatedCommitments.IsGiven).Select(plan => texts.StatedAndListed(plan.Name, plan.StatedCommitments.Value!, plan.Commitments))),
        .. Row(texts.Spans, plans.Where(plan => plan.SpansInTitles.Count > 1).Select(plan => $"{plan.Name} ({string.Join(", ", plan.SpansInTitles)})")),
        .. Row(texts.Inferred, plans.Where(plan => plan.NumberInferred).OrderBy(plan => plan.Number).Select(PlanItems.Named)),
    ];

    public static IEnumerable<Fact> OfPerformance(IReadOnlyList<Performance> rows, QuirkTexts texts) =>
        Lost(texts.LostPerformance, rows.SelectMany(row => new[] { row.Major, row.Outstanding, row.Starred }), texts);

    public static IEnumerable<Fact> OfParticipation(IReadOnlyList<Participation> rows, QuirkTexts texts) =>
        Lost(texts.LostParticipation, rows.Select(row => row.Level), texts);

    public static IEnumerable<Fact> OfGlobalReport(IReadOnlyList<GlobalReportEntry> rows, QuirkTexts texts) =>
    [
        .. Lost(texts.LostImplications, rows.Select(row => row.Implication), texts),
        .. Lost(texts.LostScores, rows.Select(row => row.Score), texts),
    ];

    /// <summary>Commitments of one title, in ID order.</summary>
    public static IEnumerable<IReadOnlyList<Commitment>> Twins(IReadOnlyList<Commitment> commitments) =>
        from commitment in commitments
        group commitment by Folding.Fold(commitment.Title) into same
        where same.Count() > 1
        select same.OrderBy(twin => twin.Id, StringComparer.Ordinal).ToArray();

    /// <summary>Where the IDs of one year go down in the order of the page.</summary>
    private static IEnumerable<string> Jumps(IReadOnlyList<Commitment> commitments, QuirkTexts texts)
    {
        foreach (var year in commitments.GroupBy(commitment => (commitment.Year, commitment.Source.Document)))
        {
            var run = new List<Commitment>();
            foreach (var commitment in year.OrderBy(commitment => commitment.Source.FirstLine))
            {
                if (run.Count > 0 && string.CompareOrdinal(commitment.Id, run[^1].Id) < 0)
                {
                    yield return texts.IdOrder(year.Key.Year, run[0].Id, run[^1].Id, commitment.Id);
                    run.Clear();
                }

                run.Add(commitment);
            }
        }
    }

    private static IEnumerable<Fact> Lost(string label, IEnumerable<Known> values, QuirkTexts texts)
    {
        var all = values.ToArray();
        var missing = all.Count(value => value.State == KnownState.NotInSource);
        return missing == 0 ? [] : [new Fact(label, texts.Lost(missing, all.Length))];
    }

    private static IEnumerable<Fact> Row(string label, IEnumerable<string> found)
    {
        var all = found.ToArray();
        var more = all.Length > MostOfAKind ? $" … (+{all.Length - MostOfAKind})" : "";
        return all.Length == 0 ? [] : [new Fact(label, string.Join("; ", all.Take(MostOfAKind)) + more)];
    }
}
