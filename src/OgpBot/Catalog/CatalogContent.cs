namespace OgpBot.Catalog;

/// <summary>Everything that a catalog holds, in memory: what an import reads and a catalog file is built from.</summary>
public sealed record CatalogContent
{
    public static CatalogContent Empty { get; } = new();

    public IReadOnlyList<Member> Members { get; init; } = [];

    public IReadOnlyList<ActionPlan> Plans { get; init; } = [];

    public IReadOnlyList<Commitment> Commitments { get; init; } = [];

    public IReadOnlyList<Resource> Resources { get; init; } = [];

    public IReadOnlyList<Performance> Performance { get; init; } = [];

    public IReadOnlyList<PerformanceRecord> PerformanceRecords { get; init; } = [];

    public IReadOnlyList<KeyEntry> Keys { get; init; } = [];

    public IReadOnlyList<Participation> Participation { get; init; } = [];

    public IReadOnlyList<GlobalReportEntry> GlobalReport { get; init; } = [];

    public IReadOnlyList<Term> Terms { get; init; } = [];

    public IReadOnlyList<Post> Posts { get; init; } = [];
}
