using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Tests.Conversations;
using OgpBot.Tests.Reading;
using static OgpBot.Tests.Slack.Intake.Payloads;

namespace OgpBot.Tests.Slack.Intake;

public sealed class HostileTextTests
{
    /// <summary>The committed run is short; OGPBOT_HOSTILE_TEXTS asks for more.</summary>
    private static readonly int Texts = int.TryParse(Environment.GetEnvironmentVariable("OGPBOT_HOSTILE_TEXTS"), out var texts) ? texts : 500;

    private static readonly Gen<string> Any = Gen.OneOf(GeneratedReplies.Texts, HostileText.Any, Gen.OneOf(
        "<!channel>", "<!here|here>", "<!everyone>", "<@U012ABC>", "<#C012|x>", "<!subteam^S1>", "<https://evil.example|ogp>", "<mailto:x@y.z>", "&lt;!channel&gt;", "&amp;lt;!here&amp;gt;",
        "*bold* _it_ ~no~ `code` ```block```", ":wave:", "@channel @here", "https://evil.example", ">quote", "• list", "\u202E<!here>"));

    /// <summary>One text in every place where a person's or the source's words can stand.</summary>
    [Fact]
    public void No_text_becomes_a_mention_a_link_or_formatting() => Any.Sample(
        text =>
        {
            var item = new Item(ItemKind.Commitment, text, text) { Details = [text], Areas = [text], Says = text, Url = text };
            var reply = new Reply(text, new Heading(text), new Prose(text), new Note(text), new Quote(text, text), new Facts([new(text, text)]), new Detail(item, [new(text, text)]),
                new Listing([item]), new Chart(text, [new(text, 3)]), new Grid(text, [text], [new(text, [text])]))
            {
                Query = text,
                Choices = [new(text, text)],
                Pages = 3,
            };
            JsonObject[] templates =
            [
                new() { ["text"] = BlockKitRenderer.Fallback(reply), ["blocks"] = BlockKitRenderer.Render(reply) },
                SlackMessages.Ephemeral(reply, shareable: true),
                SlackMessages.Shared(reply, text),
                SlackModals.Result(reply, "Commitments"),
            ];

            Assert.All(templates, Check);
        },
        iter: Texts);

    [Fact]
    public async Task No_text_that_is_typed_comes_back_as_a_mention()
    {
        await using var slack = await SlackIntake.OpenAsync();

        await Any.SampleAsync(
            async text =>
            {
                var command = await slack.CommandAsync(text);
                var submission = await slack.InteractAsync(Submission(SlackNames.Find, ("words", new JsonObject { ["value"] = text })));

                Assert.Equal((200, 200), (command.Status, submission.Status));
                Check(command.Json);
                Check(submission.Json["view"]!.AsObject());
            },
            iter: Texts / 10,
            threads: 1);
    }

    [Fact]
    public async Task No_search_and_no_link_becomes_more_than_words()
    {
        await using var slack = await SlackIntake.OpenAsync();

        await Any.SampleAsync(
            async text =>
            {
                var cancelled = TestContext.Current.CancellationToken;
                await slack.Get<SlackSearches>().KeepAsync(SlackIntake.Team, "U1", text, cancelled);
                var unfurls = await slack.Get<SlackUnfurls>().DrawAsync([text, $"https://www.opengovpartnership.org/members/peru/commitments/PE0062/?{text}"], cancelled);

                Check(await slack.Get<SlackHome>().DrawAsync(SlackIntake.Team, "U1", welcome: true, cancelled));
                Assert.All(unfurls, unfurl => Check(unfurl.Value!.AsObject()));
            },
            iter: Texts / 10,
            threads: 1);
    }

    /// <summary>What of a message or view Slack reads as more than plain words.</summary>
    private static void Check(JsonObject surface)
    {
        if (surface["text"] is JsonValue fallback)
        {
            var read = (string)fallback!;
            Assert.DoesNotContain('<', read);
            Assert.DoesNotContain('>', read);
        }

        var types = new HashSet<string>(StringComparer.Ordinal);
        var blocks = surface["blocks"]!.AsArray();
        Assert.InRange(blocks.Count, 1, 50);
        foreach (var element in Objects(blocks))
        {
            types.Add((string?)element["type"] ?? "");
            Assert.False((bool?)element["emoji"] ?? false);
            if ((string?)element["url"] is { } url)
            {
                Assert.True(Uri.TryCreate(url, UriKind.Absolute, out var address) && address.Scheme is "https" or "http", url);
            }
        }

        // None of these is read as mrkdwn.
        Assert.Subset(
            new HashSet<string>(["", "header", "context", "rich_text", "rich_text_section", "rich_text_quote", "rich_text_preformatted", "actions", "button", "plain_text", "text", "link", "table", "raw_text", "divider"], StringComparer.Ordinal),
            types);
        Assert.True(!types.Contains("table") || surface["type"] is null, "a view takes no table");
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(member => Objects(member.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
