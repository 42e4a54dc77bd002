namespace OgpBot.Delivery;

/// <summary>Something by which a platform could hand over the same message again.</summary>
/// <param name="Order">
/// Grows with the platform's messages, and is the same whenever this one comes: keys of about the same time lie together on disk. 0 where there is nothing like that.
/// </param>
public readonly record struct DedupKey(string Text, long Order = 0)
{
    public static implicit operator DedupKey(string text) => new(text);
}
