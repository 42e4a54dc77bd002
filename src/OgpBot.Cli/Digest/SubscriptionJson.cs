using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Texts;

namespace OgpBot.Cli.Digest;

/// <summary>A subscription for programs, without the person who set it.</summary>
internal static class SubscriptionJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Encoder = ReplyJson.Encoder };

    /// <summary>One line.</summary>
    public static string Write(Subscription subscription) => JsonSerializer.Serialize(
        new
        {
            subscription.Id,
            subscription.Place.Channel,
            subscription.Place.Tenant,
            subscription.Personal,
            Queries = subscription.Queries.ToArray(),
            When = CadenceTexts.In(Language.English).Of(subscription.Cadence),
            State = subscription.State.ToString().ToLowerInvariant(),
            subscription.Reason,
            subscription.NextDue,
            subscription.LastRun,
        },
        Options);
}
