namespace OgpBot.Host.Slack;

/// <summary>How long is waited for what in Socket Mode.</summary>
internal sealed record SlackSocketTiming
{
    public static SlackSocketTiming Usual { get; } = new();

    /// <summary>Without a word for so long, Slack is asked whether it is there.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Without an answer to that, the connection is dead. Slack itself pings every few seconds and answers within one.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>From the request for an address to the hello.</summary>
    public TimeSpan Opening { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>An old connection is served beside the new one until Slack closes it, about 10 s after its notice, or for so long.</summary>
    public TimeSpan Overlap { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>For the acknowledgements that are on their way when a connection is left, and again for Slack to say goodbye.</summary>
    public TimeSpan Goodbye { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>From the envelope to its acknowledgement. Slack gives up after 3 s and sends it again.</summary>
    public TimeSpan Answer { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Before the second attempt to connect; doubled, with jitter, up to <see cref="LongestPause"/>.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Before asking again when the settings are at fault: only a person can mend that.</summary>
    public TimeSpan Hopeless { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>Socket Mode was switched off: somebody may be switching it on again.</summary>
    public TimeSpan SwitchedOff { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Without a connection for so long, the channel is red.</summary>
    public TimeSpan Red { get; init; } = TimeSpan.FromSeconds(30);
}
