using OgpBot.Conversations;

namespace OgpBot.Digests;

/// <param name="Personal">For the person who asks alone; else for the place where they ask. The way there must be known (<see cref="Asker"/>).</param>
/// <param name="Queries">Canonical queries in any order; equal sets are equal subscriptions.</param>
public sealed record NewSubscription(Follower Follower, bool Personal, Language Language, IReadOnlyCollection<string> Queries, Watch Watch, Cadence Cadence);

/// <summary>What a person wants to be different; null: as it was.</summary>
public sealed record SubscriptionChange(Cadence? Cadence = null, IReadOnlyCollection<string>? Queries = null, Watch? Watch = null);

/// <param name="Subscription">As it is now; null when nothing was set.</param>
public sealed record Subscribed(SubscribedAs As, Subscription? Subscription);

public enum SubscribedAs
{
    Added,

    /// <summary>The place has an equal one: nothing is different.</summary>
    AlreadyThere,

    /// <summary>It is different now. One that was paused or broken is active again.</summary>
    Changed,

    /// <summary>The place has <see cref="Subscriptions.MostPerPlace"/>.</summary>
    TooMany,

    /// <summary>More than <see cref="Subscriptions.MostQueries"/> queries, or one longer than <see cref="Subscriptions.LongestQuery"/>.</summary>
    TooLong,

    UnknownZone,

    /// <summary>There is none with this number here, or it is somebody else's.</summary>
    NotFound,
}
