namespace OgpBot.Ingest;

/// <summary>What an import found and did.</summary>
/// <param name="Source">The file's or folder's name, without its path.</param>
/// <param name="Found">What it was taken for: "the member page of Peru", "exchange files", or what else was there.</param>
public sealed record ImportReport(string Source, string Found)
{
    /// <summary>False when nothing in it could be used: the catalog stays as it was.</summary>
    public bool Usable { get; init; }

    /// <summary>Why the catalog stays as it was although something could be used; null when nothing stood in the way.</summary>
    public string? Refused { get; init; }

    /// <summary>True when a new catalog is served. False too when the import says nothing new.</summary>
    public bool Swapped { get; init; }

    /// <summary>The version that is served now; null when no catalog was opened.</summary>
    public string? Version { get; init; }

    public string? VersionBefore { get; init; }

    /// <summary>What changes, or would change if it was refused, by kind.</summary>
    public IReadOnlyList<KindCount> Kinds { get; init; } = [];

    /// <summary>Rejected places and remarks, in the order found; at most <see cref="MostProblems"/>.</summary>
    public IReadOnlyList<Problem> Problems { get; init; } = [];

    /// <summary>Problems beyond those listed.</summary>
    public int MoreProblems { get; init; }

    public const int MostProblems = 1_000;

    public int Rejected => Problems.Count(problem => problem.Rejected);

    /// <summary>True when any record is new, changed or removed.</summary>
    public bool HasChanges => Kinds.Any(kind => kind.New + kind.Changed + kind.Removed > 0);
}

/// <summary>How far an import is.</summary>
public enum ImportStep
{
    Reading,
    Comparing,
    Building,
    Done,
}
