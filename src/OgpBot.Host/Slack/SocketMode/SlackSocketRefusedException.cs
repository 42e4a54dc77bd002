namespace OgpBot.Host.Slack;

/// <summary>There is no connection this time. The message is fit for a log: it names neither token nor ticket.</summary>
/// <param name="after">Slack said how long to wait; null when it did not.</param>
/// <param name="hopeless">It will say the same until somebody changes the settings.</param>
internal sealed class SlackSocketRefusedException(string reason, TimeSpan? after = null, bool hopeless = false, Exception? cause = null) : Exception(reason, cause)
{
    public TimeSpan? After { get; } = after;

    public bool Hopeless { get; } = hopeless;
}
