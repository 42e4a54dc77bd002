namespace OgpBot.Host.Teams;

/// <summary>Hands each activity to who knows what to do with it. What nobody knows is acknowledged: Teams has kinds that a bot need not care for.</summary>
internal sealed class TeamsActivities(TeamsMessages messages, TeamsInvokes invokes, TeamsWelcome welcome, TeamsConversations conversations)
{
    /// <param name="activity">Its sender was verified.</param>
    public async Task<TeamsResponse> HandleAsync(ReceivedActivity activity, CancellationToken cancellationToken)
    {
        var place = TeamsPlace.Of(activity);
        if (place is not null && !TeamsWelcome.HasGone(activity))
        {
            conversations.Seen(place.Tenant, place.Route(null), !place.IsRoom && TeamsPlace.IsId(activity.From?.Id) ? activity.From!.Id : null);
        }

        return activity.Type switch
        {
            "invoke" => await invokes.HandleAsync(activity, place, cancellationToken),
            "message" or "conversationUpdate" or "installationUpdate" when place is null => TeamsResponse.Malformed,
            "message" => await messages.HandleAsync(activity, place!, cancellationToken),
            "conversationUpdate" or "installationUpdate" => await welcome.HandleAsync(activity, place!, cancellationToken),

            // Reactions, typing, edits and whatever comes one day.
            _ => TeamsMessages.IsExpected(activity) ? TeamsMessages.Replies([]) : TeamsResponse.Acknowledged,
        };
    }
}
