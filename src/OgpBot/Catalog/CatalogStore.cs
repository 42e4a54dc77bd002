namespace OgpBot.Catalog;

/// <summary>Reads the catalog that is being served. Safe to share between threads.</summary>
public sealed class CatalogStore
{
    public Task<CatalogVersion> VersionAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Vocabulary> VocabularyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Found<Commitment>> FindCommitmentsAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<int> CountCommitmentsAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Tally>> TallyCommitmentsAsync(Filter filter, Field by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Cell>> PivotCommitmentsAsync(Filter filter, Field rows, Field columns, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Found<Resource>> FindResourcesAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Tally>> TallyResourcesAsync(Filter filter, Field by, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Member>> MembersAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<ActionPlan>> PlansAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Performance>> PerformanceAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<PerformanceRecord>> PerformanceRecordsAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Participation>> ParticipationAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<GlobalReportEntry>> GlobalReportAsync(Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<KeyEntry>> KeysAsync(string section, Filter filter, CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<IReadOnlyList<Term>> TermsAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public Task<Found<Post>> FindPostsAsync(Filter filter, int skip, int take, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>A page of records, with how many there are in all.</summary>
public sealed record Found<T>(IReadOnlyList<T> Items, int Total);

/// <summary>A value and how many records have it. An empty label stands for "not in the source".</summary>
public sealed record Tally(string Label, int Count);

public sealed record Cell(string Row, string Column, int Count);

/// <summary>Which catalog is served.</summary>
/// <param name="Version">Changes whenever the content does; equal content has an equal version.</param>
public sealed record CatalogVersion(string Version, DateTimeOffset BuiltAt, int Commitments, int Resources, IReadOnlyList<string> Documents);
