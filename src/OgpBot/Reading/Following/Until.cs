using System.Globalization;
using System.Text.RegularExpressions;

namespace OgpBot.Reading;

/// <summary>
/// The day until which something is paused, as it was said: a weekday, a date whose year or month may be left open, or a number of days or months from
/// now. Its text is the value of a canonical query: monday, 15, 03-01, 2027-03-01, 14d, 1m.
/// </summary>
public sealed partial record Until
{
    private static readonly string[] Weekdays = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    private Until(string text) => Text = text;

    public string Text { get; }

    /// <summary>Null when it is no such day.</summary>
    public static Until? Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Array.IndexOf(Weekdays, text) >= 0 || (Form().Match(text) is { Success: true } match && IsDay(match)) ? new Until(text) : null;
    }

    public static Until? OfWeekday(int day) => Parse(Weekdays[day]);

    public static Until? OfDate(int? year, int? month, int day) => Parse(string.Create(
        CultureInfo.InvariantCulture, $"{(year is { } y ? $"{y:0000}-" : "")}{(month is { } m ? $"{m:00}-" : "")}{day:00}"));

    /// <summary>The first such day after this one. A date with its year may lie before.</summary>
    public DateOnly After(DateOnly today)
    {
        if (Array.IndexOf(Weekdays, Text) is >= 0 and var weekday)
        {
            return today.AddDays(((weekday - (int)today.DayOfWeek + 6) % 7) + 1);
        }

        var match = Form().Match(Text);
        if (match.Groups["unit"].Success)
        {
            return match.Groups["unit"].ValueSpan is "d" ? today.AddDays(Part(match, "count")!.Value) : today.AddMonths(Part(match, "count")!.Value);
        }

        var (day, month) = (Part(match, "day")!.Value, Part(match, "month"));
        if (Part(match, "year") is { } year)
        {
            return On(year, month!.Value, day);
        }

        var next = month is { } named ? On(today.Year, named, day) : On(today.Year, today.Month, day);
        var later = today.AddMonths(1);
        return next > today ? next : month is { } again ? On(today.Year + 1, again, day) : On(later.Year, later.Month, day);
    }

    /// <summary>The 31st of a month that has none is its last day.</summary>
    private static DateOnly On(int year, int month, int day) => new(year, month, Math.Min(day, DateTime.DaysInMonth(year, month)));

    private static bool IsDay(Match match) => match.Groups["unit"].Success
        ? Part(match, "count") > 0
        : Part(match, "day") is >= 1 and <= 31 && Part(match, "month") is null or (>= 1 and <= 12) && Part(match, "year") is null or (>= 2000 and < 2200);

    private static int? Part(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture) : null;

    [GeneratedRegex(@"^(?:(?<count>[0-9]{1,3})(?<unit>[dm])|(?:(?:(?<year>[0-9]{4})-)?(?<month>[0-9]{2})-)?(?<day>[0-9]{2}))\z", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
