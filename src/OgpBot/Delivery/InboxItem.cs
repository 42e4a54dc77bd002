namespace OgpBot.Delivery;

/// <summary>A stored message on its way to the bot.</summary>
/// <param name="Tries">How often it made the bot fail so far.</param>
/// <param name="DueAt">Not before this time, in unix milliseconds.</param>
public sealed record InboxItem(long Id, Incoming Message, int Tries, long DueAt)
{
    /// <summary>Left on disk for want of room: the service takes it up later.</summary>
    public bool IsLeft { get; init; }
}
