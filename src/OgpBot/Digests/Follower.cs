using OgpBot.Conversations;

namespace OgpBot.Digests;

/// <summary>Who asks to follow something, and where. Anybody in a place may change what the place follows, as may who set it; what a person follows alone only they.</summary>
public sealed record Follower(string Channel, string Tenant, Asker Asker)
{
    /// <summary>Null where nobody can be told apart, so that nothing can be said unasked.</summary>
    public static Follower? Of(Address? address, Asker? asker) => address is null || asker is null ? null : new(address.Channel, address.Tenant, asker);
}
