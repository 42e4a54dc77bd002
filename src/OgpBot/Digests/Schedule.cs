using Cronos;

namespace OgpBot.Digests;

/// <summary>When a cadence is due. Pure: the same instant gives the same answer.</summary>
public static class Schedule
{
    /// <summary>
    /// The next time strictly after an instant; null for at once. A time that the clocks skip is due when they go on; one that they show twice is due the
    /// first time.
    /// </summary>
    public static DateTimeOffset? Next(Cadence cadence, DateTimeOffset after)
    {
        ArgumentNullException.ThrowIfNull(cadence);
        var zone = Zone(cadence.Zone) ?? TimeZoneInfo.Utc;
        return Expressions(cadence).Select(expression => CronExpression.Parse(expression).GetNextOccurrence(after, zone)).Min()?.ToUniversalTime();
    }

    /// <summary>True when a clock that was far ahead must have set this time: it is later than the second one from now. An hour back is no reason.</summary>
    public static bool IsTooFar(Cadence cadence, DateTimeOffset due, DateTimeOffset now) => Next(cadence, now) is { } next && Next(cadence, next) is { } second && due > second;

    /// <summary>When a day begins in a zone; later than midnight where the clocks skip that.</summary>
    public static DateTimeOffset StartOf(DateOnly day, string zone)
    {
        var (midnight, rules) = (day.ToDateTime(TimeOnly.MinValue), Zone(zone) ?? TimeZoneInfo.Utc);
        while (rules.IsInvalidTime(midnight))
        {
            midnight = midnight.AddMinutes(30);
        }

        return new DateTimeOffset(midnight, rules.GetUtcOffset(midnight)).ToUniversalTime();
    }

    /// <summary>The zone with this IANA name; null when there is none.</summary>
    public static TimeZoneInfo? Zone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out var zone) ? zone : null;

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
