using OgpBot.Catalog;

namespace OgpBot.Intents;

/// <summary>Pages of a list that is short enough to be read whole.</summary>
internal static class Slice
{
    public static Func<int, int, Task<Found<T>>> Of<T>(IReadOnlyList<T> all) =>
        (skip, take) => Task.FromResult(new Found<T>([.. all.Skip(skip).Take(take)], all.Count));
}
