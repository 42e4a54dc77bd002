using OgpBot.Conversations;

namespace OgpBot.Delivery;

/// <summary>A message that a platform handed over and that is answered after it was acknowledged.</summary>
/// <param name="Keys">
/// Everything by which the platform could hand over the same message again, each with the app and the tenant in it. A message of which
/// one key is known is a duplicate. At least one.
/// </param>
/// <param name="Route">How the answer gets back, in the channel's own JSON: thread, service address. Holds no secret. Read by that channel alone.</param>
/// <param name="Replaces">The platform's ID of a message of ours that the answer takes the place of; null for a new one.</param>
public sealed record Incoming(Utterance Utterance, IReadOnlyList<DedupKey> Keys, string Route, string? Replaces = null);

public enum Acceptance
{
    /// <summary>On disk: acknowledge it. It will be answered, whatever dies in between.</summary>
    Stored,

    /// <summary>It was accepted before: acknowledge it again, nothing else happens.</summary>
    Duplicate,

    /// <summary>Not stored in time: answer 503, the platform tries again.</summary>
    Busy,
}
