using System.Net;
using System.Text.Json;
using OgpBot.Conversations;
using OgpBot.Host.Slack;
using OgpBot.Host.Teams;
using OgpBot.Host.WebChat;
using OgpBot.Tests.Cli;

namespace OgpBot.Tests.Conventions;

public sealed class BlockConventionTests
{
    private static readonly Item Record = new(ItemKind.Commitment, "PE0062", "word1") { Details = ["word2"] };

    /// <summary>One of each, with the words that must be seen.</summary>
    private static readonly Block[] OneOfEach =
    [
        new Heading("word1 word2"),
        new Prose("word1 word2"),
        new Note("word1 word2"),
        new Quote("word1", "word2"),
        new Facts([new("word1", "word2")]),
        new Detail(Record, [new("word3", "word4")]),
        new Listing([Record]),
        new Chart("word1", [new("word2", 3)]),
        new Grid("word1", ["word2"], [new("word3", ["word4"])]),
    ];

    private static readonly JsonSerializerOptions Readable = new() { Encoder = ReplyJson.Encoder };

    public static TheoryData<string, Func<Reply, string>> Channels { get; } = new()
    {
        { "plain text", PlainText.Of },
        { "web chat", reply => WebUtility.HtmlDecode(HtmlRenderer.Render(reply)) },
        { "Teams", reply => AdaptiveCardRenderer.Render(reply).ToJsonString(Readable) },
        { "Slack", reply => BlockKitRenderer.Render(reply).ToJsonString(Readable) },
        { "terminal", reply => Drawn.Piped(reply) },
    };

    [Fact]
    public void There_is_a_sample_of_every_block() => Assert.Equal(
        typeof(Block).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Block))).Select(type => type.Name).Order(),
        OneOfEach.Select(block => block.GetType().Name).Order());

    [Theory]
    [MemberData(nameof(Channels))]
    public void Every_channel_draws_every_block(string channel, Func<Reply, string> draw) => Assert.All(OneOfEach, block =>
    {
        // The text of the reply must not stand in for the block.
        var drawn = draw(new Reply("said", block));

        var words = Enumerable.Range(1, 4).Select(number => $"word{number}").Where(word => block is Grid || block is Detail || word is "word1" or "word2");
        Assert.All(words, word => Assert.True(drawn.Contains(word, StringComparison.Ordinal), $"{channel} leaves {word} out of a {block.GetType().Name}: {drawn}"));
    });

    [Fact]
    public void Programs_get_the_records_of_every_block_that_holds_some() => Assert.All(
        OneOfEach.Where(block => block is Detail or Listing),
        block => Assert.Equal("PE0062", Assert.Single(ReplyJson.Of(new Reply("said", block)).Items).Id));

    [Fact]
    public void Every_kind_of_record_has_a_name_for_programs()
    {
        var names = Enum.GetValues<ItemKind>().Select(kind => ReplyJson.Of(new Reply("said", new Listing([Record with { Kind = kind }]))).Items[0].Kind);

        Assert.Equal(Enum.GetNames<ItemKind>().Select(name => name.ToLowerInvariant()), names);
    }
}
