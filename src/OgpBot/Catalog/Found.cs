namespace OgpBot.Catalog;

/// <summary>A page of records, with how many there are in all.</summary>
public sealed record Found<T>(IReadOnlyList<T> Items, int Total);

/// <summary>A value and how many records have it. An empty label stands for "not in the source".</summary>
public sealed record Tally(string Label, int Count);

public sealed record Cell(string Row, string Column, int Count);

/// <summary>Which catalog is served.</summary>
/// <param name="Version">Changes whenever the content does; equal content has an equal version.</param>
public sealed record CatalogVersion(string Version, DateTimeOffset BuiltAt, int Commitments, int Resources, IReadOnlyList<string> Documents);
