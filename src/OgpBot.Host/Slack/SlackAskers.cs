using OgpBot.Conversations;

namespace OgpBot.Host.Slack;

/// <summary>Who asks, and the ways to say something unasked there or to them.</summary>
internal static class SlackAskers
{
    /// <param name="channel">C…, G…, or D… for a direct message.</param>
    public static Asker In(string channel, string user) => new(user, channel)
    {
        PlaceRoute = new SlackRoute(SlackRouteKind.Message, channel).Write(),
        PersonRoute = To(user),
        IsAlone = channel.StartsWith('D'),
    };

    /// <summary>In a view, which one person sees alone.</summary>
    public static Asker Alone(string user) => new(user, user) { PlaceRoute = To(user), PersonRoute = To(user), IsAlone = true };

    /// <summary>Slack opens the direct message with a person by their ID.</summary>
    private static string To(string user) => new SlackRoute(SlackRouteKind.Message, user).Write();
}
