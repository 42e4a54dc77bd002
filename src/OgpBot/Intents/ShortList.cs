using OgpBot.Catalog;

namespace OgpBot.Intents;

/// <summary>Pages of a list that is short enough to be read whole.</summary>
internal static class ShortList
{
    public static Func<int, int, Task<Found<T>>> Pages<T>(IReadOnlyList<T> all) =>
        (skip, take) => Task.FromResult(new Found<T>([.. all.Skip(skip).Take(take)], all.Count));
}
