using System.Collections.Concurrent;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Digests;

namespace OgpBot.Host.Slack;

/// <summary>Asks Slack for what it does not tell by itself: a person's time zone, and whether the bot is in a channel. Without the scope for it nothing is asked.</summary>
internal sealed class SlackPlatform(SlackTokens tokens, SlackClient client) : IPlatform
{
    // Then all are asked anew: people travel.
    private const int MostKept = 1_000;

    /// <summary>Somebody waits for the preview, and Slack for the answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<(string Team, string Person), string> zones = [];

    public string Channel => SlackNames.Channel;

    public async Task<string?> ZoneOfAsync(string tenant, Asker asker, CancellationToken cancellationToken)
    {
        if (zones.TryGetValue((tenant, asker.Person), out var known))
        {
            return known;
        }

        var told = await AskAsync(tenant, ["users:read"], "users.info", new("user", asker.Person), SlackApiJson.Default.SlackUserBody, cancellationToken);
        if (told.Body?.User?.Tz is not { Length: > 0 } zone)
        {
            return null;
        }

        if (zones.Count >= MostKept)
        {
            zones.Clear();
        }

        return zones[(tenant, asker.Person)] = zone;
    }

    public async Task<bool?> MaySpeakAsync(string tenant, Asker asker, CancellationToken cancellationToken)
    {
        if (asker.IsAlone)
        {
            return true;
        }

        var told = await AskAsync(tenant, ["channels:read", "groups:read"], "conversations.info", new("channel", asker.Place), SlackApiJson.Default.SlackConversationBody, cancellationToken);
        return told switch
        {
            { Body.Channel.IsMember: { } member } => member,
            { Trouble: Outcome.Refused { Reason: "channel_not_found" } } => false,
            _ => null,
        };
    }

    /// <param name="scopes">Any of them lets us ask.</param>
    private async Task<SlackResult<T>> AskAsync<T>(
        string team, string[] scopes, string method, KeyValuePair<string, string> argument, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type, CancellationToken cancellationToken)
        where T : SlackBody
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            var access = await tokens.OfAsync(team, patience.Token);
            return access.Body is not { } may ? access.Trouble!
                : may.Scopes.Count > 0 && !scopes.Any(may.Scopes.Contains) ? new Outcome.Refused("missing_scope")
                : await client.ReadAsync(may.Token, method, [argument], type, patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new Outcome.Later(null, "no answer in time");
        }
    }
}
