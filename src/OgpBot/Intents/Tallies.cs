using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>How many commitments have each value of a fact.</summary>
/// <param name="Given">The values that the source gives.</param>
/// <param name="Missing">Commitments for which it gives none, by the reason.</param>
/// <param name="Total">All commitments in question, each once.</param>
public sealed record Tallies(Question Question, Field By, IReadOnlyList<Tally> Given, IReadOnlyList<Tally> Missing, int Total)
{
    /// <summary>More bars than one chart bears.</summary>
    public const int MostBars = 25;

    /// <summary>Commitments for which the source gives no value.</summary>
    public int Lacking => Missing.Sum(tally => tally.Count);

    public static async Task<Tallies> ReadAsync(CatalogStore catalog, Question question, Field by, int total, CancellationToken cancellationToken)
    {
        if (!Slices.CanGroup(by))
        {
            return new Tallies(question, by, [], [new Tally("", total)], total);
        }

        var tallies = await catalog.TallyCommitmentsAsync(question.Filter, by, cancellationToken);
        var missing = tallies.ToLookup(tally => FactWords.StateOf(tally.Label) is not null);
        return new Tallies(question, by, [.. missing[false]], [.. missing[true]], total);
    }

    /// <summary>Years and plans by their number, all else by how many there are.</summary>
    public IEnumerable<Tally> InOrder() => By is Field.Year or Field.Plan
        ? Given.OrderBy(tally => int.Parse(tally.Label, CultureInfo.InvariantCulture))
        : ByCount(fewest: false);

    public IEnumerable<Tally> ByCount(bool fewest) =>
        (fewest ? Given.OrderBy(tally => tally.Count) : Given.OrderByDescending(tally => tally.Count)).ThenBy(tally => tally.Label, StringComparer.Ordinal);

    public string Label(Tally tally) => Slices.Label(By, tally.Label, Question.Language);

    /// <summary>Bars that each lead to their commitments, and what the reader of the chart should know.</summary>
    /// <param name="paging">Which bars of a long chart are shown.</param>
    public IReadOnlyList<Block> Blocks(IReadOnlyList<Tally> shown, Paging paging)
    {
        var texts = FigureTexts.In(Question.Language);
        var fields = FieldTexts.In(Question.Language);
        var title = texts.PerTitle(Phrase.LowerFirst(fields.Label(By)), FilterWords.In(Question.Language).Sentence(Question.Filter));
        List<Block> blocks = [new Chart(title, [.. shown.Skip((paging.Page - 1) * MostBars).Take(MostBars).Select(Bar)])];
        if (Lacking > 0)
        {
            string[] reasons = [.. Missing.Where(tally => tally.Label.Length > 0).Select(tally => $"{Label(tally)}: {Phrase.Number(tally.Count)}")];
            blocks.Add(new Note(string.Join(' ', [texts.WithoutField(Lacking, fields.TheField(By)), .. reasons.Length == 0 ? reasons : [$"({string.Join(", ", reasons)})"]])));
        }

        if (Given.Sum(tally => tally.Count) + Lacking > Total)
        {
            blocks.Add(new Note(texts.Overlap(Total)));
        }

        return blocks;
    }

    public Paging Paged(IReadOnlyList<Tally> shown) => Paging.Of(Question.Page, shown.Count, MostBars);

    private Bar Bar(Tally tally) => new(Label(tally), tally.Count, Slices.Says(Question.Filter, By, tally.Label));
}
