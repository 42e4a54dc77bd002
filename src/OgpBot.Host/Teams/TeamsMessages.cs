using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Delivery;
using OgpBot.Texts;

namespace OgpBot.Host.Teams;

/// <summary>What people say: stored, then acknowledged. Answered at once where the replies belong in the response.</summary>
internal sealed class TeamsMessages(TeamsOptions options, Inbox inbox, Bot bot, TeamsFeedback feedback)
{
    private const string OwnCards = "application/vnd.microsoft.card.";

    public async Task<TeamsResponse> HandleAsync(ReceivedActivity activity, TeamsPlace place, CancellationToken cancellationToken)
    {
        if (WhatIsSaid(activity, place) is not { } text)
        {
            return IsExpected(activity) ? Replies([]) : TeamsResponse.Acknowledged;
        }

        var utterance = new Utterance(text, place.Address, place.Language) { Asker = place.Asker };
        if (IsExpected(activity))
        {
            var reply = await bot.AnswerAsync(utterance, cancellationToken);
            return Replies([TeamsActivity.Message(reply, place.Route(activity.Id))]);
        }

        if (!TeamsPlace.IsId(activity.Id))
        {
            return TeamsResponse.Malformed;
        }

        var incoming = new Incoming(utterance, [KeyOf(place, activity.Id)], TeamsPlace.Write(place.Route(activity.Id)), ClickedCard(activity));
        return await inbox.AcceptAsync(incoming, cancellationToken) == Acceptance.Busy ? TeamsResponse.Busy : TeamsResponse.Acknowledged;
    }

    // Microsoft numbers messages by their time.
    private DedupKey KeyOf(TeamsPlace place, string? id) =>
        new($"{options.MicrosoftAppId}\0{place.Tenant}\0{place.Conversation}\0{id}", long.TryParse(id, NumberStyles.None, CultureInfo.InvariantCulture, out var order) ? order : 0);

    public static bool IsExpected(ReceivedActivity activity) => activity.DeliveryMode == "expectReplies";

    public static TeamsResponse Replies(IEnumerable<TeamsActivity> replies) => TeamsResponse.Of(new JsonObject
    {
        ["activities"] = new JsonArray([.. replies.Select(reply => JsonSerializer.SerializeToNode(reply, TeamsJson.Wire.TeamsActivity))]),
    });

    /// <summary>Null when nobody speaks to the bot: its own words, talk among others, a card that somebody shares.</summary>
    private string? WhatIsSaid(ReceivedActivity activity, TeamsPlace place)
    {
        if (activity.From?.Id is { } speaker && speaker == place.BotId)
        {
            return null;
        }

        var text = TeamsText.Of(activity);
        if (text.Length == 0 && activity.Value.ValueKind == JsonValueKind.Object)
        {
            return feedback.Take(activity.Value) is null ? Clicked(activity) : null;
        }

        var mentioned = TeamsText.MentionsBot(activity);
        return place.IsRoom && !mentioned ? null
            : text.Length > 0 ? text
            : mentioned ? TalkTexts.In(place.Language ?? Language.English).HelpWord
            : activity.Attachments.Members().Any(IsCard) ? null
            : text;
    }

    /// <summary>What a choice says, from a client without universal actions. It is as good as typed, and no more.</summary>
    private static string? Clicked(ReceivedActivity activity) => activity.Value.Text("says") is { Length: > 0 and <= TeamsText.Longest } says ? says : null;

    private static string? ClickedCard(ReceivedActivity activity) =>
        string.IsNullOrEmpty(activity.Text) && Clicked(activity) is not null && TeamsPlace.IsId(activity.ReplyToId) ? activity.ReplyToId : null;

    private static bool IsCard(JsonElement attachment) => attachment.Text("contentType")?.StartsWith(OwnCards, StringComparison.OrdinalIgnoreCase) == true;
}
