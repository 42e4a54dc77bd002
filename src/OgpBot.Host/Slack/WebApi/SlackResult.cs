using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>What became of one call of the Web API: what Slack answered, or why there is nothing.</summary>
/// <param name="Trouble">Refused with Slack's own code, later, or unknown; null when there is a body.</param>
internal sealed record SlackResult<T>(T? Body, Outcome? Trouble)
    where T : class
{
    /// <summary>What the token may do, when Slack said so.</summary>
    public string Scopes { get; init; } = "";

    public static implicit operator SlackResult<T>(T body) => new(body, null);

    public static implicit operator SlackResult<T>(Outcome trouble) => new(null, trouble);
}
