namespace OgpBot.Host.Slack;

/// <summary>What Slack gets in return, over HTTP as the response, over Socket Mode as the payload of the acknowledgement.</summary>
/// <param name="Status">200: acknowledged. Over Socket Mode anything else means: no acknowledgement, Slack tries again.</param>
/// <param name="Json">The body; null for none.</param>
internal sealed record SlackAnswer(int Status, string? Json = null)
{
    public static SlackAnswer Acknowledged { get; } = new(200);

    public static SlackAnswer Busy { get; } = new(503);

    /// <summary>Genuine, but not what Slack's documentation says. Trying again would not help: Socket Mode acknowledges it.</summary>
    public static SlackAnswer Malformed { get; } = new(400);
}
