namespace OgpBot.Conversations;

public enum ItemKind
{
    Commitment,
    Resource,
    Plan,
    Member,
    Post,
    Term,

    /// <summary>Something that is followed.</summary>
    Subscription,
}

/// <summary>A record as a reply shows it.</summary>
/// <param name="Id">PE0062 for a commitment; a stable key for the others.</param>
/// <param name="Title">As the source writes it, typos included.</param>
public sealed record Item(ItemKind Kind, string Id, string Title)
{
    public bool Starred { get; init; }

    /// <summary>Short facts for one line under the title: year, areas, plan; type and format of a resource.</summary>
    public IReadOnlyList<string> Details { get; init; } = [];

    public int? Year { get; init; }

    public IReadOnlyList<string> Areas { get; init; } = [];

    public string? Url { get; init; }

    /// <summary>What opening the record says, for instance PE0062; null when the line is all there is.</summary>
    public string? Says { get; init; }
}
