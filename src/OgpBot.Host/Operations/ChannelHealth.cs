namespace OgpBot.Host.Operations;

/// <summary>What /readyz tells about one channel. One of these per channel; its folder keeps it true.</summary>
internal sealed class ChannelHealth(string name)
{
    private volatile string state = "off: no settings";
    private volatile bool ready = true;
    private volatile string? refusal;

    public string Name => name;

    /// <summary>"on", or "off" or "failing" with the reason; no secret.</summary>
    public string State => ready && refusal is { } reason ? $"failing: {reason}" : state;

    /// <summary>False when the channel should work and does not: /readyz is red then.</summary>
    public bool Ready => ready && refusal is null;

    public void On(string how = "on") => (state, ready) = (how, true);

    /// <summary>Not wanted, or not configured: that is no failure.</summary>
    public void Off(string reason) => (state, ready) = ($"off: {reason}", true);

    public void Failing(string reason) => (state, ready) = ($"failing: {reason}", false);

    /// <summary>The bot has no credential that the platform takes. That stands until <see cref="Admitted"/>, whatever becomes of the way in.</summary>
    public void Refused(string reason) => refusal = reason;

    public void Admitted() => refusal = null;
}
