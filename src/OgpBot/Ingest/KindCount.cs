namespace OgpBot.Ingest;

/// <summary>What an import did to one kind of record.</summary>
/// <param name="Kind">Plural: commitments, resources, performance-records …</param>
/// <param name="Total">In the catalog afterwards.</param>
/// <param name="Changed">Says something else than before. A record that only moved within its source is unchanged.</param>
public sealed record KindCount(string Kind, int Total, int New, int Changed, int Removed, int Unchanged);
