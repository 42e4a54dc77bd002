using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>The words of one catalog version, for reading questions without touching the database.</summary>
public sealed record Vocabulary
{
    public IReadOnlyList<MemberEntry> Members { get; init; } = [];

    /// <summary>Regions of the members; empty where no source names any.</summary>
    public IReadOnlyList<string> Regions { get; init; } = [];

    /// <summary>True when the source tells of some members that they are localities.</summary>
    public bool HasLocals { get; init; }

    /// <summary>The values that occur of status, completion, potential impact and early results.</summary>
    public IReadOnlyList<FactValue> Facts { get; init; } = [];

    /// <summary>Folded words of each lead institution, as the source writes it; a cell may name several institutions.</summary>
    public IReadOnlyList<string> Institutions { get; init; } = [];

    /// <summary>Policy areas that occur.</summary>
    public IReadOnlyList<string> Areas { get; init; } = [];

    /// <summary>Year labels of commitments, ascending.</summary>
    public IReadOnlyList<int> Years { get; init; } = [];

    public IReadOnlyList<int> ResourceYears { get; init; } = [];

    public IReadOnlyList<PlanEntry> Plans { get; init; } = [];

    public IReadOnlyList<string> ResourceTypes { get; init; } = [];

    public IReadOnlyList<string> ResourceFormats { get; init; } = [];

    /// <summary>Dimensions of the Global Report.</summary>
    public IReadOnlyList<string> Dimensions { get; init; } = [];

    public IReadOnlyList<TermEntry> Terms { get; init; } = [];

    /// <summary>Folded words of commitment titles, right spellings of known typos included, with how many titles hold each.</summary>
    public IReadOnlyDictionary<string, int> TitleWords { get; init; } = new Dictionary<string, int>();

    public IReadOnlyDictionary<string, int> ResourceWords { get; init; } = new Dictionary<string, int>();

    /// <summary>Folded whole titles of commitments.</summary>
    public IReadOnlySet<string> Titles { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> ResourceTitles { get; init; } = new HashSet<string>();

    public IReadOnlySet<string> PostTitles { get; init; } = new HashSet<string>();
}

public sealed record FactValue(Field Field, string Value);

/// <param name="LastId">The highest ID that the catalog holds; null when it holds none.</param>
public sealed record MemberEntry(string Name, string Prefix, string? LastId);

/// <param name="End">The last year of the span; null when no source gives it.</param>
public sealed record PlanEntry(string Member, int Number, int Year, int? End, bool Current);

public sealed record TermEntry(string Key, string Name, Values<string> Also);
