using OgpBot.Conversations;
using OgpBot.Digests;

namespace OgpBot.Reading;

/// <summary>What a sentence about following says beside what is followed, which is the question's own topic and filter.</summary>
public sealed record Follow
{
    public Timing Timing { get; init; } = Timing.Unsaid;

    /// <summary>True: to the person alone; false: to the place; null when not said.</summary>
    public bool? ForMe { get; init; }

    /// <summary>Further things to follow under the same subscription, as canonical queries.</summary>
    public Values<string> Also { get; init; } = [];

    /// <summary>Changed records are wanted too.</summary>
    public bool Changes { get; init; }

    /// <summary>Numbers of subscriptions in the list that was shown, from 1.</summary>
    public Values<int> Numbers { get; init; } = [];

    /// <summary>The subscriptions themselves.</summary>
    public Values<long> Subscriptions { get; init; } = [];

    /// <summary>A pause ends by itself on this day; null when somebody ends it.</summary>
    public Until? Until { get; init; }

    /// <summary>All subscriptions of the place or person.</summary>
    public bool All { get; init; }

    /// <summary>The preview was seen and agreed to.</summary>
    public bool Confirmed { get; init; }

    /// <summary>The preview was seen and dropped.</summary>
    public bool Dropped { get; init; }

    /// <summary>Nothing says what to follow.</summary>
    public bool Open { get; init; }
}

/// <summary>When to tell, as far as it was said.</summary>
public sealed record Timing
{
    public static Timing Unsaid { get; } = new();

    public Rhythm? Rhythm { get; init; }

    /// <summary>Weekly: 0 for Sunday to 6; monthly: 1 to 31; null when not said.</summary>
    public int? Day { get; init; }

    public TimeOnly? At { get; init; }

    /// <summary>IANA name.</summary>
    public string? Zone { get; init; }

    /// <summary>The words of a time or rhythm that cannot be had: "31:00", "every blue moon". Null when there are none.</summary>
    public string? Unread { get; init; }

    /// <summary>This one, as far as it was said, over an earlier one. What could not be read before is forgotten.</summary>
    public Timing Over(Timing earlier)
    {
        ArgumentNullException.ThrowIfNull(earlier);
        return new Timing
        {
            Rhythm = Rhythm ?? earlier.Rhythm,
            Day = Rhythm is null || Rhythm == earlier.Rhythm ? Day ?? earlier.Day : Day,
            At = At ?? (Rhythm is null or Digests.Rhythm.AtOnce || earlier.Rhythm != Digests.Rhythm.AtOnce ? earlier.At : null),
            Zone = Zone ?? earlier.Zone,
            Unread = Unread,
        };
    }
}
