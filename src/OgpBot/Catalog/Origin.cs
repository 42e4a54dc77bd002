namespace OgpBot.Catalog;

/// <summary>Which of OGP's publications a document is. Where two give the same fact, the later one here counts. The numbers are stored.</summary>
public enum Origin
{
    /// <summary>A member's page.</summary>
    Page = 0,

    /// <summary>The commitments export, which holds what the IRM assessed.</summary>
    Export = 1,
}
