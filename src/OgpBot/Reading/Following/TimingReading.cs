using System.Globalization;
using OgpBot.Digests;

namespace OgpBot.Reading;

/// <summary>Takes from a text when something is wanted: rhythm, day, time and zone.</summary>
internal sealed class TimingReading(Scan scan, Phrasebook book)
{
    private static readonly Dictionary<string, int> Parts = new(StringComparer.Ordinal)
    {
        ["morning"] = 9,
        ["mornings"] = 9,
        ["afternoon"] = 15,
        ["afternoons"] = 15,
        ["evening"] = 18,
        ["evenings"] = 18,
    };

    private Rhythm? rhythm;
    private int? day;
    private TimeOnly? part;

    /// <summary>A rhythm or a day is named, not just "when" or "if".</summary>
    public bool IsPlain { get; private set; }

    /// <summary>"Every Monday", "each week": no adjective that might belong to a title.</summary>
    public bool IsMarked { get; private set; }

    private string? unread;

    public Timing Read()
    {
        var zones = new ZoneReading(scan, book);
        var literal = zones.Literal();
        Impossible();
        DayOfMonth();
        Rhythms();
        DaysOfWeek();
        PartOfDay();
        var clock = new ClockReading(scan);
        var at = clock.Read();
        unread ??= clock.Unread;
        var zone = literal ?? zones.After(clock.End) ?? zones.Said();
        return new Timing { Rhythm = rhythm, Day = day, At = at ?? part, Zone = zone, Unread = unread ?? zones.Unread };
    }

    private void Impossible()
    {
        foreach (var kind in (FollowKind[])[FollowKind.NoRhythm, FollowKind.NoDate])
        {
            if (scan.Find(kind) is { } found)
            {
                unread ??= scan.Text(found.At, found.Length);
                scan.Take(found.At, found.Length, kind);
                IsPlain = true;
                TakeRhythm(found.At + found.Length);
            }
        }
    }

    /// <summary>"The 15th of each month", "every month on the 15th", "el día 15 de cada mes", "at the end of the month".</summary>
    private void DayOfMonth()
    {
        if (scan.Find(FollowKind.Date) is { } date)
        {
            Take(date.At, date.Length, FollowKind.Date);
            Monthly(int.Parse(date.Value, CultureInfo.InvariantCulture));
            if (scan.Find(FollowKind.Rhythm) is { Value: "month" } also)
            {
                scan.Take(also.At, also.Length, FollowKind.Rhythm);
            }

            return;
        }

        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.NumberAt(at) is not { } number)
            {
                continue;
            }

            var after = scan.WordAt(at + 1) is "day" or "dia" ? at + 2 : at + 1;
            var month = scan.At(after, FollowKind.Rhythm) is { Value: "month" } following ? (At: after, following.Length) : Before(at);
            var dated = scan.IsOrdinal(at) && scan.At(at - 1, FollowKind.Every) is not null || scan.IsOrdinal(at) && scan.WordAt(at - 1) is "the" && scan.At(at - 2, FollowKind.Every) is not null
                || scan.WordAt(at - 1) is "day" or "dia" && scan.At(at - 2, FollowKind.Every) is not null;
            if (month is null && !dated)
            {
                continue;
            }

            if (month is { } of)
            {
                scan.Take(of.At, of.Length, FollowKind.Rhythm);
            }

            if (number is < 1 or > 31)
            {
                unread ??= scan.Text(at, 1);
            }

            scan.Take(at);
            TakeWordsBefore(at);
            Monthly(Math.Clamp(number, 1, 31));
            return;
        }
    }

    /// <summary>"Monthly on the 15th": the month stands before the number.</summary>
    private (int At, int Length)? Before(int number)
    {
        var at = number - 1;
        while (scan.WordAt(at) is "the" or "on" or "day" or "dia" or "el" or "los" or "cada" or "every" or "each")
        {
            at--;
        }

        for (var from = Math.Max(0, at - 3); from <= at; from++)
        {
            if (scan.At(from, FollowKind.Rhythm) is { Value: "month" } month && from + month.Length == at + 1 && at < number - 1)
            {
                return (from, month.Length);
            }
        }

        return null;
    }

    private void Monthly(int number)
    {
        (rhythm, day) = (Rhythm.Monthly, number);
        IsPlain = IsMarked = true;
    }

    private void Rhythms()
    {
        (int At, int Length)? when = null;
        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.At(at, FollowKind.Rhythm) is not { } found)
            {
                continue;
            }

            if (found.Value == "when")
            {
                when ??= (at, found.Length);
                continue;
            }

            IsPlain = true;
            IsMarked |= found.Length > 1 && found.Value != "change";
            Take(at, found.Length, FollowKind.Rhythm);

            // "A weekly digest at once" says two things: the first counts.
            rhythm ??= found.Value switch
            {
                "change" => Rhythm.AtOnce,
                "day" => Rhythm.Daily,
                "weekday" => Rhythm.Weekdays,
                "week" => Rhythm.Weekly,
                _ => Rhythm.Monthly,
            };
        }

        if (when is { } open)
        {
            scan.Take(open.At, open.Length, FollowKind.Rhythm);
            if (rhythm is null && scan.Find(FollowKind.Day) is null)
            {
                rhythm = Rhythm.AtOnce;
            }
        }
    }

    private void DaysOfWeek()
    {
        for (var at = 0; at < scan.Count; at++)
        {
            var marked = scan.At(at - 1, FollowKind.Every) is not null || ClockReading.IsClock(scan.WordAt(at + 1));
            if ((scan.At(at, FollowKind.Day) ?? (marked ? scan.At(at, FollowKind.ShortDay) : null)) is not { } found)
            {
                continue;
            }

            var number = int.Parse(found.Value, CultureInfo.InvariantCulture);
            IsPlain = true;
            IsMarked |= marked || scan.Text(at, 1).EndsWith('s');
            scan.Take(at, found.Length, FollowKind.Day);
            TakePart(at + found.Length);
            if (scan.WordAt(at - 1) is "other" or "second" or "third" or "alternate")
            {
                unread ??= $"{scan.WordAt(at - 1)} {scan.Text(at, 1)}";
                scan.Take(at - 1);
            }

            TakeWordsBefore(at);
            if (day is not null && (rhythm != Rhythm.Weekly || day != number))
            {
                // One subscription has one day.
                unread ??= scan.Text(at, 1);
                continue;
            }

            (rhythm, day) = (Rhythm.Weekly, number);
        }
    }

    /// <summary>"Monday morning".</summary>
    private void TakePart(int at)
    {
        if (scan.WordAt(at) is not { } word || Parts.GetValueOrDefault(word) is not (> 0 and var hour))
        {
            return;
        }

        scan.Take(at);
        part ??= new TimeOnly(hour, 0);
    }

    private void PartOfDay()
    {
        if (scan.Find(FollowKind.Part) is { } found)
        {
            Take(found.At, found.Length, FollowKind.Part);
            part = TimeOnly.ParseExact(found.Value, "HH:mm", CultureInfo.InvariantCulture);
            rhythm ??= Rhythm.Daily;
            IsPlain = IsMarked = true;
        }
    }

    private void TakeRhythm(int at)
    {
        if (scan.At(at, FollowKind.Rhythm) is { } found && found.Value != "when")
        {
            scan.Take(at, found.Length, FollowKind.Rhythm);
        }
    }

    private void Take(int at, int length, FollowKind kind)
    {
        scan.Take(at, length, kind);
        TakeWordsBefore(at);
    }

    /// <summary>"On the", "every", "and" in front of what was taken.</summary>
    private void TakeWordsBefore(int at)
    {
        for (var before = at - 1; before >= 0 && scan.IsFree(before); before--)
        {
            if (scan.WordAt(before) is "the" or "on" or "every" or "each" or "day" or "dia" or "cada" or "los" or "el" or "todos" or "single" or "come" or "next" or "proximo" or "a")
            {
                scan.Take(before);
            }
            else
            {
                return;
            }
        }
    }
}
