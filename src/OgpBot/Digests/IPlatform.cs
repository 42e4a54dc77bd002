using OgpBot.Conversations;

namespace OgpBot.Digests;

/// <summary>What a platform tells of its people and places only when it is asked. Each call is short, and none throws for what the platform does.</summary>
public interface IPlatform
{
    /// <summary>As in <see cref="Address.Channel"/>.</summary>
    string Channel { get; }

    /// <summary>The person's time zone, as the platform names it; null when it does not tell.</summary>
    Task<string?> ZoneOfAsync(string tenant, Asker asker, CancellationToken cancellationToken);

    /// <summary>Whether the bot may say something unasked where this person asks; null when the platform does not tell.</summary>
    Task<bool?> MaySpeakAsync(string tenant, Asker asker, CancellationToken cancellationToken);
}
