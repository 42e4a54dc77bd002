using System.Globalization;

namespace OgpBot.Reading;

/// <summary>The part of a canonical query about following: every:monday at:09:00 zone:america/lima.</summary>
internal static class CanonicalFollow
{
    private static readonly string[] Days = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];

    public static IEnumerable<(string Key, string Value)> Pairs(Follow? follow) => follow is null ? [] :
    [
        .. follow.Also.Select(query => ("also", query)),
        .. Flag(follow.Changes, "with", "changes"),
        .. Flag(follow.Open, "what", "open"),
        .. follow.Numbers.Select(number => ("number", Number(number))),
        .. follow.Subscriptions.Select(subscription => ("subscription", subscription.ToString(CultureInfo.InvariantCulture))),
        .. Flag(follow.All, "which", "all"),
        .. follow.Until is { } until ? new[] { ("until", until.Text) } : [],
        .. Timing(follow.Timing),
        .. Flag(follow.ForMe == true, "for", "me"),
        .. Flag(follow.ForMe == false, "for", "here"),
        .. Flag(follow.Confirmed, "confirmed", "yes"),
        .. Flag(follow.Dropped, "confirmed", "no"),
    ];

    /// <summary>Null when the key is none of these or the value does not fit.</summary>
    public static Question? With(Question question, string key, string value)
    {
        var follow = question.Follow ?? new Follow();
        return (key, value) switch
        {
            ("also", { Length: > 0 }) => follow with { Also = [.. follow.Also, value] },
            ("with", "changes") => follow with { Changes = true },
            ("what", "open") => follow with { Open = true },
            ("number", _) => Natural(value) is > 0 and <= 999 and var number ? follow with { Numbers = [.. follow.Numbers, (int)number] } : null,
            ("subscription", _) => Natural(value) is { } id ? follow with { Subscriptions = [.. follow.Subscriptions, id] } : null,
            ("until", _) => Until.Parse(value) is { } until ? follow with { Until = until } : null,
            ("which", "all") => follow with { All = true },
            ("every", _) => Rhythm(follow.Timing, value) is { } timing ? follow with { Timing = timing } : null,
            ("on", _) => follow.Timing.Rhythm == Digests.Rhythm.Monthly && Natural(value) is >= 1 and <= 31 and var day ? follow with { Timing = follow.Timing with { Day = (int)day } } : null,
            ("at", _) => TimeOnly.TryParseExact(value, "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) ? follow with { Timing = follow.Timing with { At = at } } : null,
            ("zone", _) => Zones.Named(value) is { } zone ? follow with { Timing = follow.Timing with { Zone = zone } } : null,
            ("unread", { Length: > 0 }) => follow with { Timing = follow.Timing with { Unread = value } },
            ("for", "me") => follow with { ForMe = true },
            ("for", "here") => follow with { ForMe = false },
            ("confirmed", "yes") => follow with { Confirmed = true },
            ("confirmed", "no") => follow with { Dropped = true },
            _ => null,
        } is { } changed ? question with { Follow = changed } : null;
    }

    private static IEnumerable<(string, string)> Timing(Timing timing)
    {
        if (timing.Rhythm is { } rhythm)
        {
            yield return ("every", rhythm switch
            {
                Digests.Rhythm.AtOnce => "change",
                Digests.Rhythm.Daily => "day",
                Digests.Rhythm.Weekdays => "weekday",
                Digests.Rhythm.Monthly => "month",
                _ => timing.Day is { } day ? Days[day] : "week",
            });
            if (rhythm == Digests.Rhythm.Monthly && timing.Day is { } date)
            {
                yield return ("on", Number(date));
            }
        }

        if (timing.At is { } at)
        {
            yield return ("at", at.ToString("HH:mm", CultureInfo.InvariantCulture));
        }

        if (timing.Zone is { } zone)
        {
            yield return ("zone", zone.ToLowerInvariant());
        }

        if (timing.Unread is { } unread)
        {
            yield return ("unread", unread);
        }
    }

    private static Timing? Rhythm(Timing timing, string value) => value switch
    {
        "change" => timing with { Rhythm = Digests.Rhythm.AtOnce },
        "day" => timing with { Rhythm = Digests.Rhythm.Daily },
        "weekday" => timing with { Rhythm = Digests.Rhythm.Weekdays },
        "week" => timing with { Rhythm = Digests.Rhythm.Weekly },
        "month" => timing with { Rhythm = Digests.Rhythm.Monthly },
        _ => Array.IndexOf(Days, value) is >= 0 and var day ? timing with { Rhythm = Digests.Rhythm.Weekly, Day = day } : null,
    };

    private static long? Natural(string value) =>
        value.Length <= 18 && long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static (string, string)[] Flag(bool set, string key, string value) => set ? [(key, value)] : [];
}
