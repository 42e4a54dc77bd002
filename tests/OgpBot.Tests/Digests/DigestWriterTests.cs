using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Digests;
using OgpBot.Host.Slack;
using OgpBot.Host.Teams;
using OgpBot.Reading;
using OgpBot.Tests.Delivery;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

public sealed class DigestWriterTests : IDisposable
{
    private static readonly Cadence AtOnce = new(Rhythm.AtOnce, 0, default, "America/Lima");

    private readonly TempFolder folder = new();
    private readonly WallClock clock = new(new(2026, 11, 23, 15, 0, 0, TimeSpan.Zero));
    private readonly RecordingChannel platform = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_first_line_alone_says_what_is_new()
    {
        var digest = await AfterAsync(Sample.Content.With(Sample.Resource("Peru", "Second report")), "resources country:peru", "country:peru");

        Assert.Equal("1 new resource: Peru", digest.Text);
        Assert.Equal(new Heading(digest.Text), digest.Blocks[0]);
        Assert.Equal(["Change", "Pause", "Stop"], digest.Choices.Select(choice => choice.Label == "Another day or time" ? "Change" : choice.Label));
        Assert.All(digest.Choices, choice => Assert.Equal(1, CanonicalQuery.Parse(choice.Says, new Vocabulary())?.Follow?.Subscriptions.Single()));
    }

    [Fact]
    public async Task Kinds_stand_under_each_other_and_members_are_named_when_there_are_several()
    {
        var later = Sample.Content.With(Sample.Resource("Peru", "Second report"), Sample.Resource("Chile", "Second letter")) with
        {
            Commitments = [Sample.Content.Commitments[0] with { Completion = Known.Given("Complete"), Starred = true }, .. Sample.Content.Commitments.Skip(1)],
        };

        var digest = await AfterAsync(later, "resources", "commitments");

        Assert.Equal("2 new resources and 1 changed commitment: Chile and Peru", digest.Text);
        Assert.Equal(["Chile", "Peru"], digest.Items.Take(2).Select(item => item.Details[0]));
        Assert.Equal(["starred now", "Completion: not in the source → Complete"], digest.Items.Last().Details);
        Assert.Equal([1, 3], digest.Blocks.OfType<Listing>().Select(listing => listing.First));
    }

    [Fact]
    public async Task A_long_digest_shows_ten_and_says_how_many_more_and_where()
    {
        var many = Enumerable.Range(1, 24).Select(number => Sample.Resource("Peru", $"Report {number:00}")).ToArray();

        var digest = await AfterAsync(Sample.Content.With(many), "resources country:peru");

        Assert.Equal((24, 10), (digest.Total, digest.Items.Count()));
        Assert.Contains(new Note("and 14 more"), digest.Blocks);
        Assert.Equal(new Choice("Show all resources (Peru)", "resources country:peru"), digest.Choices[0]);
    }

    [Fact]
    public async Task A_member_that_is_loaded_is_one_line_with_its_number()
    {
        var digest = await AfterAsync(Sample.Content.WithMember("Ghana", "GH", 40), "resources");

        Assert.Equal("Ghana in the catalog for the first time", digest.Text);
        Assert.Null(digest.Total);
        Assert.Equal(new Bar("Ghana, resources", 40, "resources country:ghana"), Assert.Single(Assert.Single(digest.Blocks.OfType<Chart>()).Bars));
    }

    [Fact]
    public async Task A_digest_says_why_it_comes_and_how_it_ends_in_the_language_of_who_set_it()
    {
        var digest = await AfterAsync(Sample.Content.With(Sample.Resource("Peru", "Second report")), Language.Spanish, "resources country:peru");

        Assert.Equal("1 recurso nuevo: Peru", digest.Text);
        Assert.Contains(digest.Blocks.OfType<Note>(), note => note.Text.StartsWith("Aquí se sigue, de inmediato: recursos (Peru).", StringComparison.Ordinal));
        Assert.Contains(digest.Choices, choice => choice is { Label: "Detener", Says: "unsubscribe subscription:1" });
    }

    [Fact]
    public async Task Other_changes_and_removals_are_told_only_to_who_wants_them()
    {
        var later = Sample.Content with { Resources = [Sample.Content.Resources[0] with { Format = Known.Given("Web page") }] };

        Assert.Equal("1 changed resource and 1 resource no longer in the source: Chile and Peru", (await AfterAsync(later, Language.English, Watch.Changes, "ann", "resources", "posts"))!.Text);
        Assert.Null(await AfterAsync(later, Language.English, Watch.New, "resources", "posts"));
    }

    [Fact]
    public async Task Who_follows_one_commitment_is_told_whatever_changes_about_it()
    {
        var later = Sample.Content with { Commitments = [Sample.Content.Commitments[0] with { Title = "Open courts and prosecutors" }, Sample.Content.Commitments[1]] };

        Assert.Equal("1 changed commitment: PE0001", (await AfterAsync(later, "PE0001")).Text);
    }

    [Fact]
    public async Task What_is_no_longer_in_the_source_is_named_by_its_title()
    {
        var later = Sample.Content with
        {
            Commitments = [Sample.Content.Commitments[0] with { Removed = DateTimeOffset.UnixEpoch }, Sample.Content.Commitments[1]],
            Resources = [Sample.Content.Resources[0] with { Removed = DateTimeOffset.UnixEpoch }, Sample.Content.Resources[1]],
        };

        var digest = await AfterAsync(later, Language.English, Watch.Changes, "ann", "resources", "commitments");

        Assert.Equal("1 resource no longer in the source and 1 commitment no longer in the source: Peru", digest!.Text);
        Assert.Equal(["First report", "Open courts"], digest.Items.Select(item => item.Title));
    }

    [Theory]
    [InlineData("U0123ABC", "<@U0123ABC>")]
    [InlineData("U1> *x* <!channel", null)]
    [InlineData("29:1abc", null)]
    [InlineData("", null)]
    public async Task Who_set_it_is_mentioned_where_the_platform_has_a_mention(string person, string? mention)
    {
        var digest = await AfterAsync(Sample.Content.With(Sample.Resource("Peru", "Second report")), Language.English, Watch.New, person, "resources");

        var slack = BlockKitRenderer.Render(digest!).ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        Assert.Equal(mention is not null, slack.Contains("Set by", StringComparison.Ordinal) && slack.Contains($"\"{mention}\"", StringComparison.Ordinal));
        Assert.Equal(mention is null, slack.Contains("Somebody here set it", StringComparison.Ordinal));
        var others = $"{AdaptiveCardRenderer.Render(digest!).ToJsonString()} {PlainText.Of(digest!)}";
        Assert.Contains("Somebody here set it", others, StringComparison.Ordinal);
        Assert.True(person.Length == 0 || !others.Contains(person, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_longest_digest_fits_every_platform()
    {
        var title = string.Concat(Enumerable.Repeat("«Wörter» & <Zeichen> ", 28));
        var many = Enumerable.Range(1, 40).SelectMany(number => new[] { Sample.Resource("Peru", $"{number} {title}"), Sample.Resource("Chile", $"{number} {title}") }).ToArray();
        var commitments = Enumerable.Range(2, 40).Select(number => Sample.Commitment($"PE{number:0000}", "Peru", title)).ToArray();

        var digest = await AfterAsync(Sample.Content.With(many).With(commitments), "resources", "commitments", "plans", "posts");

        Assert.InRange(BlockKitRenderer.Render(digest).ToJsonString().Length, 1, 20_000);
        Assert.InRange(AdaptiveCardRenderer.Render(digest).ToJsonString().Length, 1, 25_000);
    }

    private async Task<Reply> AfterAsync(CatalogContent later, params string[] queries) => (await AfterAsync(later, Language.English, Watch.New, "ann", queries))!;

    private async Task<Reply> AfterAsync(CatalogContent later, Language language, params string[] queries) => (await AfterAsync(later, language, Watch.New, "ann", queries))!;

    /// <summary>What is said at once when this catalog follows the sample.</summary>
    private async Task<Reply?> AfterAsync(CatalogContent later, Language language, Watch watch, string person, params string[] queries)
    {
        var cancel = TestContext.Current.CancellationToken;
        using var own = new TempFolder();
        await using var digests = new DigestsUnderTest(own.Data, clock, platform);
        await digests.ServeAsync(Sample.Content);
        await digests.RoundAsync();
        var origin = new Follower("platform", "tenant", new Asker("ann", "room") { PlaceRoute = "{}", PersonRoute = "{}" });
        await digests.Subscriptions.AddAsync(new(origin with { Asker = origin.Asker with { Person = person } }, false, language, queries, watch, AtOnce), cancel);
        await digests.ServeAsync(later);
        await digests.RoundAsync();
        clock.Advance(TimeSpan.FromMinutes(1));
        await digests.RoundAsync();
        return platform.Unread == 0 ? null : (await platform.NextAsync()).Reply;
    }
}
