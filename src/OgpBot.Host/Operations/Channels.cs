namespace OgpBot.Host.Operations;

/// <summary>Which channels are on, and why the others are not.</summary>
internal sealed class Channels(IEnumerable<ChannelHealth> channels)
{
    private readonly ChannelHealth[] channels = [.. channels];

    public bool Ready => Array.TrueForAll(channels, channel => channel.Ready);

    /// <summary>By name, the web chat included: it is always on.</summary>
    public IReadOnlyDictionary<string, string> States => channels.ToDictionary(channel => channel.Name, channel => channel.State, StringComparer.Ordinal);

    /// <summary>For the log: those that people may wonder about.</summary>
    public string Told => string.Join(", ", channels.Where(channel => channel.State != "on").Select(channel => $"{channel.Name} {channel.State}"));
}
