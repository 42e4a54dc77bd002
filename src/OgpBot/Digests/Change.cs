namespace OgpBot.Digests;

/// <summary>What became different from one version of the catalog to the next.</summary>
/// <param name="Number">Ascending, never given twice; 0 before it is stored.</param>
/// <param name="Kind">One of <see cref="RecordKind"/>; empty for a load.</param>
/// <param name="Key">Of the record; of a load the member.</param>
/// <param name="Member">Empty for what belongs to none.</param>
internal sealed record Change(long Number, string Kind, string Key, string Member, What What)
{
    /// <summary>A commitment's <see cref="CommitmentFacts"/> as they were.</summary>
    public string Before { get; init; } = "";

    /// <summary>As they are; of a load the <see cref="LoadedKinds"/>.</summary>
    public string After { get; init; } = "";

    public DateTimeOffset At { get; init; }
}

/// <summary>The numbers are stored: do not renumber.</summary>
internal enum What
{
    New = 0,
    Changed = 1,
    Removed = 2,

    /// <summary>It was removed, and says again what it said.</summary>
    Returned = 3,

    /// <summary>A member, or a kind of its records, is in the catalog for the first time: no news in detail.</summary>
    Loaded = 4,

    /// <summary>Nothing of a member is in the catalog any more.</summary>
    Unloaded = 5,
}

/// <summary>The names by which bot.db knows kinds of records.</summary>
internal static class RecordKind
{
    public const string Members = "members";

    public const string Plans = "plans";

    public const string Commitments = "commitments";

    public const string Resources = "resources";

    public const string Posts = "posts";

    public const string Performance = "performance";

    public const string Participation = "participation";

    public const string GlobalReport = "global-report";

    public const string Terms = "terms";
}
