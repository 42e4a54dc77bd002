using OgpBot.Catalog;
using OgpBot.Digests;
using OgpBot.Tests.Storage;

namespace OgpBot.Tests.Digests;

public sealed class CatalogChangesTests : IDisposable
{
    private readonly TempFolder folder = new();
    private readonly WallClock clock = new(new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero));

    public void Dispose() => folder.Dispose();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_first_catalog_is_no_news()
    {
        Assert.Empty(await AfterAsync(Sample.Content));
    }

    [Fact]
    public async Task A_new_resource_a_changed_and_a_removed_commitment_are_each_one_change()
    {
        var later = Sample.Content.With(Sample.Resource("Peru", "Second report")) with
        {
            Commitments = [Sample.Content.Commitments[0] with { Completion = Known.Given("Complete") }],
        };

        var changes = await AfterAsync(Sample.Content, later);

        Assert.Equal(
            ["New resources peru-2024-second-report", "Changed commitments PE0001", "Removed commitments CL0001"],
            changes.Select(change => $"{change.What} {change.Kind} {change.Key}").OrderBy(text => text[0] == 'N' ? 0 : text[0] == 'C' ? 1 : 2));
        Assert.Equal([new FactChange(Field.Completion, Known.NotInSource, Known.Given("Complete"))], CommitmentFacts.Compare(changes.Single(change => change.What == What.Changed).Before, changes.Single(change => change.What == What.Changed).After));
    }

    [Fact]
    public async Task The_same_content_read_again_at_another_time_and_place_is_no_news() =>
        Assert.Empty(await AfterAsync(Sample.Content, Sample.Content.ReadAgain(), Sample.Content));

    [Fact]
    public async Task A_catalog_that_is_lost_and_imported_again_is_no_news()
    {
        var lost = CatalogContent.Empty with { Members = [new("Ghana", "GH", Sample.Source)] };

        var changes = await AfterAsync(Sample.Content, lost, Sample.Content);

        Assert.DoesNotContain(changes, change => change.What is What.New or What.Changed or What.Removed);
        Assert.Empty(News.Of(changes));
    }

    [Fact]
    public async Task Going_back_to_an_earlier_catalog_and_forward_again_tells_each_change_once()
    {
        var newer = Sample.Content.With(Sample.Resource("Peru", "Second report")) with { Commitments = [Sample.Content.Commitments[0] with { Starred = true }, Sample.Content.Commitments[1]] };

        var changes = await AfterAsync(Sample.Content, newer, Sample.Content, newer, newer.With(Sample.Resource("Peru", "Third report")));

        Assert.Equal(["PE0001 Changed", "peru-2024-second-report New", "peru-2024-third-report New"], changes.Where(change => change.What is What.New or What.Changed).Select(change => $"{change.Key} {change.What}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_member_that_was_not_known_is_one_change_with_its_counts()
    {
        var changes = await AfterAsync(Sample.Content, Sample.Content.WithMember("Ghana", "GH", 3));

        var loaded = Assert.Single(changes);
        Assert.Equal((What.Loaded, "Ghana", "members 1|resources 3"), (loaded.What, loaded.Member, loaded.After));
    }

    [Theory]
    [InlineData(10, "New", 10)]
    [InlineData(11, "Loaded", 1)]
    public async Task The_first_posts_of_a_known_member_are_news_when_they_are_few_and_a_load_when_they_are_many(int posts, string expected, int count)
    {
        var more = Sample.Content with { Posts = [.. Sample.Content.Posts, .. Enumerable.Range(1, posts).Select(number => new Post($"chile-{number}", "Chile", number, $"Post {number}", Sample.Source))] };

        var changes = await AfterAsync(Sample.Content, more);

        Assert.Equal((expected, count), (Assert.Single(changes.Select(change => change.What).Distinct()).ToString(), changes.Count));
    }

    [Fact]
    public async Task A_new_post_above_the_others_does_not_change_them()
    {
        var moved = Sample.Content with { Posts = [new("peru-post-0", "Peru", 1, "A newer post", Sample.Source), Sample.Content.Posts[0] with { Order = 2 }] };

        Assert.Equal("peru-post-0", Assert.Single(await AfterAsync(Sample.Content, moved)).Key);
    }

    [Fact]
    public async Task Each_version_is_learnt_once_across_restarts()
    {
        var newer = Sample.Content.With(Sample.Resource("Peru", "Second report"));
        await AfterAsync(Sample.Content, newer);

        await using var again = new DigestsUnderTest(folder.Data, clock);

        Assert.False(await again.Changes.LearnAsync(Cancel));
        Assert.Single(await again.ChangesAsync());
    }

    [Fact]
    public async Task What_a_dead_process_had_half_learnt_is_learnt_without_a_double()
    {
        var newer = Sample.Content.With(Sample.Resource("Peru", "Second report"));
        await AfterAsync(Sample.Content, newer);
        await using var digests = new DigestsUnderTest(folder.Data, clock);
        // As after the last member and before the version.
        await digests.WriteAsync("update known_catalog set version = 'before'");

        await digests.Changes.LearnAsync(Cancel);

        Assert.Single(await digests.ChangesAsync());
    }

    [Fact]
    public async Task A_release_that_hashes_other_fields_learns_them_without_news()
    {
        await AfterAsync(Sample.Content);
        await using var digests = new DigestsUnderTest(folder.Data, clock);
        await digests.WriteAsync("update known_catalog set scheme = 1");
        await digests.WriteAsync("update known_record set hash = hash + 1");

        Assert.False(await digests.Changes.LearnAsync(Cancel));

        Assert.Empty(await digests.ChangesAsync());
        await digests.ServeAsync(Sample.Content.With(Sample.Resource("Peru", "Second report")));
        await digests.Changes.LearnAsync(Cancel);
        Assert.Single(await digests.ChangesAsync());
    }

    [Fact]
    public async Task Changes_are_kept_for_400_days()
    {
        await AfterAsync(Sample.Content, Sample.Content.With(Sample.Resource("Peru", "Second report")));
        await using var digests = new DigestsUnderTest(folder.Data, clock);

        clock.Advance(CatalogChanges.Kept);
        await digests.Changes.TidyAsync(Cancel);
        Assert.Single(await digests.ChangesAsync());
        clock.Advance(TimeSpan.FromDays(1));
        await digests.Changes.TidyAsync(Cancel);

        Assert.Empty(await digests.ChangesAsync());
    }

    /// <summary>All changes after these catalogs were served one after the other, each noticed.</summary>
    [Fact]
    public async Task More_changes_of_one_member_than_are_stored_at_once_are_each_told_once()
    {
        var before = Sample.Content.With([.. Enumerable.Range(1, 600).Select(number => Sample.Resource("Peru", $"Report {number}"))]);
        var after = before with { Resources = [.. before.Resources.Select(resource => resource with { Format = Known.Given("DOC") })] };

        var changes = await AfterAsync(before, after, after);

        Assert.Equal(after.Resources.Select(resource => resource.Key).Order(StringComparer.Ordinal), changes.Select(change => change.Key).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void What_is_said_of_many_records_at_once_is_not_learnt_by_half()
    {
        var records = Enumerable.Range(1, 5).Select(number => new KnownRecord(RecordKind.Resources, $"{number}", "Peru", 1, null, "", Gone: false)).ToList();
        var changes = records.Select(record => new Change(0, record.Kind, record.Key, "Peru", What.Changed)).ToList();

        Assert.Equal([2, 2, 1], new Lesson("Peru", records, changes).InPieces(2).Select(piece => piece.Records.Count));
        Assert.Equal([2, 2, 1], new Lesson("Peru", records, changes).InPieces(2).Select(piece => piece.Changes.Count));
        Assert.Single(new Lesson("Peru", records, []).InPieces(2));
        Assert.Single(new Lesson("Peru", records, [new(0, "", "Peru", "Peru", What.Loaded)]).InPieces(2));
    }

    private async Task<IReadOnlyList<Change>> AfterAsync(params CatalogContent[] catalogs)
    {
        await using var digests = new DigestsUnderTest(folder.Data, clock);
        foreach (var catalog in catalogs)
        {
            await digests.ServeAsync(catalog);
            await digests.Changes.LearnAsync(Cancel);
        }

        return await digests.ChangesAsync();
    }
}
