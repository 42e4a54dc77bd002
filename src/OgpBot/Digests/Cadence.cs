namespace OgpBot.Digests;

/// <summary>When a digest is due.</summary>
/// <param name="Day">Weekly: 0 for Sunday to 6; monthly: 1 to 31, the last day in shorter months; else 0.</param>
/// <param name="At">Wall clock time in the zone; midnight for at once.</param>
/// <param name="Zone">IANA name.</param>
public sealed record Cadence(Rhythm Rhythm, int Day, TimeOnly At, string Zone);

/// <summary>Names appear in canonical queries and in bot.db: rename with care.</summary>
public enum Rhythm
{
    /// <summary>As soon as there is something new.</summary>
    AtOnce,
    Daily,

    /// <summary>Monday to Friday.</summary>
    Weekdays,
    Weekly,
    Monthly,
}
