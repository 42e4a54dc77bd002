using Dapper;

namespace OgpBot.Catalog;

/// <summary>Reads the catalog that is being served. Safe to share between threads.</summary>
public sealed class CatalogStore(CatalogFile file)
{
    /// <summary>The longest page, and the longest list that is not paged.</summary>
    public const int Most = 1_000;

    /// <exception cref="Storage.DatabaseRefusedException">The catalog file is foreign, newer or damaged.</exception>
    public async Task<CatalogVersion> VersionAsync(CancellationToken cancellationToken) =>
        await (await file.CurrentAsync(cancellationToken)).VersionAsync(cancellationToken);

    public async Task<Vocabulary> VocabularyAsync(CancellationToken cancellationToken) =>
        await (await file.CurrentAsync(cancellationToken)).VocabularyAsync(cancellationToken);

    /// <summary>The whole catalog, for the exchange format.</summary>
    public async Task<CatalogContent> ContentAsync(CancellationToken cancellationToken) => (await file.ReadAllAsync(cancellationToken)).Content;

    public async Task<Found<Commitment>> FindCommitmentsAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken)
    {
        var order = sort switch
        {
            Sort.Oldest => "r.year, r.id",
            Sort.Id => "r.id",
            Sort.Title => "r.title_folded, r.id",
            _ => "r.year desc, r.id",
        };
        var found = await PageAsync<CommitmentRow>(CommitmentRow.Select, "commitment", CatalogSearch.Commitments(filter), order, skip, take, cancellationToken);
        return new([.. found.Items.Select(row => row.Record)], found.Total);
    }

    public async Task<int> CountCommitmentsAsync(Filter filter, CancellationToken cancellationToken)
    {
        var search = CatalogSearch.Commitments(filter);
        await using var connection = await file.OpenAsync(cancellationToken);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from commitment r {search.Where}", search.Parameters, cancellationToken: cancellationToken));
    }

    /// <summary>Most first, then by label. One commitment counts under each of its areas.</summary>
    public Task<IReadOnlyList<Tally>> TallyCommitmentsAsync(Filter filter, Field by, CancellationToken cancellationToken) =>
        TallyAsync("commitment", FieldSearch.Label(by, "a"), CatalogSearch.Commitments(filter), cancellationToken);

    /// <summary>Only cells that hold something, by row and column.</summary>
    public async Task<IReadOnlyList<Cell>> PivotCommitmentsAsync(Filter filter, Field rows, Field columns, CancellationToken cancellationToken)
    {
        var (search, row, column) = (CatalogSearch.Commitments(filter), FieldSearch.Label(rows, "a"), FieldSearch.Label(columns, "b"));
        var sql = $"""
            select {row.Label} as Row, {column.Label} as Column, count(*) as Count
            from commitment r {row.Join} {column.Join}
            {search.Where}
            group by 1, 2 order by 1, 2 limit {Most}
            """;
        await using var connection = await file.OpenAsync(cancellationToken);
        var cells = await connection.QueryAsync<CellRow>(new CommandDefinition(sql, search.Parameters, cancellationToken: cancellationToken));
        return [.. cells.Select(cell => new Cell(cell.Row, cell.Column, (int)cell.Count))];
    }

    public async Task<Found<Resource>> FindResourcesAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken)
    {
        var order = sort switch
        {
            Sort.Oldest => "r.year, r.title_folded, r.key",
            Sort.Title or Sort.Id => "r.title_folded, r.key",
            _ => "r.year desc, r.title_folded, r.key",
        };
        var found = await PageAsync<ResourceRow>(ResourceRow.Select, "resource", CatalogSearch.Resources(filter), order, skip, take, cancellationToken);
        return new([.. found.Items.Select(row => row.Record)], found.Total);
    }

    /// <summary>Most first, then by label. One resource counts under each plan that its title names.</summary>
    public Task<IReadOnlyList<Tally>> TallyResourcesAsync(Filter filter, Field by, CancellationToken cancellationToken) =>
        TallyAsync("resource", FieldSearch.ResourceLabel(by), CatalogSearch.Resources(filter), cancellationToken);

    public async Task<IReadOnlyList<Member>> MembersAsync(CancellationToken cancellationToken) =>
        await ListAsync<MemberRow, Member>(
            MemberRow.Select, new Conditions(), "r.name", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<ActionPlan>> PlansAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PlanRow, ActionPlan>(
            PlanRow.Select, CatalogSearch.OfPlans(filter, "r.number"), "r.member, r.number", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<Performance>> PerformanceAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PerformanceRow, Performance>(
            PerformanceRow.Select, CatalogSearch.OfPlans(filter, "r.plan"), "r.member, r.plan", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<PerformanceRecord>> PerformanceRecordsAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PerformanceRecordRow, PerformanceRecord>(
            PerformanceRecordRow.Select, CatalogSearch.OfMembers(filter), "r.member, r.scope", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<Participation>> ParticipationAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<ParticipationRow, Participation>(
            ParticipationRow.Select, CatalogSearch.OfPlans(filter, "r.plan"), "r.member, r.phase, r.plan", row => row.Record, cancellationToken);

    /// <summary>In the order of the source.</summary>
    public async Task<IReadOnlyList<GlobalReportEntry>> GlobalReportAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<GlobalReportRow, GlobalReportEntry>(
            GlobalReportRow.Select, CatalogSearch.GlobalReport(filter), "r.member, r.first_line, r.number", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<KeyEntry>> KeysAsync(string section, Filter filter, CancellationToken cancellationToken)
    {
        var search = CatalogSearch.OfMembers(filter);
        search.Add("r.section = @value", section);
        return await ListAsync<KeyEntryRow, KeyEntry>(
            KeyEntryRow.Select, search, "r.member, r.position", row => row.Record, cancellationToken);
    }

    /// <summary>In the order of their sources.</summary>
    public async Task<IReadOnlyList<Term>> TermsAsync(CancellationToken cancellationToken) =>
        await ListAsync<TermRow, Term>(
            TermRow.Select, new Conditions(), "r.source, r.first_line, r.key", row => row.Record, cancellationToken);

    public async Task<Found<Post>> FindPostsAsync(Filter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var found = await PageAsync<PostRow>(PostRow.Select, "post", CatalogSearch.Posts(filter), "r.member, r.position", skip, take, cancellationToken);
        return new([.. found.Items.Select(row => row.Record)], found.Total);
    }

    private async Task<Found<T>> PageAsync<T>(
        string select, string table, Conditions search, string order, int skip, int take, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        var total = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            $"select count(*) from {table} r {search.Where}", search.Parameters, cancellationToken: cancellationToken));
        if (total <= skip || take <= 0)
        {
            return new([], total);
        }

        search.Parameters.Add("take", Math.Min(take, Most));
        search.Parameters.Add("skip", Math.Max(skip, 0));
        // The page is picked by number first: sorting whole rows would cost ten times as much.
        var sql = $"{select} where r.number in (select r.number from {table} r {search.Where} order by {order} limit @take offset @skip) order by {order}";
        var rows = await connection.QueryAsync<T>(new CommandDefinition(sql, search.Parameters, cancellationToken: cancellationToken));
        return new(rows.AsList(), total);
    }

    private async Task<IReadOnlyList<T>> ListAsync<TRow, T>(
        string select, Conditions search, string order, Func<TRow, T> record, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<TRow>(new CommandDefinition(
            $"{select} {search.Where} order by {order} limit {Most}", search.Parameters, cancellationToken: cancellationToken));
        return [.. rows.Select(record)];
    }

    private async Task<IReadOnlyList<Tally>> TallyAsync(string table, (string Label, string Join) by, Conditions search, CancellationToken cancellationToken)
    {
        var sql = $"select {by.Label} as Label, count(*) as Count from {table} r {by.Join} {search.Where} group by 1 order by 2 desc, 1 limit {Most}";
        await using var connection = await file.OpenAsync(cancellationToken);
        var tallies = await connection.QueryAsync<TallyRow>(new CommandDefinition(sql, search.Parameters, cancellationToken: cancellationToken));
        return [.. tallies.Select(tally => new Tally(tally.Label, (int)tally.Count))];
    }

    private sealed class TallyRow
    {
        public string Label { get; init; } = "";

        public long Count { get; init; }
    }

    private sealed class CellRow
    {
        public string Row { get; init; } = "";

        public string Column { get; init; } = "";

        public long Count { get; init; }
    }
}
