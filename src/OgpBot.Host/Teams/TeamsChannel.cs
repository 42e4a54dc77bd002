using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Delivery;

namespace OgpBot.Host.Teams;

/// <summary>
/// The way out to Teams. A message without a way of its own (<c>{}</c>) takes the last way to its conversation, which may be a person: the chat
/// with them is made if need be.
/// </summary>
internal sealed class TeamsChannel(TeamsClient client, TeamsConversations conversations) : IChannel
{
    /// <summary>A route that leaves the way to <see cref="TeamsConversations"/>.</summary>
    public const string LastWay = "{}";

    // Neither is a word of Microsoft's contract, but all its IDs of people begin so.
    private const string Person = "29:";

    public string Name => TeamsRegistration.Channel;

    /// <summary>As Microsoft's page "Optimize your bot with rate limiting in Teams" gives them, for one bot in one conversation, and for all of a tenant.</summary>
    public ChannelLimits Limits { get; } = new(
        [new(7, TimeSpan.FromSeconds(1)), new(8, TimeSpan.FromSeconds(2)), new(60, TimeSpan.FromSeconds(30)), new(1_800, TimeSpan.FromHours(1))],
        [new(50, TimeSpan.FromSeconds(1))]);

    public string PlaceOf(Outgoing message) => message.Address.Conversation;

    public string HostOf(Outgoing message) =>
        Uri.TryCreate(Read(message.Route)?.ServiceUrl, UriKind.Absolute, out var service) ? service.Host : Name;

    /// <summary>The connector takes no key of ours, and a bot may not read what was said.</summary>
    public ChannelPromise PromiseOf(Outgoing message) => new(Idempotent: false, Reconcilable: false);

    public async Task<Outcome> SendAsync(Outgoing message, CancellationToken cancellationToken)
    {
        var (route, problem) = await RouteAsync(message.Address, message.Route, cancellationToken);
        return route is null ? problem! : await PostAsync(message, route, cancellationToken);
    }

    public async Task<Outcome> UpdateAsync(Outgoing message, string messageId, CancellationToken cancellationToken)
    {
        var (route, problem) = await RouteAsync(message.Address, message.Route, cancellationToken);
        if (route is null)
        {
            return problem!;
        }

        return await client.PutAsync(route, TeamsActivity.Message(message.Reply, route), messageId, cancellationToken) switch
        {
            // A message that is gone, or cannot be changed: the answer is said anew.
            Outcome.Refused => await PostAsync(message, route, cancellationToken),
            // The same content in the same place again does no harm.
            Outcome.Unknown unknown => new Outcome.Later(null, unknown.Reason),
            var outcome => outcome,
        };
    }

    public Task<Outcome> FindAsync(Outgoing message, CancellationToken cancellationToken) =>
        Task.FromResult<Outcome>(new Outcome.Unknown("Teams cannot be asked"));

    public async Task ShowTypingAsync(Address address, string route, CancellationToken cancellationToken)
    {
        if (await RouteAsync(address, route, cancellationToken) is { Route: { } way })
        {
            await client.PostAsync(way, TeamsActivity.Typing(way), cancellationToken);
        }
    }

    private async Task<Outcome> PostAsync(Outgoing message, TeamsRoute route, CancellationToken cancellationToken)
    {
        var activity = TeamsActivity.Message(message.Reply, route);
        var outcome = await client.PostAsync(route, activity, cancellationToken);

        // A card that is refused (too large, a client of another kind) is said in words.
        return activity.Attachments is not null && outcome is Outcome.Refused { Reason: var reason } && (reason.StartsWith("400", StringComparison.Ordinal) || reason.StartsWith("413", StringComparison.Ordinal))
            ? await client.PostAsync(route, TeamsActivity.Words(message.Reply, route), cancellationToken)
            : outcome;
    }

    /// <summary>The message's own way, at the address that was seen last; else the last way to its conversation.</summary>
    private async Task<(TeamsRoute? Route, Outcome? Problem)> RouteAsync(Address address, string json, CancellationToken cancellationToken)
    {
        var known = await conversations.FindAsync(address.Tenant, address.Conversation, cancellationToken);
        return Read(json) is { ServiceUrl.Length: > 0 } own ? (own with { ServiceUrl = known?.ServiceUrl ?? own.ServiceUrl }, null)
            : known is not null ? (known, null)
            : address.Conversation.StartsWith(Person, StringComparison.Ordinal) ? await MeetAsync(address, cancellationToken)
            : (null, new Outcome.Refused("the bot was never there"));
    }

    /// <summary>The first words to somebody whom the bot knows from a channel only.</summary>
    private async Task<(TeamsRoute? Route, Outcome? Problem)> MeetAsync(Address address, CancellationToken cancellationToken)
    {
        if (await conversations.FindAnyAsync(address.Tenant, cancellationToken) is not { } way)
        {
            return (null, new Outcome.Refused("the bot was never in this tenant"));
        }

        switch (await client.OpenChatAsync(way, address.Tenant, address.Conversation, cancellationToken))
        {
            case Outcome.Sent { MessageId: { } chat }:
                var route = way with { ConversationId = chat, ReplyToId = null };
                conversations.Seen(address.Tenant, route, address.Conversation);
                return (route, null);
            case Outcome.Sent:
                return (null, new Outcome.Refused("no ID of the chat"));
            case Outcome.Unknown unknown:
                // Asking for the same chat once more does no harm.
                return (null, new Outcome.Later(null, unknown.Reason));
            case var other:
                return (null, other);
        }
    }

    private static TeamsRoute? Read(string json) => JsonSerializer.Deserialize(json, TeamsJson.Default.TeamsRoute);
}
