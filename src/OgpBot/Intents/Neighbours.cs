using System.Globalization;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>Commitments near another: before and after it in its plan, of the same area and year, of the same title.</summary>
public sealed class Neighbours(CatalogStore catalog)
{
    /// <summary>How many missing numbers in a row a plan's IDs may have before a neighbour is no longer found.</summary>
    private const int Reach = 12;

    /// <summary>More twins than one line names.</summary>
    private const int MostTwins = 5;

    public async Task<IReadOnlyList<string>> TwinsAsync(Commitment commitment, CancellationToken cancellationToken)
    {
        var same = new Filter { Members = [commitment.Member], Title = Folding.Fold(commitment.Title) };
        var found = await catalog.FindCommitmentsAsync(same, Sort.Id, 0, MostTwins + 1, cancellationToken);
        return [.. found.Items.Select(twin => twin.Id).Where(id => id != commitment.Id).Take(MostTwins)];
    }

    public async Task<IReadOnlyList<Choice>> ChoicesAsync(Commitment commitment, Language language, CancellationToken cancellationToken)
    {
        var texts = CommitmentTexts.In(language);
        var (previous, following) = await AroundAsync(commitment, cancellationToken);
        List<Choice> choices = [];
        choices.AddRange(following is null ? [] : [new Choice(texts.Following(following), Queries.Show(following))]);
        choices.AddRange(previous is null ? [] : [new Choice(texts.Previous(previous), Queries.Show(previous))]);
        var alike = new Filter { Members = [commitment.Member], Years = [new YearRange(commitment.Year, commitment.Year)] };
        alike = commitment.Areas.Count == 0 ? alike with { NoArea = true } : alike with { Areas = [commitment.Areas[0]] };
        var count = await catalog.CountCommitmentsAsync(alike, cancellationToken);
        choices.AddRange(count < 2 ? [] : [new Choice(texts.More(FilterWords.In(language).Sentence(alike with { Members = [] }), count), Queries.Find(alike))]);
        return choices;
    }

    private async Task<(string? Previous, string? Following)> AroundAsync(Commitment commitment, CancellationToken cancellationToken)
    {
        var letters = commitment.Id[..^4];
        var number = int.Parse(commitment.Id.AsSpan(^4), CultureInfo.InvariantCulture);
        var around = new Filter
        {
            Members = [commitment.Member],
            Plans = [commitment.Plan],
            Ids = [new IdRange($"{letters}{Math.Max(0, number - Reach):D4}", $"{letters}{Math.Min(9999, number + Reach):D4}")],
        };
        var found = await catalog.FindCommitmentsAsync(around, Sort.Id, 0, (2 * Reach) + 1, cancellationToken);
        string[] ids = [.. found.Items.Select(near => near.Id)];
        var here = Array.IndexOf(ids, commitment.Id);
        return (here > 0 ? ids[here - 1] : null, here >= 0 && here < ids.Length - 1 ? ids[here + 1] : null);
    }
}
