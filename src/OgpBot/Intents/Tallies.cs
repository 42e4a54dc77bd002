using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>How many commitments have each value of a fact.</summary>
/// <param name="Given">The values that the source gives.</param>
/// <param name="Lacking">Commitments for which it gives none.</param>
/// <param name="Total">All commitments in question, each once.</param>
public sealed record Tallies(Question Question, Field By, IReadOnlyList<Tally> Given, int Lacking, int Total)
{
    /// <summary>More bars than one chart bears.</summary>
    public const int MostBars = 25;

    public static async Task<Tallies> ReadAsync(CatalogStore catalog, Question question, Field by, int total, CancellationToken cancellationToken)
    {
        if (!Slices.CanGroup(by))
        {
            return new Tallies(question, by, [], total, total);
        }

        var tallies = await catalog.TallyCommitmentsAsync(question.Filter, by, cancellationToken);
        Tally[] given = [.. tallies.Where(tally => tally.Label.Length > 0)];
        return new Tallies(question, by, given, tallies.Where(tally => tally.Label.Length == 0).Sum(tally => tally.Count), total);
    }

    /// <summary>Years and plans by their number, all else by how many there are.</summary>
    public IEnumerable<Tally> InOrder() => By is Field.Year or Field.Plan
        ? Given.OrderBy(tally => int.Parse(tally.Label, CultureInfo.InvariantCulture))
        : ByCount(fewest: false);

    public IEnumerable<Tally> ByCount(bool fewest) =>
        (fewest ? Given.OrderBy(tally => tally.Count) : Given.OrderByDescending(tally => tally.Count)).ThenBy(tally => tally.Label, StringComparer.Ordinal);

    public string Label(Tally tally) => Slices.Label(By, tally.Label, Question.Language);

    /// <summary>Bars that each lead to their commitments, and what the reader of the chart should know.</summary>
    public IReadOnlyList<Block> Blocks(IReadOnlyList<Tally> shown)
    {
        var texts = FigureTexts.In(Question.Language);
        var fields = FieldTexts.In(Question.Language);
        var title = texts.PerTitle(Phrase.LowerFirst(fields.Label(By)), FilterWords.In(Question.Language).Sentence(Question.Filter));
        List<Block> blocks = [new Chart(title, [.. shown.Take(MostBars).Select(Bar)])];
        if (shown.Count > MostBars)
        {
            blocks.Add(new Note(texts.OnlyShown(MostBars, shown.Count)));
        }

        if (Lacking > 0)
        {
            blocks.Add(new Note(texts.WithoutField(Lacking, fields.TheField(By))));
        }

        if (Given.Sum(tally => tally.Count) + Lacking > Total)
        {
            blocks.Add(new Note(texts.Overlap(Total)));
        }

        return blocks;
    }

    private Bar Bar(Tally tally) => new(Label(tally), tally.Count, Slices.Says(Question.Filter, By, tally.Label));
}
