namespace OgpBot.Cli.Export;

/// <summary>The records of a query, ready to be written.</summary>
/// <param name="kind">Plural: commitments.</param>
internal abstract class Table(string kind, int total)
{
    public string Kind { get; } = kind;

    public int Total { get; } = total;

    /// <param name="mark">See <see cref="CsvFile"/>.</param>
    public abstract Task WriteCsvAsync(Stream stream, bool mark, CancellationToken cancellationToken);

    public abstract Task WriteJsonAsync(Stream stream, string query, CancellationToken cancellationToken);
}

internal sealed class Table<T>(string kind, int total, IReadOnlyList<Column<T>> columns, IAsyncEnumerable<T> records) : Table(kind, total)
{
    public override Task WriteCsvAsync(Stream stream, bool mark, CancellationToken cancellationToken) =>
        CsvFile.WriteAsync(stream, columns, records, mark, cancellationToken);

    public override Task WriteJsonAsync(Stream stream, string query, CancellationToken cancellationToken) =>
        JsonFile.WriteAsync(stream, Kind, query, Total, records, cancellationToken);
}
