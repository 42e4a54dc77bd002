using System.Globalization;
using OgpBot.Catalog;

namespace OgpBot.Reading;

/// <summary>Years and ranges. "Since" includes, "after" and "before" exclude, "between" includes both ends.</summary>
internal sealed class YearReading(Sentence sentence, PlanReading plans)
{
    /// <summary>How far from the catalog's own years four digits still count as a year.</summary>
    private const int Near = 15;

    public bool Read(int at, bool negated, FilterReading reading)
    {
        var piece = sentence.Pieces[at];
        if (piece.Token is Span span)
        {
            return piece.Used = ReadSpan(at, span, negated, reading);
        }

        if (Year(piece) is not { } year)
        {
            return false;
        }

        piece.Used = true;
        var (word, sign) = Before(at);
        if (sign is not null)
        {
            Add(YearRanges.Parse(sign + year.ToString(CultureInfo.InvariantCulture))!, negated, reading);
        }
        else if (RangeEnd(at, word) is { } end)
        {
            Add(YearRanges.Between(year, end), negated, reading);
        }
        else
        {
            Add(Open(at, word, year), negated, reading);
        }

        return true;
    }

    private YearRange Open(int at, Piece? word, int year)
    {
        if (sentence.At(at + 1) is { } after && after.Is(SenseKind.Years, "onwards") && !(after.Text is "on" or "and on" && sentence.At(at + 2) is { IsFiller: false }))
        {
            after.Used = true;
            return new YearRange(year, null);
        }

        if (sentence.At(at + 1) is { } earlier && earlier.Is(SenseKind.Years, "backwards"))
        {
            earlier.Used = true;
            return new YearRange(null, year);
        }

        return word switch
        {
            null => new YearRange(year, year),
            _ when word.Is(SenseKind.Years, "from") => new YearRange(year, year),
            _ when word.Is(SenseKind.Years, "since") => new YearRange(year, null),
            _ when word.Is(SenseKind.Years, "after") => new YearRange(year + 1, null),
            _ when word.Is(SenseKind.Years, "before") => new YearRange(null, year - 1),
            _ when word.Is(SenseKind.Years, "until") && !word.Is(SenseKind.Years, "to") || word.Is(SenseKind.Years, "until") => new YearRange(null, year),
            _ => new YearRange(year, year),
        };
    }

    /// <summary>The second year of "2015 to 2017" or "between 2015 and 2017"; null when there is none.</summary>
    private int? RangeEnd(int at, Piece? word)
    {
        if (sentence.At(at + 1) is not { } joint || !joint.Is(SenseKind.Years, "to"))
        {
            return null;
        }

        var next = sentence.At(at + 2) is { IsFiller: true } or { Token: Word { Text: "year" or "ano" } } ? sentence.At(at + 3) : sentence.At(at + 2);
        if (next is null || Year(next) is not { } end)
        {
            return null;
        }

        // "2015 and 2017" are two years unless "between" or "from" opened a range.
        var opened = word is not null && (word.Is(SenseKind.Years, "between") || word.Is(SenseKind.Years, "from"));
        if (joint.Is(SenseKind.And) && !(word is not null && word.Is(SenseKind.Years, "between")) || joint.Is(SenseKind.And) && !opened)
        {
            return null;
        }

        next.Used = joint.Used = true;
        return end;
    }

    private bool ReadSpan(int at, Span span, bool negated, FilterReading reading)
    {
        var asYears = sentence.Beside(at, -1) is { } before && (before.Is(SenseKind.Noun, "years") || before.Is(SenseKind.Years, "between"));
        if (!asYears && plans.OfSpan(span) is { } plan)
        {
            PlanReading.Add(plan, negated, reading);
            reading.Note(new Notice(NoticeKind.SpanIsPlan, [$"{span.From}-{span.To}", plan.ToString(CultureInfo.InvariantCulture), $"year:{span.From}..{span.To}"]));
            return true;
        }

        Add(new YearRange(span.From, span.To), negated, reading);
        return true;
    }

    /// <summary>The word that opens a range ("since", "between") or the sign right before the year, filler skipped.</summary>
    private (Piece? Word, string? Sign) Before(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            var piece = sentence.Pieces[before];
            if (piece.Token is Sign sign)
            {
                return (null, sign.Text);
            }

            if (piece.Senses.Any(sense => sense.Kind == SenseKind.Years))
            {
                piece.Used = true;
                return (piece, null);
            }

            if (!piece.Is(SenseKind.Noun, "years") && piece.Text is not ("the" or "el" or "los" or "in" or "en" or "of"))
            {
                break;
            }
        }

        return (null, null);
    }

    private int? Year(Piece piece)
    {
        if (piece.Number is not (>= YearRanges.Earliest and <= YearRanges.Latest and var number))
        {
            return null;
        }

        var years = sentence.Book.Vocabulary.Years.Concat(sentence.Book.Vocabulary.ResourceYears).ToList();
        return years.Count == 0 || number >= years.Min() - Near && number <= years.Max() + Near ? number : null;
    }

    private static void Add(YearRange range, bool negated, FilterReading reading) => reading.Add(filter => negated
        ? filter with { NotYears = [.. filter.NotYears, range] }
        : filter.Years.Contains(range) ? filter : filter with { Years = [.. filter.Years, range] });
}
