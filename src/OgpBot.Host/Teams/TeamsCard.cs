using System.Text.Json.Nodes;
using OgpBot.Conversations;

namespace OgpBot.Host.Teams;

/// <summary>The card of a reply, for the places where Teams shows one.</summary>
internal static class TeamsCard
{
    /// <summary>The highest version that Teams takes in previews of links and search results.</summary>
    public const string PreviewVersion = "1.3";

    /// <summary>In a chat: whoever reads it can say whether it was useful.</summary>
    public static JsonObject Message(Reply reply)
    {
        var card = AdaptiveCardRenderer.Render(reply);
        if (reply.Query is null)
        {
            return card;
        }

        // The card's own actions would come below the row, which is the last thing that one is asked.
        var body = card["body"]!.AsArray();
        if (card.Remove("actions", out var actions))
        {
            body.Add(new JsonObject { ["type"] = "ActionSet", ["actions"] = actions });
        }

        body.Add(TeamsFeedback.Row(reply));
        return card;
    }

    /// <summary>
    /// In somebody's own message, where the bot may not be a member: nothing there can be clicked but links. Older than universal actions and headings.
    /// </summary>
    public static JsonObject Preview(Reply reply)
    {
        var card = AdaptiveCardRenderer.Render(reply);
        card["version"] = PreviewVersion;
        Reduce(card);
        return card;
    }

    private static void Reduce(JsonNode? node)
    {
        if (node is JsonArray list)
        {
            foreach (var gone in list.Where(IsGone).ToArray())
            {
                list.Remove(gone);
            }

            foreach (var each in list)
            {
                Reduce(each);
            }
        }
        else if (node is JsonObject element)
        {
            if (IsGone(element["selectAction"]))
            {
                element.Remove("selectAction");
            }

            if ((string?)element["style"] == "heading")
            {
                element.Remove("style");
            }

            foreach (var member in element.Select(member => member.Value).ToArray())
            {
                Reduce(member);
            }
        }
    }

    private static bool IsGone(JsonNode? node) => node is JsonObject element && (string?)element["type"] switch
    {
        "Action.Execute" => true,
        "ActionSet" => element["actions"]!.AsArray().All(IsGone),
        _ => false,
    };
}
