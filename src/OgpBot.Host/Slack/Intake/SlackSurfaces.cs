using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Reading;

namespace OgpBot.Host.Slack;

/// <summary>What is shown without being asked: a home page to who opens it, a preview of links that somebody posted.</summary>
internal sealed class SlackSurfaces(Outbox outbox, SlackOptions options)
{
    /// <summary>Links of one message that get a preview; Slack shows no more than five by itself.</summary>
    private const int MostLinks = 5;

    /// <summary>The home page says what the bot can do, so that nobody gets a message that was not asked for.</summary>
    public async Task<SlackAnswer> OpenHomeAsync(SlackEvent opened, SlackOrigin origin, string? eventId, CancellationToken cancellationToken)
    {
        if (opened.User is not { } user)
        {
            return SlackAnswer.Malformed;
        }

        if (opened.Tab is not (null or "home"))
        {
            return SlackAnswer.Acknowledged;
        }

        var route = new SlackRoute(SlackRouteKind.Home, user) { User = user, Welcome = opened.View is null };
        return await PostAsync(new(origin.At($"home/{user}"), route.Write(), new Reply(""), MessageClass.Surface), eventId is null ? [] : [origin.Key("event", eventId)], cancellationToken);
    }

    /// <summary>What the person follows has changed: their page shows it the next time they look.</summary>
    public Task<SlackAnswer> RefreshHomeAsync(string user, SlackOrigin origin, CancellationToken cancellationToken) =>
        PostAsync(new(origin.At($"home/{user}"), new SlackRoute(SlackRouteKind.Home, user) { User = user }.Write(), new Reply(""), MessageClass.Surface), [], cancellationToken);

    public async Task<SlackAnswer> PreviewLinksAsync(SlackEvent shared, SlackOrigin origin, string? eventId, CancellationToken cancellationToken)
    {
        if (shared is not { Channel: { } channel, MessageTs: { } message, Links: { } links })
        {
            return SlackAnswer.Malformed;
        }

        string[] urls = [.. links.Where(link => link is { Url: { } url } && RecordLink.Read(url, options.UnfurlDomain) is not null).Select(link => link.Url!).Distinct(StringComparer.Ordinal).Take(MostLinks)];
        if (urls.Length == 0 || shared.User == origin.BotUser)
        {
            return SlackAnswer.Acknowledged;
        }

        var route = new SlackRoute(SlackRouteKind.Unfurl, channel, shared.ThreadTs) { Unfurl = new(message, shared.UnfurlId, shared.Source, urls) };
        // A draft and the message that it becomes are two previews: their IDs differ.
        List<DedupKey> keys = [origin.Key("unfurl", [channel, message, shared.UnfurlId, .. urls])];
        keys.AddRange(eventId is null ? [] : [origin.Key("event", eventId)]);
        return await PostAsync(new(origin.At($"{channel}/{message}"), route.Write(), new Reply(""), MessageClass.Surface), keys, cancellationToken);
    }

    private async Task<SlackAnswer> PostAsync(Outgoing message, IReadOnlyList<DedupKey> keys, CancellationToken cancellationToken) =>
        await outbox.PostAsync(message, keys, cancellationToken) == Acceptance.Busy ? SlackAnswer.Busy : SlackAnswer.Acknowledged;
}
