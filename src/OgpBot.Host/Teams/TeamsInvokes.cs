using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Teams;

/// <summary>What is answered inside the response, without a queue: clicks on cards, searches, links.</summary>
internal sealed class TeamsInvokes(Bot bot, TeamsSearch search, TeamsFeedback feedback)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    /// <param name="place">Null where the activity does not tell: links are previewed also for people who do not have the app, and of them nothing is told.</param>
    public async Task<TeamsResponse> HandleAsync(ReceivedActivity activity, TeamsPlace? place, CancellationToken cancellationToken)
    {
        var (value, language) = (activity.Value, place?.Language ?? Language.English);
        return activity.Name switch
        {
            "adaptiveCard/action" when place is null => TeamsResponse.Malformed,
            "adaptiveCard/action" => TeamsResponse.Of(await ClickAsync(value.Member("action"), place, cancellationToken)),
            "composeExtension/query" => TeamsResponse.Of(await search.FindAsync(value, language, cancellationToken)),
            "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" => TeamsResponse.Of(await search.PreviewAsync(value.Text("url"), language, cancellationToken)),
            "composeExtension/selectItem" => TeamsResponse.Of(await search.OpenAsync(value.Text("says"), language, cancellationToken)),
            _ => TeamsResponse.Unknown,
        };
    }

    /// <summary>The answer takes the place of the card that was clicked. The HTTP status is 200 in any case: the client reads the one inside.</summary>
    private async Task<JsonObject> ClickAsync(JsonElement action, TeamsPlace place, CancellationToken cancellationToken)
    {
        var data = action.Member("data");
        if (action.Text("type") != "Action.Execute")
        {
            return Refusal("The value holds no action of type Action.Execute.");
        }

        if (action.Text("verb") == TeamsFeedback.Verb)
        {
            return feedback.Take(data) is { } thanks ? Answer(200, "application/vnd.microsoft.activity.message", thanks) : Refusal("The action's data holds no feedback.");
        }

        if (data.Text("says") is not { Length: > 0 and <= TeamsText.Longest } says)
        {
            return Refusal("The action's data says nothing.");
        }

        var reply = await bot.AnswerAsync(new Utterance(says, place.Address, place.Language) { Asker = place.Asker }, cancellationToken);
        return Answer(200, CardType, TeamsCard.Message(reply));
    }

    private static JsonObject Refusal(string message) => Answer(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    private static JsonObject Answer(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
