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
    Star,
    Active,
    Carried,
    NotReviewed,
    Url,

    /// <summary>Known, but nothing that the catalog holds, and no policy area.</summary>
    Other,
}
