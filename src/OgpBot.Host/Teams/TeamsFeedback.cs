using System.Diagnostics.Metrics;
using System.Text.Json;
using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Intents;
using OgpBot.Texts;
using static OgpBot.Host.Teams.AdaptiveCardElements;

namespace OgpBot.Host.Teams;

/// <summary>The meter <c>OgpBot.Feedback</c>: which kinds of answers people find useful. Who said so is not kept.</summary>
internal sealed class TeamsFeedback(IMeterFactory meters, IReadOnlyList<IIntent> intents)
{
    public const string Verb = "feedback";

    private const string Yes = "yes";

    private readonly Counter<long> given = meters.Create("OgpBot.Feedback").CreateCounter<long>("ogpbot.feedback", "{click}", "Answers that a person found useful or not, by intent.");
    private readonly HashSet<string> names = [.. intents.Select(intent => intent.Name)];

    /// <summary>The last row of a card.</summary>
    public static JsonObject Row(Reply reply)
    {
        var texts = FeedbackTexts.In(reply.Language);
        return With(Columns(
            Column("stretch", Text([Small(texts.Question)])),
            Answer(texts.Yes, Yes, reply),
            Answer(texts.No, "no", reply)), "separator", true);
    }

    /// <summary>Counts a click of the row.</summary>
    /// <param name="data">As the client sends it: not trusted.</param>
    /// <returns>What to thank with; null when it is no such click.</returns>
    public string? Take(JsonElement data)
    {
        if (data.Text(Verb) is not { } useful)
        {
            return null;
        }

        var about = data.Text("about");
        given.Add(1, new("useful", useful == Yes), new("intent", about is not null && names.Contains(about) ? about : "other"));
        return FeedbackTexts.In(data.Text("language") == CardTexts.In(Language.Spanish).Code ? Language.Spanish : Language.English).Thanks;
    }

    private static JsonObject Answer(string label, string useful, Reply reply)
    {
        var action = Action("Action.Execute", label, useful, reply);
        action["verb"] = Verb;
        action["fallback"] = Action("Action.Submit", label, useful, reply);
        return With(Column("auto", Text([Small(label)])), "selectAction", action);
    }

    private static JsonObject Action(string type, string label, string useful, Reply reply) => new()
    {
        ["type"] = type,
        ["title"] = label,
        ["data"] = new JsonObject { [Verb] = useful, ["about"] = reply.Intent, ["language"] = CardTexts.In(reply.Language).Code },
    };
}
