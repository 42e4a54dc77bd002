using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>Which records a question is about. Values of one kind are a union; kinds are an intersection.</summary>
public sealed record Filter
{
    public static Filter None { get; } = new();

    /// <summary>English names of members, loaded or not.</summary>
    public Values<string> Members { get; init; } = [];

    public Values<string> NotMembers { get; init; } = [];

    /// <summary>True: every member was asked for in so many words (country:all), so that no default narrows the question.</summary>
    public bool AllMembers { get; init; }

    /// <summary>Regions as the catalog writes them: Africa and the Middle East.</summary>
    public Values<string> Regions { get; init; } = [];

    public Values<string> NotRegions { get; init; } = [];

    /// <summary>Only national or only local members; null: both.</summary>
    public MemberLevel? Level { get; init; }

    public Values<IdRange> Ids { get; init; } = [];

    public Values<string> Areas { get; init; } = [];

    public Values<string> NotAreas { get; init; } = [];

    /// <summary>True: only records without any area (area:none).</summary>
    public bool NoArea { get; init; }

    public Values<YearRange> Years { get; init; } = [];

    public Values<YearRange> NotYears { get; init; } = [];

    public Values<int> Plans { get; init; } = [];

    public Values<int> NotPlans { get; init; } = [];

    /// <summary>True: only each member's current plan (plan:current).</summary>
    public bool CurrentPlan { get; init; }

    /// <summary>True: only starred; false: only those without a star; null: both.</summary>
    public bool? Starred { get; init; }

    /// <summary>Values of the optional facts, such as completion or lead institution.</summary>
    public Values<FieldIs> Fields { get; init; } = [];

    /// <summary>Resource types as the catalog writes them: IRM Report.</summary>
    public Values<string> Types { get; init; } = [];

    public Values<string> NotTypes { get; init; } = [];

    public Values<string> Formats { get; init; } = [];

    /// <summary>Dimensions of the Global Report: Access to Information.</summary>
    public Values<string> Dimensions { get; init; } = [];

    /// <summary>Folded words to find in titles. All of them, or any when <see cref="AnyWord"/>.</summary>
    public Values<string> Words { get; init; } = [];

    public Values<string> NotWords { get; init; } = [];

    public bool AnyWord { get; init; }

    /// <summary>The records of exactly this title, folded; beats <see cref="Words"/>.</summary>
    public string? Title { get; init; }

    /// <summary>The part that says which members are meant, and nothing else.</summary>
    public Filter OfMembers() => new() { Members = Members, NotMembers = NotMembers, AllMembers = AllMembers, Regions = Regions, NotRegions = NotRegions, Level = Level };

    /// <summary>The part that says what of those members is meant.</summary>
    public Filter OfContent() => this with { Members = [], NotMembers = [], AllMembers = false, Regions = [], NotRegions = [], Level = null };
}

/// <summary>Who makes the commitments. The source writes National, Local and Legacy Local; what is neither ("Other") is of no level.</summary>
public enum MemberLevel
{
    National,
    Local,
}

/// <summary>IDs of one prefix, both ends included, upper case. One ID has equal ends.</summary>
public sealed record IdRange(string First, string Last);

/// <summary>Years, both ends included; null is open.</summary>
public sealed record YearRange(int? From, int? To);

public sealed record FieldIs(Field Field, string Value);

/// <summary>A fact of a commitment that a person may ask for.</summary>
public enum Field
{
    Title,
    Year,
    Area,
    Plan,
    Star,
    Lead,
    Supporting,
    Status,
    Completion,
    Impact,
    EarlyResults,
    Start,
    End,
    Description,
    Url,
    Member,
    Type,
    Format,
    Region,
}

public enum Sort
{
    /// <summary>Newest year first, then by ID or title.</summary>
    Newest,
    Oldest,
    Id,
    Title,
}
