using OgpBot.Catalog;

namespace OgpBot.Host.Api;

/// <summary>What a request for records asks for: which, in what order, and which page of them.</summary>
internal sealed record Selection
{
    public const int LargestSize = 100;

    public const int LastPage = 1_000_000;

    public Filter Filter { get; init; } = Filter.None;

    public Sort Sort { get; init; }

    /// <summary>From 1.</summary>
    public int Page { get; init; } = 1;

    public int Size { get; init; } = 20;

    public int Skip => (Page - 1) * Size;

    public RecordPage<TTo> PageOf<TFrom, TTo>(Found<TFrom> found, Func<TFrom, TTo> shape) =>
        new(found.Total, Page, Math.Max(1, (found.Total + Size - 1) / Size), [.. found.Items.Select(shape)]);

    public RecordPage<TTo> PageOf<TFrom, TTo>(IReadOnlyList<TFrom> all, Func<TFrom, TTo> shape) =>
        PageOf(new Found<TFrom>([.. all.Skip(Skip).Take(Size)], all.Count), shape);
}
