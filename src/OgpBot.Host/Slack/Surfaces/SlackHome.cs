using System.Text.Json.Nodes;
using OgpBot.Conversations;
using OgpBot.Reading;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>The Home tab of one person: what the bot can do, with examples to click, and what that person asked last.</summary>
internal sealed class SlackHome(Bot bot, SlackSearches searches)
{
    // Of the other language: enough to show that it is spoken.
    private const int OtherExamples = 3;

    /// <param name="welcome">This person sees it for the first time.</param>
    public async Task<JsonObject> DrawAsync(string team, string person, bool welcome, CancellationToken cancellationToken)
    {
        var texts = SlackHomeTexts.In(Language.English);
        var other = SlackHomeTexts.In(Language.Spanish);
        var help = await HelpAsync(Language.English, cancellationToken);
        var ayuda = await HelpAsync(Language.Spanish, cancellationToken);
        JsonObject[] blocks =
        [
            .. welcome ? [RichText(Section(Text(texts.Welcome))), RichText(Section(Text(other.Welcome))), Divider()] : (JsonObject[])[],
            .. BlockKitRenderer.Render(help).Select(block => (JsonObject)block!.DeepClone()),
            Actions([Find(texts)]),
            Context(texts.Where),
            .. Recent(await searches.RecentAsync(team, person, cancellationToken), texts),
            Divider(),
            Header(other.AlsoHere),
            RichText(Section(Text(ayuda.Text))),
            Actions(ayuda.Choices.Take(OtherExamples).Select((choice, index) => Button($"{SlackNames.Says}other-{index}", choice.Label, choice.Says))),
        ];
        return new JsonObject { ["type"] = "home", ["blocks"] = Array(blocks) };
    }

    private Task<Reply> HelpAsync(Language language, CancellationToken cancellationToken) =>
        bot.AnswerAsync(new Question { Verb = Verb.Help, Language = language }, cancellationToken);

    private static IEnumerable<JsonObject> Recent(IReadOnlyList<string> queries, SlackHomeTexts texts) => queries.Count == 0
        ? []
        :
        [
            Divider(),
            Header(texts.Recent),
            Actions(queries.Select((query, index) => Button($"{SlackNames.Says}recent-{index}", query, query))),
            Context(texts.KeptForADay),
        ];

    private static JsonObject Find(SlackHomeTexts texts)
    {
        var button = Button(SlackNames.OpenFind, texts.Find, SlackNames.OpenFind);
        button["style"] = "primary";
        return button;
    }

    private static JsonObject Divider() => new() { ["type"] = "divider" };
}
