using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>How a plan's commitments did: each figure is a count of commitments.</summary>
public sealed record Performance(string Member, int Plan, Source Source)
{
    public Known Major { get; init; }

    public Known Outstanding { get; init; }

    public Known Starred { get; init; }

    /// <summary>Figures as printed whose column is lost: the source gives fewer of them than columns.</summary>
    public Values<string> Unassigned { get; init; } = [];
}

/// <summary>"Most per action plan" in the world or the region.</summary>
/// <param name="Scope">Global or Regional.</param>
/// <param name="Figures">As printed. Which of Major, Outstanding and Starred each belongs to is lost in the source.</param>
public sealed record PerformanceRecord(string Member, string Scope, Values<string> Figures, Source Source);

/// <summary>
/// A line of the page's keys, definitions, levels and scales, by section.
/// Kind is one of: key, definition, level, phase, focus, code, scale, note.
/// </summary>
/// <param name="Section">performance, stars, participation or global-report.</param>
/// <param name="Name">Involve, ER, Focus on design …</param>
/// <param name="Meaning">The source's own short definition; not in source for a bare label.</param>
public sealed record KeyEntry(string Member, string Section, string Kind, int Order, string Name, Known Meaning, Source Source);

/// <summary>A level of public influence for a plan and phase. The page's table lost every value.</summary>
public sealed record Participation(string Member, int Plan, string Phase, Known Level, Source Source);

/// <summary>One entry of the OGP Global Report under a dimension. The entries' names were pictures: they are known by number only.</summary>
public sealed record GlobalReportEntry(string Member, string Dimension, int Number, Source Source)
{
    public Known Implication { get; init; }

    public Known Score { get; init; }
}

/// <summary>A word of OGP's trade with its short definition, credited to the source.</summary>
/// <param name="Also">Other names: codes, spellings, Spanish.</param>
public sealed record Term(string Key, string Name, Values<string> Also, string Meaning, Source Source);
