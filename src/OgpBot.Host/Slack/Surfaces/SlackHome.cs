using System.Text.Json.Nodes;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Reading;
using OgpBot.Texts;
using static OgpBot.Host.Slack.BlockKitElements;

namespace OgpBot.Host.Slack;

/// <summary>The Home tab of one person: what the bot can do, with examples to click, what that person follows, and what they asked last.</summary>
internal sealed class SlackHome(Bot bot, SlackSearches searches)
{
    // Of the other language: enough to show that it is spoken.
    private const int OtherExamples = 3;

    /// <summary>Followed things that are shown in full.</summary>
    private const int MostFollowed = 5;

    /// <summary>Another day, pause or resume, stop.</summary>
    private const int StepsOfOne = 3;

    private static readonly string FollowedQuery = CanonicalQuery.Print(new Question { Verb = Verb.Subscriptions });

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
            Divider(),
            Header(texts.Following),
            .. await FollowedAsync(team, person, cancellationToken),
            .. Recent(await searches.RecentAsync(team, person, cancellationToken), texts),
            Divider(),
            Header(other.AlsoHere),
            RichText(Section(Text(ayuda.Text))),
            Actions(ayuda.Choices.Take(OtherExamples).Select((choice, index) => Button($"{SlackNames.Says}other-{index}", choice.Label, choice.Says))),
        ];
        return new JsonObject { ["type"] = "home", ["blocks"] = Array(blocks) };
    }

    /// <summary>What this person follows alone, each with what can be done with it; else how to begin.</summary>
    private async Task<IReadOnlyList<JsonObject>> FollowedAsync(string team, string person, CancellationToken cancellationToken)
    {
        var listed = await AskAsync(FollowedQuery, team, person, cancellationToken);
        List<JsonObject> blocks = [RichText(Section(Text(listed.Text)))];
        var items = listed.Items.ToList();
        if (items.Count == 0 && listed.Choices.Count > 0)
        {
            blocks.Add(Actions(listed.Choices.Take(MostFollowed).Select((choice, index) => Button($"{SlackNames.Says}follow-{index}", choice.Label, choice.Says))));
        }

        foreach (var (index, item) in items.Take(MostFollowed).Index())
        {
            var one = await AskAsync(item.Says!, team, person, cancellationToken);
            blocks.Add(RichText(Section(Bold(PlainText.Filled(PlainText.Cut(PlainText.Line(item.Title), MostHeader))))));
            blocks.Add(Context(string.Join(" · ", item.Details)));
            blocks.Add(Actions(one.Choices.Take(StepsOfOne).Select((choice, step) => Button($"{SlackNames.Says}follow-{index}-{step}", choice.Label, choice.Says))));
        }

        if (items.Count > MostFollowed)
        {
            blocks.Add(Actions([Button($"{SlackNames.Says}follow-all", CardTexts.In(Language.English).AndMore(items.Count - MostFollowed), FollowedQuery)]));
        }

        return blocks;
    }

    private Task<Reply> AskAsync(string query, string team, string person, CancellationToken cancellationToken) => bot.AnswerAsync(
        CanonicalQuery.Parse(query, new Vocabulary())! with { Asker = SlackAskers.Alone(person), Address = new Address(SlackNames.Channel, team, person) }, cancellationToken);

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
