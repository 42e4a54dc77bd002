using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Teams;

/// <summary>What is answered inside the response, without a queue: clicks on cards, searches, links.</summary>
internal sealed class TeamsInvokes(Bot bot, TeamsSearch search, TeamsFeedback feedback)
{
    private const string CardType = "application/vnd.microsoft.card.adaptive";

    public async Task<TeamsResponse> HandleAsync(ReceivedActivity activity, TeamsPlace place, CancellationToken cancellationToken) => activity.Name switch
    {
        "adaptiveCard/action" => TeamsResponse.Of(await ClickAsync(activity.Value.Member("action"), place, cancellationToken)),
        "composeExtension/query" => TeamsResponse.Of(await search.FindAsync(activity.Value, place.Language ?? Language.English, cancellationToken)),
        "composeExtension/queryLink" or "composeExtension/anonymousQueryLink" =>
            TeamsResponse.Of(await search.PreviewAsync(activity.Value.Text("url"), place.Language ?? Language.English, cancellationToken)),
        "composeExtension/selectItem" => TeamsResponse.Of(await search.OpenAsync(activity.Value.Text("says"), place.Language ?? Language.English, cancellationToken)),
        _ => TeamsResponse.Unknown,
    };

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

        var reply = await bot.AnswerAsync(new Utterance(says, place.Address, place.Language), cancellationToken);
        return Answer(200, CardType, TeamsCard.Message(reply));
    }

    private static JsonObject Refusal(string message) => Answer(400, "application/vnd.microsoft.error", new JsonObject { ["code"] = "BadRequest", ["message"] = message });

    private static JsonObject Answer(int status, string type, JsonNode value) => new() { ["statusCode"] = status, ["type"] = type, ["value"] = value };
}
