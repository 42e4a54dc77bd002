using System.Globalization;

namespace OgpBot.Reading;

/// <summary>Takes how long a pause lasts: until Monday, until 1 March, hasta el 15 de enero, for two weeks.</summary>
internal sealed class UntilReading(Scan scan)
{
    /// <summary>What stood behind "until" and is no day, as it was written.</summary>
    public string? Unread { get; private set; }

    /// <summary>Null when nothing was said of it, or nothing that can be read.</summary>
    public Until? Read()
    {
        if (scan.Find(FollowKind.Until) is not { } led)
        {
            return Enumerable.Range(0, scan.Count).Select(at => Taken(at, Span(at))).FirstOrDefault(span => span is not null);
        }

        var first = led.At + led.Length;
        var at = first;
        while (scan.WordAt(at) is "the" or "next" or "this" or "on" or "el" or "la" or "proximo" or "proxima" or "este" or "dia")
        {
            at++;
        }

        var day = Taken(first, Later(first)) ?? Taken(at, Later(at) ?? Weekday(at) ?? Span(at) ?? Dated(at) ?? Monthly(at) ?? DayOfMonth(at));
        if (day is null)
        {
            Unread = scan.Rest(first);
        }

        scan.Take(led.At, (day is null ? scan.Count : at) - led.At);
        return day;
    }

    private Until? Taken(int at, (Until? Day, int Length)? found)
    {
        if (found is not { Day: { } day, Length: var length })
        {
            return null;
        }

        scan.Take(at, length);
        for (var before = at - 1; scan.WordAt(before) is "for" or "the" or "next" or "another" or "por" or "durante" or "los" or "las" or "proximos" or "proximas" or "otros" or "otras"; before--)
        {
            scan.Take(before);
        }

        return day;
    }

    /// <summary>"Tomorrow", "next week".</summary>
    private (Until? Day, int Length)? Later(int at) => scan.At(at, FollowKind.Later) is { } later ? (Until.Parse(later.Value), later.Length) : null;

    private (Until? Day, int Length)? Weekday(int at) =>
        scan.At(at, FollowKind.Day) is { } day ? (Until.OfWeekday(int.Parse(day.Value, CultureInfo.InvariantCulture)), day.Length) : null;

    /// <summary>"Two weeks", "10 days", "un mes".</summary>
    private (Until? Day, int Length)? Span(int at)
    {
        var count = scan.NumberAt(at) ?? (scan.WordAt(at) is "a" or "an" or "un" ? 1 : scan.At(at, FollowKind.Hour) is { } spelt ? int.Parse(spelt.Value, CultureInfo.InvariantCulture) : null);
        return count is not { } number || scan.At(at + 1, FollowKind.Unit) is not { } unit ? null
            : (Until.Parse(unit.Value == "7d" ? string.Create(CultureInfo.InvariantCulture, $"{number * 7}d") : string.Create(CultureInfo.InvariantCulture, $"{number}{unit.Value}")), 1 + unit.Length);
    }

    /// <summary>"1 March", "15 de enero de 2027", "2027-03-01".</summary>
    private (Until? Day, int Length)? Dated(int at)
    {
        if (Year(at) is { } first && scan.NumberAt(at + 1) is { } second && scan.NumberAt(at + 2) is { } third)
        {
            return (Until.OfDate(first, second, third), 3);
        }

        var next = Behind(at + 1);
        return scan.NumberAt(at) is { } day && scan.At(next, FollowKind.Month) is { } month ? Ending(at, next + month.Length, Month(month.Value), day) : null;
    }

    /// <summary>"March 1", "March": the first of it.</summary>
    private (Until? Day, int Length)? Monthly(int at) => scan.At(at, FollowKind.Month) is not { } month ? null
        : scan.NumberAt(at + month.Length) is { } day ? Ending(at, at + month.Length + 1, Month(month.Value), day)
        : Ending(at, at + month.Length, Month(month.Value), 1);

    /// <summary>"The 15th".</summary>
    private (Until? Day, int Length)? DayOfMonth(int at) => scan.NumberAt(at) is { } day ? (Until.OfDate(null, null, day), 1) : null;

    private (Until? Day, int Length) Ending(int at, int end, int month, int day) =>
        Year(Behind(end)) is { } year ? (Until.OfDate(year, month, day), Behind(end) + 1 - at) : (Until.OfDate(null, month, day), end - at);

    private int Behind(int at) => scan.WordAt(at) is "de" or "del" or "of" ? at + 1 : at;

    private int? Year(int at) => scan.WordAt(at) is { Length: 4 } word && int.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;

    private static int Month(string value) => int.Parse(value, CultureInfo.InvariantCulture);
}
