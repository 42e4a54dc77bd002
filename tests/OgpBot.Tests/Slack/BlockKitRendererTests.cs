using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Tests.Conversations;

namespace OgpBot.Tests.Slack;

public sealed class BlockKitRendererTests
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    [Fact]
    public void A_button_carries_what_it_says()
    {
        var buttons = Objects(BlockKitRenderer.Render(SampleReplies.Page)).Where(each => (string?)each["type"] == "button").ToList();

        Assert.Contains(buttons, button => (string?)button["text"]!["text"] == "PE0062" && (string?)button["value"] == "PE0062");
        Assert.Contains(buttons, button => (string?)button["text"]!["text"] == "Next page" && (string?)button["value"] == "next");
    }

    [Fact]
    public void A_star_is_a_sign_and_a_word() =>
        Assert.Contains("★ starred", BlockKitRenderer.Render(SampleReplies.Single).ToJsonString(Readable), StringComparison.Ordinal);

    [Fact]
    public void Bars_show_their_figures_below_each_other()
    {
        var chart = Objects(BlockKitRenderer.Render(SampleReplies.Ranking)).First(each => (string?)each["type"] == "rich_text_preformatted");
        var lines = ((string)chart["elements"]![0]!["text"]!).Split('\n');

        Assert.Equal("Public Service Delivery    23 ██████████", lines[0]);
        Assert.Equal(" 1 ▌", lines[^1][^4..]);
    }

    [Fact]
    public void Only_the_first_table_is_one_and_the_next_is_lines()
    {
        var grid = SampleReplies.Pivot.Blocks.OfType<Grid>().First();

        var types = BlockKitRenderer.Render(new Reply("Two.", grid, grid with { Title = "Again" })).Select(block => (string?)block!["type"]).ToList();

        Assert.Single(types, "table");
        Assert.Equal("rich_text", types[^1]);
    }

    [Fact]
    public void The_notification_mentions_nobody() =>
        Assert.Equal("&lt;!channel&gt; R&amp;D", BlockKitRenderer.Fallback(new Reply("<!channel> R&D")));

    [Fact]
    public void Any_reply_fits_the_limits_of_Slack() =>
        GeneratedReplies.Replies.Sample(
            reply =>
            {
                var blocks = BlockKitRenderer.Render(reply);
                Assert.InRange(blocks.Count, 1, 50);
                Assert.InRange(blocks.ToJsonString(Readable).Length, 1, 10_000);
                Assert.True(Objects(blocks).Count(each => (string?)each["type"] == "table") <= 1);
                Assert.All(Objects(blocks), CheckLimits);
                var ids = Objects(blocks).Select(each => (string?)each["action_id"]).OfType<string>().ToList();
                Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
            },
            iter: 60);

    [Fact]
    public void Nothing_in_any_reply_becomes_mrkdwn() =>
        GeneratedReplies.Replies.Sample(reply => Assert.All(Objects(BlockKitRenderer.Render(reply)), CheckElement), iter: 60);

    private static void CheckLimits(JsonObject element)
    {
        var text = element["text"] is JsonObject inner ? (string?)inner["text"] : null;
        switch ((string?)element["type"])
        {
            case "header":
                Assert.InRange(text!.Length, 1, 150);
                break;
            case "button":
                Assert.InRange(text!.Length, 1, 75);
                Assert.InRange(((string?)element["value"] ?? "").Length, 0, 2000);
                Assert.InRange(((string?)element["url"] ?? "").Length, 0, 3000);
                Assert.InRange(((string?)element["accessibility_label"] ?? "").Length, 0, 75);
                break;
            case "actions":
                Assert.InRange(element["elements"]!.AsArray().Count, 1, 25);
                break;
            case "table":
                Assert.InRange(element["rows"]!.AsArray().Count, 1, 100);
                Assert.All(element["rows"]!.AsArray(), row => Assert.InRange(row!.AsArray().Count, 1, 20));
                break;
            case "plain_text" or "text" or "raw_text":
                Assert.InRange(((string)element["text"]!).Length, 1, 3000);
                break;
        }
    }

    private static void CheckElement(JsonObject element)
    {
        switch ((string?)element["type"])
        {
            case "plain_text":
                Assert.False((bool)element["emoji"]!);
                break;
            case "link":
                Assert.StartsWith("http", (string)element["url"]!, StringComparison.Ordinal);
                break;
            case "header" or "context" or "actions" or "table" or "button" or "text" or "raw_text" or null:
            case "rich_text" or "rich_text_section" or "rich_text_preformatted" or "rich_text_quote":
                break;
            default:
                Assert.Fail($"{element["type"]} is not an element of our messages");
                break;
        }
    }

    private static IEnumerable<JsonObject> Objects(JsonNode? node) => node switch
    {
        JsonObject each => each.SelectMany(member => Objects(member.Value)).Prepend(each),
        JsonArray list => list.SelectMany(Objects),
        _ => [],
    };
}
