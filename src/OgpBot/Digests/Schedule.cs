using Cronos;

namespace OgpBot.Digests;

/// <summary>When a cadence is due. Pure: the same instant gives the same answer.</summary>
public static class Schedule
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Doubtful = TimeSpan.FromHours(3);

    /// <summary>
    /// The next time strictly after an instant; null for at once. A time that the clocks skip is due when they go on; one that they show twice is due the
    /// first time.
    /// </summary>
    public static DateTimeOffset? Next(Cadence cadence, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        var zone = Zone(cadence.Zone) ?? TimeZoneInfo.Utc;
        return Expressions(cadence).Select(expression => Next(CronExpression.Parse(expression), cadence.At, zone, after)).Min();
    }

    /// <summary>True when a clock that was far ahead must have set this time: it is later than the second one from now. An hour back is no reason.</summary>
    public static bool IsTooFar(Cadence cadence, DateTimeOffset due, DateTimeOffset now) => Next(cadence, now) is { } next && Next(cadence, next) is { } second && due > second;

    /// <summary>When a day begins in a zone; later than midnight where the clocks skip that.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string zone)
    {
        var (midnight, rules) = (day.ToDateTime(TimeOnly.MinValue), Zone(zone) ?? TimeZoneInfo.Utc);
        return ShownAt(new DateTimeOffset(midnight, rules.GetUtcOffset(midnight)), midnight, rules);
    }

    /// <summary>The zone with this IANA name; null when there is none.</summary>
    public static TimeZoneInfo? Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

    /// <summary>
    /// Where a zone's own offset changes with its clocks (Casablanca, around Ramadan), Cronos 0.13 is an hour early and gives the same instant again and again:
    /// so it is asked from before that hour, and the zone's clock has the last word.
    /// </summary>
    private static DateTimeOffset? Next(CronExpression expression, TimeOnly at, TimeZoneInfo zone, DateTimeOffset after)
    {
        var from = after - Doubtful;
        while (expression.GetNextOccurrence(from, zone) is { } found)
        {
            var due = ShownAt(found, found.Date + at.ToTimeSpan(), zone);
            if (due > after)
            {
                return due;
            }

            from = found > from ? found : from + Minute;
        }

        return null;
    }

    /// <summary>When the zone's clock first shows a time, or a later one; not before what was found.</summary>
    private static DateTimeOffset ShownAt(DateTimeOffset found, DateTime wanted, TimeZoneInfo zone)
    {
        var due = found.ToUniversalTime();
        while (TimeZoneInfo.ConvertTime(due, zone).DateTime < wanted)
        {
            due += Minute;
        }

        return due;
    }

    private static IEnumerable<string> Expressions(Cadence cadence)
    {
        var at = $"{cadence.At.Minute} {cadence.At.Hour}";
        return cadence.Rhythm switch
        {
            Rhythm.Daily => [$"{at} * * *"],
            Rhythm.Weekdays => [$"{at} * * 1-5"],
            Rhythm.Weekly => [$"{at} * * {cadence.Day}"],
            Rhythm.Monthly => cadence.Day switch
            {
                31 => [$"{at} L * *"],
                > 28 => [$"{at} {cadence.Day} 1,3-12 *", $"{at} L 2 *"],
                _ => [$"{at} {cadence.Day} * *"],
            },
            _ => [],
        };
    }
}
