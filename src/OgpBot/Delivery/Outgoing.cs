using OgpBot.Conversations;

namespace OgpBot.Delivery;

/// <summary>A reply on its way to a platform.</summary>
/// <param name="Address">Where it is said; its channel sends it.</param>
/// <param name="Route">How it gets there, in the channel's own JSON. Holds no secret.</param>
/// <param name="Replaces">The platform's ID of the message that it takes the place of; null for a new one.</param>
public sealed record Outgoing(Address Address, string Route, Reply Reply, MessageClass Class, string? Replaces = null)
{
    /// <summary>Short and public: what a person may quote and the log holds too. Set when it is stored.</summary>
    public string Reference { get; init; } = "";
}

/// <summary>Decides what becomes of a message when nobody knows whether it arrived.</summary>
public enum MessageClass
{
    /// <summary>Somebody asked and waits.</summary>
    Answer,

    /// <summary>A welcome, an apology: said once or not at all.</summary>
    Notice,

    /// <summary>Nobody waits; twice would annoy a whole channel.</summary>
    Digest,

    /// <summary>Replaces what was there (a home page, a preview): saying it again does no harm.</summary>
    Surface,
}
