namespace OgpBot.Host.Teams;

/// <summary>What a token proves.</summary>
internal abstract record TeamsVerdict
{
    private TeamsVerdict() { }

    /// <summary>Microsoft's channel service sent the activity, if that names this service and one of these channels.</summary>
    public sealed record Channel(string ServiceUrl, IReadOnlyList<string> Endorsements) : TeamsVerdict;

    /// <summary>The Agents Playground sent it, with the bot's own credential. Only where the settings take such tokens.</summary>
    public sealed record Playground : TeamsVerdict;

    /// <param name="Reason">For the log; holds nothing of the token.</param>
    /// <param name="Final">It will be no better later.</param>
    public sealed record Refused(string Reason, bool Final = true) : TeamsVerdict;

    /// <summary>The keys cannot be read now: nobody is let in, and it is worth trying again.</summary>
    public sealed record Undecided : TeamsVerdict;
}
