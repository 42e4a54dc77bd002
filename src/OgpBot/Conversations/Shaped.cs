using System.Runtime.CompilerServices;

namespace OgpBot.Conversations;

/// <summary>What a channel makes of a reply. Of one that is kept for whoever asks the same, it is kept too, and goes with it.</summary>
public sealed class Shaped<T>(Func<Reply, T> shape)
    where T : class
{
    private readonly ConditionalWeakTable<Reply, T> kept = [];

    public T Of(Reply reply)
    {
        ArgumentNullException.ThrowIfNull(reply);
        return !reply.IsKept ? shape(reply) : kept.GetValue(reply, each => shape(each));
    }
}
