using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Host.Slack;

/// <summary>Slack as the outbox sees it.</summary>
internal sealed class SlackChannel(SlackTokens tokens, SlackClient client, SlackPosts posts, SlackHome home, SlackUnfurls unfurls, SlackSearches searches, SlackOptions options) : IChannel
{
    public string Name => SlackNames.Channel;

    public ChannelLimits Limits { get; } = new(
        [new Rate(options.MessagesPerSecond, TimeSpan.FromSeconds(1))],
        [new Rate(options.WorkspaceMessagesPerMinute, TimeSpan.FromMinutes(1))]);

    public string PlaceOf(Outgoing message) => SlackRoute.Read(message.Route).Channel;

    public string HostOf(Outgoing message) => options.Api.Host;

    /// <summary>History may be read in direct messages alone: anywhere else it would take scopes that a look-up has no business with.</summary>
    public ChannelPromise PromiseOf(Outgoing message)
    {
        var route = SlackRoute.Read(message.Route);
        return new(Idempotent: route.Kind != SlackRouteKind.Message || message.Replaces is not null, Reconcilable: route is { Kind: SlackRouteKind.Message, IsDirect: true });
    }

    public async Task<Outcome> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var route = SlackRoute.Read(message.Route);
        if (route is { Kind: SlackRouteKind.Message, User: { } person } && message is { Class: MessageClass.Answer, Reply.Query: { } query })
        {
            // While the message is on its way: afterwards nothing may stand between the outcome and its record.
            searches.Note(message.Address.Tenant, person, query);
        }

        return await ActAsync(message, access => route.Kind switch
        {
            SlackRouteKind.Message => posts.PostAsync(access, route, message, cancellationToken),
            SlackRouteKind.Home => PublishAsync(access, route, cancellationToken),
            SlackRouteKind.Unfurl => UnfurlAsync(access, route, cancellationToken),
            _ => Task.FromResult<Outcome>(new Outcome.Refused("unknown_route")),
        }, cancellationToken);
    }

    public Task<Outcome> UpdateAsync(Outgoing message, string messageId, CancellationToken cancellationToken) =>
        ActAsync(message, access => posts.UpdateAsync(access, SlackRoute.Read(message.Route), message, messageId, cancellationToken), cancellationToken);

    public Task<Outcome> FindAsync(Outgoing message, CancellationToken cancellationToken) =>
        ActAsync(message, access => posts.FindAsync(access, SlackRoute.Read(message.Route), message, cancellationToken), cancellationToken);

    /// <summary>Nothing: Slack has no typing indicator for the Web API; its assistant threads have a status, for apps of that kind.</summary>
    public Task ShowTypingAsync(Address address, string route, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>With the token of the message's own workspace, which is renewed when Slack says that it has ended.</summary>
    private async Task<Outcome> ActAsync(Outgoing message, Func<SlackAccess, Task<Outcome>> act, CancellationToken cancellationToken)
    {
        var team = message.Address.Tenant;
        var access = await tokens.OfAsync(team, cancellationToken);
        if (access.Body is not { } may)
        {
            return access.Trouble!;
        }

        var outcome = await act(may);
        if (SlackErrors.IsOfToken(outcome))
        {
            tokens.Doubt(may.Token);
        }

        if (outcome is not Outcome.Refused { Reason: SlackErrors.TokenExpired })
        {
            return outcome;
        }

        var renewed = await tokens.RenewAsync(team, may.Token.Value);
        return renewed.Body is { } fresh && fresh.Token != may.Token ? await act(fresh) : renewed.Trouble ?? outcome;
    }

    private async Task<Outcome> PublishAsync(SlackAccess access, SlackRoute route, CancellationToken cancellationToken)
    {
        var view = await home.DrawAsync(access.Token.Team, route.Channel, route.Welcome, cancellationToken);
        var published = await client.WriteAsync(
            access.Token, "views.publish", new JsonObject { ["user_id"] = route.Channel, ["view"] = view }, SlackApiJson.Default.SlackBody, cancellationToken);
        return published.Trouble ?? new Outcome.Sent(null);
    }

    private async Task<Outcome> UnfurlAsync(SlackAccess access, SlackRoute route, CancellationToken cancellationToken)
    {
        if (route.Unfurl is not { } links || await unfurls.DrawAsync(links.Urls, cancellationToken) is not { Count: > 0 } drawn)
        {
            // No link of ours: they are left alone.
            return new Outcome.Sent(null);
        }

        var arguments = links is { UnfurlId: { } id, Source: { } source }
            ? new JsonObject { ["unfurl_id"] = id, ["source"] = source, ["unfurls"] = drawn }
            : new JsonObject { ["channel"] = route.Channel, ["ts"] = links.MessageTs, ["unfurls"] = drawn };
        var unfurled = await client.WriteAsync(access.Token, "chat.unfurl", arguments, SlackApiJson.Default.SlackBody, cancellationToken);
        return unfurled.Trouble switch
        {
            null => new Outcome.Sent(null),
            // The draft was given up, or the message deleted: there is nothing left to preview.
            Outcome.Refused { Reason: "cannot_unfurl_message" } => new Outcome.Sent(null),
            { } trouble => trouble,
        };
    }
}
