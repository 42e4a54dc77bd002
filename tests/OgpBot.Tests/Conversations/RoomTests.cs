using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Host.Teams;
using OgpBot.Host.WebChat;

namespace OgpBot.Tests.Conversations;

public sealed class RoomTests
{
    [Fact]
    public void A_card_that_is_cut_says_how_many_lines_are_missing()
    {
        var reply = new Reply("1000 commitments.", new Listing([.. Enumerable.Repeat(SampleReplies.Reusable, 1000)])) { Language = Language.Spanish };

        var card = AdaptiveCardRenderer.Render(reply).ToJsonString();
        var blocks = BlockKitRenderer.Render(reply).ToJsonString();

        Assert.Equal(1000, Shown(card, "Reusable Open Data") + Missing(card));
        // Slack's buttons repeat the titles for screen readers.
        Assert.Equal(1000, Shown(blocks, "\"text\":\"Reusable Open Data\"") + Missing(blocks));
    }

    [Fact]
    public void Titles_are_shortened_before_records_are_left_out()
    {
        var items = Enumerable.Range(1, 20).Select(number => new Item(ItemKind.Commitment, $"PE{number:0000}", string.Concat(Enumerable.Repeat(SampleReplies.LongTitle, 2))) { Says = $"PE{number:0000}" });
        var reply = new Reply("20 commitments.", new Listing([.. items]));

        var card = AdaptiveCardRenderer.Render(reply).ToJsonString();

        Assert.All(Enumerable.Range(1, 20), number => Assert.Contains($"\"{number}. \"", card, StringComparison.Ordinal));
        Assert.Contains("\\u2026", card, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_of_the_longest_titles_fits_in_full()
    {
        var items = Enumerable.Range(1, 10).Select(number => new Item(ItemKind.Commitment, $"PE{number:0000}", SampleReplies.LongTitle) { Details = ["2017", "Public Service Delivery"], Says = $"PE{number:0000}" });
        var reply = SampleReplies.Page with { Blocks = [new Listing([.. items])] };

        Assert.Equal(10, Shown(AdaptiveCardRenderer.Render(reply).ToJsonString(), SampleReplies.LongTitle));
        Assert.Equal(10, Shown(BlockKitRenderer.Render(reply).ToJsonString(), SampleReplies.LongTitle));
    }

    [Fact]
    public void Every_kind_of_block_is_drawn_by_every_channel()
    {
        var kinds = typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block)));
        var drawn = SampleReplies.All.Values.SelectMany(reply => reply.Blocks).DistinctBy(block => block.GetType()).ToDictionary(block => block.GetType());

        Assert.All(kinds, kind =>
        {
            var reply = new Reply("Shown.", drawn[kind]);
            Assert.True(AdaptiveCardRenderer.Render(reply)["body"]!.AsArray().Count > 0);
            Assert.True(BlockKitRenderer.Render(reply).Count > 0);
            Assert.True(HtmlRenderer.Render(reply).Length > HtmlRenderer.Render(new Reply("Shown.")).Length);
            Assert.True(PlainText.Of(reply).Length > "Shown.".Length);
        });
    }

    private static int Shown(string json, string text) => json.Split(text).Length - 1;

    private static int Missing(string json) => int.Parse(json.Split("\\u2026 y ")[1].Split(' ')[0]);
}
