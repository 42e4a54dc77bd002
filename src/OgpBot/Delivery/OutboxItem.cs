namespace OgpBot.Delivery;

/// <summary>A stored reply on its way to its platform.</summary>
/// <param name="Attempt">How often it was tried so far.</param>
/// <param name="DueAt">Not before this time, in unix milliseconds.</param>
/// <param name="CreatedAt">In unix milliseconds.</param>
public sealed record OutboxItem(long Id, Outgoing Message, string Place, int Attempt, long DueAt, long CreatedAt)
{
    /// <summary>Left on disk for want of room: the service takes it up later.</summary>
    public bool IsLeft { get; init; }

    /// <summary>Its first attempt is on disk already, and its turn taken: it leaves now.</summary>
    internal Turn? Leaves { get; init; }

    /// <summary>A process that is no more was sending it: nobody knows whether it arrived.</summary>
    public bool WasSending { get; init; }
}
