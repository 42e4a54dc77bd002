using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Intents;
using OgpBot.Storage;

namespace OgpBot.Host.Teams;

/// <summary>
/// The bot comes to a place, or leaves it. Two activities tell of its coming, at the same time and in any order: it introduces itself once.
/// </summary>
internal sealed class TeamsWelcome(TeamsOptions options, Outbox outbox, TeamsConversations conversations)
{
    private const int LongestName = 100;

    public async Task<TeamsResponse> HandleAsync(ReceivedActivity activity, TeamsPlace place, CancellationToken cancellationToken)
    {
        if (HasCome(activity))
        {
            return await IntroduceAsync(activity, place, cancellationToken);
        }

        return HasGone(activity) ? await ForgetAsync(activity, place, cancellationToken) : TeamsResponse.Acknowledged;
    }

    public static bool HasGone(ReceivedActivity activity) => activity is { Type: "installationUpdate", Action: "remove" } || Concerns(activity, activity.MembersRemoved);

    private static bool HasCome(ReceivedActivity activity) => activity is { Type: "installationUpdate", Action: "add" } || Concerns(activity, activity.MembersAdded);

    private async Task<TeamsResponse> IntroduceAsync(ReceivedActivity activity, TeamsPlace place, CancellationToken cancellationToken)
    {
        var name = activity.From?.Name is { } from ? PlainText.Cut(PlainText.Line(from), LongestName) : null;
        var welcome = Welcome.To(place.Language, place.IsRoom, name);
        if (TeamsMessages.IsExpected(activity))
        {
            return TeamsMessages.Replies(activity.Type == "installationUpdate" ? [TeamsActivity.Message(welcome, place.Route(null))] : []);
        }

        // Of a team, the channel that it was added to.
        var spot = activity.ChannelData.Member("settings").Member("selectedChannel").Text("id") is { } channel && TeamsPlace.IsId(channel) ? place with { Conversation = channel } : place;
        var message = new Outgoing(spot.Address, TeamsPlace.Write(spot.Route(null)), welcome, MessageClass.Notice);
        var accepted = await outbox.PostAsync(message, [$"{options.MicrosoftAppId}\0{place.Tenant}\0{place.Conversation}\0welcome"], cancellationToken);
        return accepted == Acceptance.Busy ? TeamsResponse.Busy : TeamsResponse.Acknowledged;
    }

    private async Task<TeamsResponse> ForgetAsync(ReceivedActivity activity, TeamsPlace place, CancellationToken cancellationToken)
    {
        try
        {
            await conversations.ForgetAsync(place.Tenant, place.Conversation, place.IsRoom ? null : activity.From?.Id, cancellationToken);
            return TeamsResponse.Acknowledged;
        }
        catch (StateBusyException)
        {
            return TeamsResponse.Busy;
        }
    }

    private static bool Concerns(ReceivedActivity activity, IReadOnlyList<ReceivedAccount?>? members) =>
        activity.Type == "conversationUpdate" && activity.Recipient?.Id is { Length: > 0 } bot && members?.Any(member => member?.Id == bot) == true;
}
