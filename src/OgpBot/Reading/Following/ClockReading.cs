using System.Globalization;
using System.Text.RegularExpressions;

namespace OgpBot.Reading;

/// <summary>Takes a time of day: 9:00, 9.30, 9am, at 9, a las 9 y media, 18h, noon.</summary>
internal sealed partial class ClockReading(Scan scan)
{
    /// <summary>A time that no clock shows, as it was written.</summary>
    public string? Unread { get; private set; }

    /// <summary>The word behind the time, -1 when there was none.</summary>
    public int End { get; private set; } = -1;

    /// <summary>"9:00", "9am": a time by itself.</summary>
    public static bool IsClock(string? word) => word is not null && Form().Match(word) is { Success: true } match && (match.Groups["minute"].Success || match.Groups["half"].Success || match.Groups["hours"].Success);

    public TimeOnly? Read()
    {
        if (scan.Find(FollowKind.Time) is { } named)
        {
            Take(named.At, named.Length, FollowKind.Time);
            return TimeOnly.ParseExact(named.Value, "HH:mm", CultureInfo.InvariantCulture);
        }

        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.WordAt(at) is { } word && (Written(at, word) ?? Spoken(at)) is { } time)
            {
                return Time(time, word);
            }
        }

        return null;
    }

    /// <summary>In digits: with minutes, with a half of the day, with "h", or behind "at".</summary>
    private (int Hour, int Minute, string? Half)? Written(int at, string word)
    {
        if (Form().Match(word) is not { Success: true } match)
        {
            return null;
        }

        var (behind, minute) = (at + 1, match.Groups["minute"].Success ? Number(match.Groups["minute"].ValueSpan) : 0);
        var half = match.Groups["half"].Success ? match.Groups["half"].Value : null;
        var led = Led(at);
        if (scan.At(behind, FollowKind.Minutes) is { } past && led)
        {
            minute = int.Parse(past.Value, CultureInfo.InvariantCulture);
            behind += past.Length;
        }

        if (half is null && scan.At(behind, FollowKind.Half) is { } said)
        {
            (half, behind) = (said.Value, behind + said.Length);
        }

        var clock = scan.At(behind, FollowKind.Clock)?.Length ?? 0;
        if (!match.Groups["minute"].Success && !match.Groups["hours"].Success && half is null && clock == 0 && !led)
        {
            return null;
        }

        Take(at, behind - at + clock, null);
        TakeHalf();
        return (Number(match.Groups["hour"].ValueSpan), minute, half);
    }

    /// <summary>In words, behind "at": "at nine", "a las nueve y media", "half past nine".</summary>
    private (int Hour, int Minute, string? Half)? Spoken(int at)
    {
        var before = scan.At(at - 2, FollowKind.Minutes) is { Length: 2 } past ? past : ((string Value, int Length)?)null;
        if (scan.At(at, FollowKind.Hour) is not { } hour || !Led(at) && before is null && scan.At(at + 1, FollowKind.Clock) is null && scan.At(at + 1, FollowKind.Half) is null)
        {
            return null;
        }

        var behind = at + hour.Length;
        var minute = before is { } led ? int.Parse(led.Value, CultureInfo.InvariantCulture) : 0;
        if (before is null && scan.At(behind, FollowKind.Minutes) is { } after)
        {
            minute = int.Parse(after.Value, CultureInfo.InvariantCulture);
            behind += after.Length;
        }

        var half = scan.At(behind, FollowKind.Half);
        behind += half?.Length ?? 0;
        behind += scan.At(behind, FollowKind.Clock)?.Length ?? 0;
        Take(at - (before is null ? 0 : 2), behind - at + (before is null ? 0 : 2), null);
        return (int.Parse(hour.Value, CultureInfo.InvariantCulture), minute, half?.Value);
    }

    private TimeOnly? Time((int Hour, int Minute, string? Half) time, string word)
    {
        var hour = time.Half switch
        {
            "pm" when time.Hour is >= 1 and < 12 => time.Hour + 12,
            "am" when time.Hour == 12 => 0,
            _ => time.Hour,
        };
        if (hour > 23 || time.Minute > 59 || time.Half is not null && time.Hour is 0)
        {
            Unread = word;
            return null;
        }

        return new TimeOnly(hour, time.Minute);
    }

    private bool Led(int at) => Lead(at) > 0;

    /// <summary>Words of "at" or "a las" right before.</summary>
    private int Lead(int at)
    {
        for (var length = 4; length > 0; length--)
        {
            if (scan.At(at - length, FollowKind.At) is { } found && found.Length == length)
            {
                return length;
            }
        }

        return 0;
    }

    private void Take(int at, int length, FollowKind? kind)
    {
        End = at + length;
        if (Lead(at) is > 0 and var lead)
        {
            scan.Take(at - lead, lead, FollowKind.At);
        }

        scan.Take(at, length, kind);
    }

    /// <summary>"At 9 on Mondays in the morning": the half stands apart. It adds nothing to a time of 24 hours.</summary>
    private void TakeHalf()
    {
        if (scan.At(End, FollowKind.Clock) is { } clock)
        {
            scan.Take(End, clock.Length, FollowKind.Clock);
            End += clock.Length;
        }
    }

    private static int Number(ReadOnlySpan<char> digits) => int.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex("""^(?<hour>[0-9]{1,2})(?:[:.h](?<minute>[0-9]{2}))?(?<half>am|pm)?(?<hours>h|hs|hrs)?\z""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
