namespace OgpBot.Reading;

/// <summary>Takes a time zone: America/Lima, UTC-5, Lima time, hora de Perú, "9:00 in Madrid".</summary>
internal sealed class ZoneReading(Scan scan, Phrasebook book)
{
    private const int LongestPlace = 4;

    /// <summary>A place behind "time zone" that has none, as it was written.</summary>
    public string? Unread { get; private set; }

    /// <summary>An IANA name or a distance from UTC, wherever it stands.</summary>
    public string? Literal()
    {
        for (var at = 0; at < scan.Count; at++)
        {
            if (scan.WordAt(at) is { } word && (word.Contains('/', StringComparison.Ordinal) ? Zones.Named(word) : Offset(word)) is { } zone)
            {
                scan.Take(at);
                TakeAround(at, at + 1);
                return zone;
            }
        }

        return null;
    }

    /// <summary>A city or an abbreviation right behind the time.</summary>
    /// <param name="at">Where the time ends; -1 when there was none.</param>
    public string? After(int at)
    {
        if (at < 0)
        {
            return null;
        }

        var named = scan.At(at, FollowKind.TimeOf)?.Length ?? 0;
        var place = at + named + (scan.WordAt(at + named) is "in" or "en" or "de" or "of" ? 1 : 0);
        if (Place(place, members: named > 0) is not { } found)
        {
            // "Narnia time".
            if (scan.IsFree(place) && book.Senses(scan.Text(place, 1)) is null && scan.At(place + 1, FollowKind.TimeAfter) is { } time)
            {
                Unread = scan.Text(place, 1);
                scan.Take(at, place + 1 + time.Length - at);
            }

            return null;
        }

        scan.Take(at, place + found.Length - at);
        TakeAround(at, place + found.Length);
        return found.Zone;
    }

    /// <summary>Anywhere, with a word that says what it is: "Lima time", "hora de Lima", "time zone: Lima".</summary>
    public string? Said()
    {
        if (scan.Find(FollowKind.OurTime) is { } ours)
        {
            scan.Take(ours.At, ours.Length, FollowKind.OurTime);
            TakeIn(ours.At);
            return null;
        }

        for (var at = 0; at < scan.Count; at++)
        {
            if (Place(at, members: true) is { } found && (Before(at) is { } before ? before : scan.At(at + found.Length, FollowKind.TimeAfter) is not null ? at : -1) is >= 0 and var from)
            {
                scan.Take(from, at + found.Length - from);
                TakeAround(from, at + found.Length);
                return found.Zone;
            }

            if (scan.WordAt(at) is "utc" or "gmt")
            {
                scan.Take(at);
                TakeAround(at, at + 1);
                return Zones.Utc;
            }
        }

        return null;
    }

    /// <summary>Where "hora de" or "time zone" begins that ends right before this word.</summary>
    private int? Before(int at)
    {
        for (var from = Math.Max(0, at - 5); from < at; from++)
        {
            if (scan.At(from, FollowKind.TimeOf) is { } of && (from + of.Length == at || from + of.Length == at - 1 && scan.WordAt(at - 1) is "of" or "de" or "is" or "es"))
            {
                return from;
            }
        }

        return null;
    }

    private (string Zone, int Length)? Place(int at, bool members)
    {
        for (var length = LongestPlace; length > 0; length--)
        {
            if (!Enumerable.Range(at, length).All(scan.IsFree))
            {
                continue;
            }

            var text = scan.Text(at, length);
            var zone = Zones.OfPlace(text) ?? (members && book.Senses(text)?.FirstOrDefault(sense => sense.Kind == SenseKind.Member) is { } member ? Zones.OfMember(member.Value) : null);
            if (zone is not null)
            {
                return (zone, length);
            }
        }

        return null;
    }

    /// <summary>"Time" behind a zone; "in", "time zone" before it.</summary>
    private void TakeAround(int from, int end)
    {
        scan.TryTake(end, FollowKind.TimeAfter, out _);
        for (var length = 4; length > 0; length--)
        {
            if (scan.At(from - length, FollowKind.TimeOf) is { } of && of.Length == length)
            {
                scan.Take(from - length, length, FollowKind.TimeOf);
                TakeIn(from - length);
                return;
            }
        }

        TakeIn(from);
    }

    private void TakeIn(int at)
    {
        if (scan.WordAt(at - 1) is "in" or "en" or "de" or "of")
        {
            scan.Take(at - 1);
        }
    }

    private static string? Offset(string word) => word.Length > 3 && word[..3] is "utc" or "gmt" && word.Length > 3
        ? Zones.AtOffset(word[3..].Replace(" ", "", StringComparison.Ordinal).Split(':')[0])
        : null;
}
