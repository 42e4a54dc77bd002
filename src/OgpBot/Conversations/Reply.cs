namespace OgpBot.Conversations;

/// <summary>
/// An answer that no channel has shaped yet. <paramref name="Text"/> alone makes sense: it is the notification,
/// what a screen reader says first, and the fallback. The blocks hold everything, the text's content included.
/// </summary>
public sealed record Reply(string Text, params IReadOnlyList<Block> Blocks)
{
    /// <summary>The name of the intent that answered, verb first: find-commitments.</summary>
    public string Intent { get; init; } = "";

    public Language Language { get; init; }

    /// <summary>The question as a canonical query; null where there is none to repeat (greetings, thanks).</summary>
    public string? Query { get; init; }

    /// <summary>Records in the whole answer, all pages together; null where nothing is counted.</summary>
    public int? Total { get; init; }

    public int Page { get; init; } = 1;

    public int Pages { get; init; } = 1;

    /// <summary>The next sensible steps, most useful first. At most 6.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>The same object answers whoever asks the same: what is made of it is worth keeping too.</summary>
    internal bool IsKept { get; init; }

    /// <summary>The records of this page, in the order shown.</summary>
    public IEnumerable<Item> Items => Blocks.SelectMany(block => block switch
    {
        Listing listing => listing.Items,
        Detail detail => [detail.Item],
        _ => [],
    });
}

/// <summary>A click is the same as typing <paramref name="Says"/>.</summary>
public sealed record Choice(string Label, string Says);
