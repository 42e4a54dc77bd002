using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Host.Operations;
using OgpBot.Reading;

namespace OgpBot.Host.Teams;

/// <summary>Where an activity happened, and in which language people there read.</summary>
internal sealed record TeamsPlace(string Tenant, string Conversation, string ServiceUrl, string? BotId, string? Locale)
{
    private const int LongestId = 512;

    /// <summary>Several people: the bot answers when it is mentioned.</summary>
    public bool IsRoom { get; private init; }

    public Address Address => new(TeamsRegistration.Channel, Tenant, Conversation);

    /// <summary>Null when the activity does not say who.</summary>
    public Asker? Asker { get; private init; }

    public Language? Language => PreferredLanguage.Named(Locale);

    /// <summary>Null when the activity does not say.</summary>
    public static TeamsPlace? Of(ReceivedActivity activity) =>
        activity is { ServiceUrl: { } service, Conversation: { Id: { } id } conversation } && IsId(id)
            ? new(conversation.TenantId ?? activity.ChannelData.Member("tenant").Text("id") ?? "", id, service, activity.Recipient?.Id, LocaleOf(activity))
            {
                IsRoom = IsShared(conversation),
                Asker = AskerOf(activity, id, !IsShared(conversation)),
            }
            : null;

    /// <summary>IDs are kept and sent back: they are short, and hold nothing that cannot be seen.</summary>
    public static bool IsId(string? id) => id is { Length: > 0 and <= LongestId } && !id.Any(char.IsControl);

    /// <param name="replyTo">The activity that is answered; null for what is said unasked.</param>
    public TeamsRoute Route(string? replyTo) => new(ServiceUrl, Conversation, replyTo, BotId, Locale);

    public static string Write(TeamsRoute route) => JsonSerializer.Serialize(route, TeamsJson.Default.TeamsRoute);

    private static bool IsShared(ReceivedConversation conversation) => conversation is { IsGroup: true } or { ConversationType: "channel" or "groupChat" };

    private static Asker? AskerOf(ReceivedActivity activity, string conversation, bool isAlone) => activity.From?.Id is { } person && IsId(person)
        ? new(person, TeamsThread.ChannelOf(conversation)) { PlaceRoute = TeamsChannel.LastWay, PersonRoute = TeamsChannel.LastWay, IsAlone = isAlone, Zone = ZoneOf(activity) }
        : null;

    private static string? ZoneOf(ReceivedActivity activity) =>
        Zones.Of(activity.LocalTimezone) ?? activity.Entities.Members().Select(entity => Zones.Of(entity.Text("timezone"))).FirstOrDefault(zone => zone is not null);

    private static string? LocaleOf(ReceivedActivity activity) =>
        activity.Locale ?? activity.Entities.Members().Select(entity => entity.Text("locale")).FirstOrDefault(locale => locale is not null);
}
