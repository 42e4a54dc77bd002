namespace OgpBot.Catalog;

/// <summary>
/// Counts, tallies, picks and short lists of one edition, which never changes: what was read once stays right.
/// Goes with the edition. Bounded. Safe to share between threads.
/// </summary>
internal sealed class EditionCache
{
    // Weight of all together: some 5 MB.
    private const int Most = 50_000;

    // What an entry weighs beside its items: its filter, mostly.
    private const int EntryWeight = 25;

    /// <summary>The weight of a whole record; a figure or a number weighs 1.</summary>
    public const int RecordWeight = 20;

    private readonly Dictionary<(string What, Filter Filter), object> kept = [];
    private readonly Lock gate = new();
    private int weight;

    /// <summary>Reads what is not kept yet. Two who ask at once may both read: cheaper than one waiting for the other.</summary>
    /// <param name="what">With the filter: what exactly is read.</param>
    /// <param name="each">What one item weighs.</param>
    public async Task<IReadOnlyList<T>> GetAsync<T>(string what, Filter filter, int each, Func<Task<IReadOnlyList<T>>> read)
    {
        lock (gate)
        {
            if (kept.TryGetValue((what, filter), out var known))
            {
                return (IReadOnlyList<T>)known;
            }
        }

        var fresh = await read();
        var added = EntryWeight + (each * fresh.Count);
        lock (gate)
        {
            weight += added;
            if (weight > Most)
            {
                // Simpler than forgetting the oldest, and rare.
                kept.Clear();
                weight = added;
            }

            kept[(what, filter)] = fresh;
        }

        return fresh;
    }
}
