using CsCheck;
using OgpBot.Digests;

namespace OgpBot.Tests.Digests;

public sealed class ScheduleTests
{
    private static readonly TimeSpan Quarter = TimeSpan.FromMinutes(15);

    private static readonly string[] Zones = ["America/Lima", "America/Santiago", "Europe/Madrid", "Asia/Kathmandu", "Africa/Casablanca", "Australia/Lord_Howe"];

    private static readonly Gen<Cadence> Cadences =
        from rhythm in Gen.Enum<Rhythm>()
        from quarter in Gen.Int[0, 95]
        from day in rhythm switch { Rhythm.Weekly => Gen.Int[0, 6], Rhythm.Monthly => Gen.Int[1, 31], _ => Gen.Const(0) }
        from zone in Gen.Int[0, 5].Select(index => Zones[index])
        where rhythm != Rhythm.AtOnce
        select new Cadence(rhythm, day, TimeOnly.MinValue.AddMinutes(15 * quarter), zone);

    // Days around which clocks change in these zones, and any others.
    private static readonly Gen<DateTimeOffset> Starts =
        from year in Gen.Int[2022, 2027]
        from month in Gen.Int[1, 12]
        from day in Gen.Int[1, 28]
        from quarter in Gen.Int[0, 95]
        select new DateTimeOffset(year, month, day, 0, 0, 0, TimeSpan.Zero) + (quarter * Quarter);

    [Theory]
    [InlineData(Rhythm.Weekly, 1, "2026-11-23T14:00Z", "2026-11-30T14:00Z")] // Monday 9:00 in Lima is over at 9:00
    [InlineData(Rhythm.Weekly, 1, "2026-11-23T13:59Z", "2026-11-23T14:00Z")]
    [InlineData(Rhythm.Weekdays, 0, "2026-11-27T14:00Z", "2026-11-30T14:00Z")]
    [InlineData(Rhythm.Daily, 0, "2026-11-27T14:00Z", "2026-11-28T14:00Z")]
    [InlineData(Rhythm.Monthly, 31, "2026-02-01T00:00Z", "2026-02-28T14:00Z")]
    [InlineData(Rhythm.Monthly, 30, "2028-02-01T00:00Z", "2028-02-29T14:00Z")]
    [InlineData(Rhythm.Monthly, 30, "2026-04-01T00:00Z", "2026-04-30T14:00Z")]
    [InlineData(Rhythm.Monthly, 1, "2026-04-01T14:00Z", "2026-05-01T14:00Z")]
    public void A_digest_is_due_next_on_its_day_at_its_time(Rhythm rhythm, int day, string after, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), Schedule.Next(new(rhythm, day, new(9, 0), "America/Lima"), DateTimeOffset.Parse(after, null)));

    [Theory]
    [InlineData("Europe/Madrid", "02:30", "2026-03-29T00:00Z", "2026-03-29T01:00Z")] // 02:00 to 03:00 is skipped
    [InlineData("Europe/Madrid", "02:30", "2026-10-25T00:00Z", "2026-10-25T00:30Z")] // 02:30 comes twice
    [InlineData("Europe/Madrid", "02:30", "2026-10-25T00:30Z", "2026-10-26T01:30Z")]
    [InlineData("Africa/Casablanca", "02:00", "2022-05-08T00:30Z", "2022-05-08T02:00Z")] // 02:00 to 03:00 is skipped, and the zone's own offset changes
    [InlineData("Africa/Casablanca", "02:00", "2022-05-08T01:00Z", "2022-05-08T02:00Z")]
    [InlineData("Africa/Casablanca", "02:00", "2022-05-08T02:00Z", "2022-05-09T01:00Z")]
    [InlineData("America/Santiago", "00:30", "2026-09-06T03:00Z", "2026-09-06T04:00Z")] // the day begins at 01:00
    public void A_time_that_clocks_skip_or_repeat_is_due_once(string zone, string at, string after, string due) =>
        Assert.Equal(DateTimeOffset.Parse(due, null), Schedule.Next(new(Rhythm.Daily, 0, TimeOnly.Parse(at, null), zone), DateTimeOffset.Parse(after, null)));

    [Fact]
    public void Every_day_of_a_cadence_is_due_once_whatever_clocks_do() => (from cadence in Cadences from start in Starts select (cadence, start)).Sample(
        of =>
        {
            var end = of.start.AddDays(70);

            Assert.Equal(Calendar(of.cadence, of.start, end), Due(of.cadence, of.start, end));
        },
        iter: 300);

    [Fact]
    public void Whatever_happens_to_the_clock_no_digest_is_skipped_or_doubled_and_downtime_gives_one_catch_up() =>
        (from cadence in Cadences from start in Starts from steps in Step.Array[20, 200] select (cadence, start, steps)).Sample(
            of =>
            {
                var (now, newest) = (of.start, of.start);
                var due = Schedule.Next(of.cadence, now)!.Value;
                List<(DateTimeOffset From, DateTimeOffset At)> told = [];
                var last = of.start;
                foreach (var step in of.steps)
                {
                    now += step;
                    newest = now > newest ? now : newest;
                    // The rule of the service, in which only the stored time counts.
                    if (due <= now)
                    {
                        told.Add((last, now));
                        (last, due) = (now, Schedule.Next(of.cadence, now)!.Value);
                    }
                }

                var calendar = Calendar(of.cadence, of.start, newest);
                // Each day that came is told by exactly one digest, and each digest tells of one at least.
                Assert.All(told, one => Assert.Contains(calendar, day => day > one.From && day <= one.At));
                Assert.All(calendar, day => Assert.Single(told, one => day > one.From && day <= one.At));
            },
            iter: 300);

    [Fact]
    public void A_clock_that_was_a_year_ahead_does_not_silence_a_digest_for_a_year() => (from cadence in Cadences from now in Starts select (cadence, now)).Sample(
        of =>
        {
            var ahead = Schedule.Next(of.cadence, of.now.AddYears(1))!.Value;
            var afterAnHourBack = Schedule.Next(of.cadence, of.now.AddHours(1))!.Value;

            Assert.True(Schedule.IsTooFar(of.cadence, ahead, of.now));
            Assert.False(Schedule.IsTooFar(of.cadence, afterAnHourBack, of.now));
        },
        iter: 300);

    [Fact]
    public void At_once_has_no_time_of_its_own() => Assert.Null(Schedule.Next(new(Rhythm.AtOnce, 0, default, "UTC"), DateTimeOffset.UnixEpoch));

    /// <summary>A quarter of an hour at a time, an hour back, or a week down.</summary>
    private static Gen<TimeSpan> Step => Gen.Frequency(
        (60, Gen.Int[1, 300].Select(minutes => TimeSpan.FromMinutes(minutes))),
        (3, Gen.Const(TimeSpan.FromHours(-1))),
        (2, Gen.Int[1, 10].Select(days => TimeSpan.FromDays(days))));

    private static List<DateTimeOffset> Due(Cadence cadence, DateTimeOffset after, DateTimeOffset until)
    {
        List<DateTimeOffset> due = [];
        for (var next = Schedule.Next(cadence, after)!.Value; next <= until; next = Schedule.Next(cadence, next)!.Value)
        {
            // A time that does not come after the one before would come for ever.
            Assert.True(due.Count == 0 || next > due[^1]);
            due.Add(next);
        }

        return due;
    }

    /// <summary>The same by looking at the zone's clock every quarter of an hour: due when it first shows the time, or a later one, on a day of the cadence.</summary>
    private static List<DateTimeOffset> Calendar(Cadence cadence, DateTimeOffset after, DateTimeOffset until)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(cadence.Zone);
        List<DateTimeOffset> due = [];
        HashSet<DateOnly> seen = [];
        for (var at = after.AddDays(-2); at <= until; at += Quarter)
        {
            var local = TimeZoneInfo.ConvertTime(at, zone).DateTime;
            if (TimeOnly.FromDateTime(local) >= cadence.At && IsDay(cadence, DateOnly.FromDateTime(local)) && seen.Add(DateOnly.FromDateTime(local)) && at > after)
            {
                due.Add(at);
            }
        }

        return due;
    }

    private static bool IsDay(Cadence cadence, DateOnly date) => cadence.Rhythm switch
    {
        Rhythm.Weekdays => date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday),
        Rhythm.Weekly => (int)date.DayOfWeek == cadence.Day,
        Rhythm.Monthly => date.Day == Math.Min(cadence.Day, DateTime.DaysInMonth(date.Year, date.Month)),
        _ => true,
    };
}
