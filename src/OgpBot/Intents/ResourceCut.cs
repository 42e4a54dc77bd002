using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;

namespace OgpBot.Intents;

/// <summary>
/// "The newest resource", "the three oldest". The source dates by year alone, so a cut falls between years:
/// all of the last year are shown, even where that is more than was asked for.
/// </summary>
/// <param name="Filter">The question's filter, narrowed to the years that count.</param>
/// <param name="Asked">How many were asked for; null when all are.</param>
/// <param name="LastYear">The year in which the cut falls; null when there is no cut.</param>
internal sealed record ResourceCut(Filter Filter, int? Asked, int? LastYear, Sort Sort)
{
    public static async Task<ResourceCut> ReadAsync(CatalogStore catalog, Question question, CancellationToken cancellationToken)
    {
        if (question is not { Top: { } asked and > 0, Sort: Sort.Newest or Sort.Oldest })
        {
            return new ResourceCut(question.Filter, null, null, question.Sort);
        }

        var last = await catalog.FindResourcesAsync(question.Filter, question.Sort, asked - 1, 1, cancellationToken);
        return last.Items is [var resource]
            ? new ResourceCut(question.Filter with { Years = Within(question.Filter.Years, question.Sort, resource.Year) }, asked, resource.Year, question.Sort)
            : new ResourceCut(question.Filter, asked, null, question.Sort);
    }

    /// <summary>The sentence for a single year; null when the answer spans several or has no cut.</summary>
    public string? Summary(int total, ResourceTexts texts) => (Asked, LastYear, Sort) switch
    {
        (1, { } year, Sort.Newest) => texts.NewestYear(total, year),
        (1, { } year, _) => texts.OldestYear(total, year),
        _ => null,
    };

    public IEnumerable<Block> Notes(int total, ResourceTexts texts) =>
        Asked is null ? [] : [new Note(LastYear is not null && total > Asked ? texts.YearsOnly : texts.YearIsPublication)];

    private static Values<YearRange> Within(Values<YearRange> years, Sort sort, int last)
    {
        var bound = sort == Sort.Newest ? new YearRange(last, null) : new YearRange(null, last);
        return years.Count == 0 ? [bound] : years.Select(range => Intersect(range, bound)).Where(range => (range.From ?? 0) <= (range.To ?? int.MaxValue)).ToValues();
    }

    private static YearRange Intersect(YearRange one, YearRange other) =>
        new(Nullable.Compare(one.From, other.From) >= 0 ? one.From : other.From, (one.To, other.To) switch
        {
            ({ } a, { } b) => Math.Min(a, b),
            var (a, b) => a ?? b,
        });
}
