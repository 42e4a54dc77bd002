namespace OgpBot.Digests;

/// <summary>All that became of one record in a span of changes.</summary>
/// <param name="What">New, changed or removed.</param>
internal sealed record News(string Kind, string Key, string Member, What What, string Before, string After)
{
    /// <summary>Star, status or assessment of a commitment.</summary>
    public bool ChangesFacts => What == What.Changed && Before != After;

    /// <summary>One for each record that is not as it was. What came and went, or went and came back, is none.</summary>
    public static IReadOnlyList<News> Of(IEnumerable<Change> changes) =>
    [
        .. changes.Where(change => change.What is not (What.Loaded or What.Unloaded)).GroupBy(change => (change.Kind, change.Key))
            .Select(group => Of([.. group])).OfType<News>(),
    ];

    private static News? Of(IReadOnlyList<Change> changes)
    {
        var (first, last) = (changes[0], changes[^1]);
        var wasThere = first.What is What.Changed or What.Removed;
        var isThere = last.What != What.Removed;
        What? what = (wasThere, isThere) switch
        {
            (false, true) when first.What == What.New => What.New,
            (true, false) => What.Removed,
            (_, true) when changes.Any(change => change.What == What.Changed) => What.Changed,
            _ => null,
        };
        return what is null ? null : new(last.Kind, last.Key, last.Member, what.Value, FactsBefore(changes), last.After);
    }

    private static string FactsBefore(IReadOnlyList<Change> changes) => changes.FirstOrDefault(change => change.Before.Length > 0)?.Before ?? "";
}
