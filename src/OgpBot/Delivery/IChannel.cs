namespace OgpBot.Delivery;

/// <summary>
/// The one way out: a platform that messages are sent to. Implementations shape the reply, send it once, and tell what became of it; waiting, retrying,
/// order and limits are the outbox's. None of the calls throws for what a platform or a network does: an exception means a fault of ours.
/// </summary>
public interface IChannel
{
    /// <summary>As in <see cref="Conversations.Address.Channel"/>.</summary>
    string Name { get; }

    /// <summary>What the platform allows, by place and by tenant.</summary>
    ChannelLimits Limits { get; }

    /// <summary>Where the platform counts messages and people expect them in order: a channel, a chat, a thread.</summary>
    string PlaceOf(Outgoing message);

    /// <summary>The host that this message goes to: what breaks together stops together.</summary>
    string HostOf(Outgoing message);

    ChannelPromise PromiseOf(Outgoing message);

    Task<Outcome> SendAsync(Outgoing message, CancellationToken cancellationToken);

    /// <summary>Puts <paramref name="message"/> in the place of the one with this ID.</summary>
    Task<Outcome> UpdateAsync(Outgoing message, string messageId, CancellationToken cancellationToken);

    /// <summary>
    /// Looks whether a message with an unknown outcome is there: sent with its ID, later when it certainly is not (it is sent again), unknown
    /// when the platform could not be asked. Called only when <see cref="ChannelPromise.Reconcilable"/>.
    /// </summary>
    Task<Outcome> FindAsync(Outgoing message, CancellationToken cancellationToken);

    /// <summary>Shows that an answer is on its way, where the platform can; best effort, so a failure is only logged.</summary>
    Task ShowTypingAsync(Conversations.Address address, string route, CancellationToken cancellationToken);
}

/// <param name="Idempotent">Sending the same message again shows it once.</param>
/// <param name="Reconcilable">The platform can be asked whether the message is there.</param>
public sealed record ChannelPromise(bool Idempotent, bool Reconcilable);

/// <param name="PerPlace">All hold at once, counted over a sliding window.</param>
/// <param name="PerTenant">The same for all places of a tenant together.</param>
public sealed record ChannelLimits(IReadOnlyList<Rate> PerPlace, IReadOnlyList<Rate> PerTenant);

public sealed record Rate(int Messages, TimeSpan Per);
