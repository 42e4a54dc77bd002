using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Host.Teams;

namespace OgpBot.Host.Api;

/// <summary>An answer, as data and as a card for each channel.</summary>
/// <param name="Intent">What answered, verb first: find-commitments.</param>
/// <param name="Language">en or es: the language of the bot's own words.</param>
/// <param name="Query">How the question was read, as a query that can be sent again; null where there is none.</param>
/// <param name="Text">The plain twin of the whole card.</param>
/// <param name="Total">Records on all pages together; null where nothing is counted.</param>
/// <param name="Items">The records of this page, in the order shown.</param>
/// <param name="Choices">The next sensible steps: send "says" as if it were typed.</param>
/// <param name="AdaptiveCard">The answer as an Adaptive Card 1.5.</param>
/// <param name="Blocks">The answer as Slack blocks.</param>
internal sealed record ChatReply(
    string ConversationId,
    string Intent,
    string Language,
    string? Query,
    string Text,
    int? Total,
    int Page,
    int Pages,
    IReadOnlyList<ItemJson> Items,
    IReadOnlyList<ChoiceJson> Choices,
    JsonObject AdaptiveCard,
    JsonArray Blocks)
{
    public static ChatReply Of(string conversationId, Reply reply) => ReplyJson.Of(reply) switch
    {
        var neutral => new(
            conversationId, neutral.Intent, neutral.Language, neutral.Query, neutral.Text, neutral.Total, neutral.Page, neutral.Pages,
            neutral.Items, neutral.Choices, AdaptiveCardRenderer.Render(reply), BlockKitRenderer.Render(reply)),
    };
}
