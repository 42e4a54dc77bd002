using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>What a member promised in an action plan.</summary>
/// <param name="Id">Two or three letters and four digits, upper case: PE0062. The letters are not always an ISO code.</param>
/// <param name="Member">The member's English name.</param>
/// <param name="Year">The year of submission: the label that the source gives.</param>
/// <param name="Plan">The number of the action plan; inferred from the years' order where the source only gives years.</param>
/// <param name="Title">As the source writes it, typos included, without the star mark.</param>
public sealed record Commitment(string Id, string Member, int Year, int Plan, string Title, bool Starred, Source Source)
{
    /// <summary>Given when the source says whether it is starred; else why it does not, and <see cref="Starred"/> is false.</summary>
    public KnownState StarState { get; init; } = KnownState.Given;

    /// <summary>Policy areas in the source's order; empty when the source leaves them out (PE0033).</summary>
    public Values<string> Areas { get; init; } = [];

    public Known LeadInstitution { get; init; }

    public Known SupportingInstitutions { get; init; }

    public Known Status { get; init; }

    public Known Completion { get; init; }

    public Known PotentialImpact { get; init; }

    public Known EarlyResults { get; init; }

    public Known StartDate { get; init; }

    public Known EndDate { get; init; }

    public Known Description { get; init; }

    public Known Url { get; init; }

    /// <summary>Further sources, with the facts that each of them gave. The others were read where <see cref="Source"/> says.</summary>
    public Values<FurtherSource> Others { get; init; } = [];

    /// <summary>Which kinds of source have it; none when it was removed from all of them.</summary>
    public Values<Origin> HeldBy { get; init; } = [Source.Origin];

    /// <summary>Since when no source has it any longer; null while one does. Lists and counts leave it out.</summary>
    public DateTimeOffset? Removed { get; init; }

    /// <summary>Words that the source misspells, with the right spelling: Contrator for Contractor (PE0086).</summary>
    public Values<Misspelling> Misspellings { get; init; } = [];

    /// <summary>Where this fact was read.</summary>
    public Source SourceOf(Field field) => Others.FirstOrDefault(further => further.Gave.Contains(field))?.Source ?? Source;
}

public sealed record Misspelling(string Written, string Right);
