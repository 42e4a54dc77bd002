namespace OgpBot.Ingest.Export;

/// <summary>What a column of the export holds, as columns.csv names it.</summary>
internal enum ExportColumn
{
    Id,
    Member,
    Plan,
    Number,
    Region,
    Level,
    Year,
    EndYear,
    Title,
    OriginalTitle,
    Text,
    Start,
    End,
    Lead,
    Supporting,
    Completion,
    Impact,
    EarlyResults,

    /// <summary>What OGP's site shows. Where an edition has it, no other column for stars counts.</summary>
    MaxStar,
    Star,

    /// <summary>Policy areas as a list in one cell, in editions that have no column for each.</summary>
    Areas,
    Active,
    Carried,

    /// <summary>Where it stands, in words. Where an edition has it, it counts before the columns of ones and zeros.</summary>
    Status,
    NotReviewed,
    Url,

    /// <summary>Known, but nothing that the catalog holds, and no policy area.</summary>
    Other,
}
