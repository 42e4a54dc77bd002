namespace OgpBot.Delivery;

/// <summary>What a platform made of one attempt to send.</summary>
public abstract record Outcome
{
    private Outcome() { }

    /// <param name="MessageId">The platform's ID of the message; null when it tells none.</param>
    public sealed record Sent(string? MessageId) : Outcome;

    /// <summary>Certainly not accepted, and it never will be: no such channel, message too long.</summary>
    /// <param name="Reason">A code for the log and the operator, without text of the message.</param>
    public sealed record Refused(string Reason) : Outcome;

    /// <summary>Certainly not accepted this time: too many requests, no connection, service unavailable.</summary>
    /// <param name="After">What the platform asked for; null when it asked for nothing.</param>
    public sealed record Later(TimeSpan? After, string Reason) : Outcome;

    /// <summary>Nobody knows: the connection broke or the time ran out after the message had left.</summary>
    public sealed record Unknown(string Reason) : Outcome;
}
