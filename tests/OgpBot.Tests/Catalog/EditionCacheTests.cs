using OgpBot.Catalog;

namespace OgpBot.Tests.Catalog;

public sealed class EditionCacheTests
{
    private readonly EditionCache cache = new();
    private int reads;

    [Fact]
    public async Task The_same_question_is_read_once()
    {
        var first = await GetAsync("count", new Filter { Members = ["Peru"] });
        var second = await GetAsync("count", new Filter { Members = ["Peru"] });

        Assert.Same(first, second);
        Assert.Equal(1, reads);
    }

    [Fact]
    public async Task Another_filter_or_another_figure_is_read_for_itself()
    {
        await GetAsync("count", new Filter { Members = ["Peru"] });
        await GetAsync("count", new Filter { Members = ["Chile"] });
        await GetAsync("tally", new Filter { Members = ["Peru"] });

        Assert.Equal(3, reads);
    }

    [Fact]
    public async Task Not_everything_is_kept_for_ever()
    {
        await GetAsync("count", new Filter());
        for (var number = 0; number < 100; number++)
        {
            await cache.GetAsync($"long {number}", new Filter(), each: 1, () => Task.FromResult<IReadOnlyList<int>>(new int[1_000]));
        }

        await GetAsync("count", new Filter());

        Assert.Equal(2, reads);
    }

    [Fact]
    public async Task A_failed_read_is_tried_again()
    {
        await Assert.ThrowsAsync<IOException>(() => cache.GetAsync<int>("count", new Filter(), each: 1, () => throw new IOException()));

        var count = await GetAsync("count", new Filter());

        Assert.Equal([1], count);
    }

    private Task<IReadOnlyList<int>> GetAsync(string what, Filter filter) =>
        cache.GetAsync(what, filter, each: 1, () => Task.FromResult<IReadOnlyList<int>>([++reads]));
}
