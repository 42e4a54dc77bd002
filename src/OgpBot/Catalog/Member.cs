using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>A country or locality of OGP.</summary>
/// <param name="Prefix">The letters of its commitment IDs: PE, UK, MO for Morocco, PNG.</param>
public sealed record Member(string Name, string Prefix, Source Source)
{
    public Known Slug { get; init; }

    public Known Region { get; init; }

    /// <summary>National, Legacy Local and so on, as the source writes it.</summary>
    public Known Level { get; init; }

    /// <summary>The year it joined.</summary>
    public Known Since { get; init; }

    /// <summary>The number of the current action plan; null when the source names none.</summary>
    public int? CurrentPlan { get; init; }
}

/// <summary>One action plan of a member.</summary>
/// <param name="Year">The year label of its commitments.</param>
/// <param name="Commitments">How many the list holds: counted, not quoted.</param>
public sealed record ActionPlan(string Member, int Number, int Year, bool Current, int Commitments, Source Source)
{
    /// <summary>The source's name for it: Action Plan 4.</summary>
    public string Name => $"Action Plan {Number}";

    /// <summary>The span of years as the page states it: only for the current plan.</summary>
    public Known Span { get; init; }

    /// <summary>Spans that resource titles give for this plan: 2015-16 and 2015–2017 both occur for plan 2.</summary>
    public Values<string> SpansInTitles { get; init; } = [];

    /// <summary>The number of commitments that the source states: only for the current plan.</summary>
    public Known StatedCommitments { get; init; }

    public Known AreaFocus { get; init; }

    /// <summary>True when number and year were matched by their order rather than stated together.</summary>
    public bool NumberInferred { get; init; }
}

/// <summary>A document about a member. Its year is that of publication.</summary>
/// <param name="Key">Stable across imports.</param>
public sealed record Resource(string Key, string Member, int Year, string Title, Source Source)
{
    /// <summary>Since when no source has it any longer; null while one does. Lists and counts leave it out.</summary>
    public DateTimeOffset? Removed { get; init; }

    public Known Type { get; init; }

    public Known Format { get; init; }

    public Known Url { get; init; }
}

/// <summary>A blog post that the member's page shows. Its teaser is OGP's text and never shipped.</summary>
public sealed record Post(string Key, string Member, int Order, string Title, Source Source)
{
    /// <summary>The caption of its picture.</summary>
    public Known Caption { get; init; }

    public Known Teaser { get; init; }
}
