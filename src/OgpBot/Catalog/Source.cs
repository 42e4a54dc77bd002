namespace OgpBot.Catalog;

/// <summary>Where a record was read.</summary>
/// <param name="Document">The document's name, never a machine's path.</param>
/// <param name="FirstLine">From 1, inclusive.</param>
/// <param name="LastLine">Inclusive.</param>
/// <param name="ImportedAt">When this reading entered the catalog, UTC.</param>
public sealed record Source(string Document, int FirstLine, int LastLine, DateTimeOffset ImportedAt)
{
    public Origin Origin { get; init; }

    /// <summary>Who published it; OGP's licence (CC BY 4.0) asks that it is shown.</summary>
    public const string Credit = "Open Government Partnership, CC BY 4.0";
}
