using OgpBot.Conversations;

namespace OgpBot.Digests;

/// <summary>Something that a place or a person follows.</summary>
/// <param name="Place">Where it is said: the channel or chat; of a personal one the person is the conversation.</param>
/// <param name="Person">Who set it; empty when that was forgotten. Never shown.</param>
/// <param name="Queries">Canonical queries, each with filters of its own; a record of any of them is news.</param>
public sealed record Subscription(long Id, Address Place, bool Personal, string Person, Language Language, Values<string> Queries, Watch Watch, Cadence Cadence)
{
    public SubscriptionState State { get; init; }

    /// <summary>Why it is broken, as a code of the platform; null when it is not.</summary>
    public string? Reason { get; init; }

    /// <summary>When it came into its state.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Null while it is paused, and at once while nothing has changed.</summary>
    public DateTimeOffset? NextDue { get; init; }

    /// <summary>When a pause ends by itself; null when it does not.</summary>
    public DateTimeOffset? ResumeAt { get; init; }

    /// <summary>When it was due last, with news or without.</summary>
    public DateTimeOffset? LastRun { get; init; }

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>The way to the place in the channel's own JSON.</summary>
    internal string Route { get; init; } = "";

    internal string? PersonRoute { get; init; }

    /// <summary>Everything up to this change was told, or is older than the subscription.</summary>
    internal long AfterChange { get; init; }
}

public enum SubscriptionState
{
    Active,

    /// <summary>Somebody paused it: it keeps where it was, and goes on from there.</summary>
    Paused,

    /// <summary>The last digest could not be delivered. It is tried again when it is due next, and active when one arrives.</summary>
    Broken,
}

/// <summary>What counts as news. The numbers are stored: do not renumber.</summary>
public enum Watch
{
    /// <summary>New records, and commitments whose star, status or assessment changed.</summary>
    New = 0,

    /// <summary>Also whatever else changed, and what is no longer in the source.</summary>
    Changes = 1,
}
