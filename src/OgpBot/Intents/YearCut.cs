using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;

namespace OgpBot.Intents;

/// <summary>
/// "The newest resource", "the three oldest commitments". The source dates by year alone, so a cut falls between years:
/// all of the last year are shown, even where that is more than was asked for.
/// </summary>
/// <param name="Filter">The question's filter, narrowed to the years that count.</param>
/// <param name="Asked">How many were asked for; null when all are.</param>
/// <param name="LastYear">The year in which the cut falls; null when there is no cut.</param>
internal sealed record YearCut(Filter Filter, int? Asked, int? LastYear, Sort Sort)
{
    /// <param name="yearAt">The year of the record at this place, from 0, in the question's order; null past the end.</param>
    public static async Task<YearCut> ReadAsync(Question question, Func<int, Task<int?>> yearAt)
    {
        if (question is not { Top: { } asked and > 0, Sort: Sort.Newest or Sort.Oldest })
        {
            return new YearCut(question.Filter, null, null, question.Sort);
        }

        return await yearAt(asked - 1) is { } year
            ? new YearCut(question.Filter with { Years = Within(question.Filter.Years, question.Sort, year) }, asked, year, question.Sort)
            : new YearCut(question.Filter, asked, null, question.Sort);
    }

    /// <summary>The sentence for a single year; null when the answer spans several or has no cut.</summary>
    public string? Summary(Func<int, string> newest, Func<int, string> oldest) => (Asked, LastYear, Sort) switch
    {
        (1, { } year, Sort.Newest) => newest(year),
        (1, { } year, _) => oldest(year),
        _ => null,
    };

    /// <summary>More are shown than were asked for.</summary>
    public bool Widens(int total) => Asked is not null && LastYear is not null && total > Asked;

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
