using Dapper;
using OgpBot.Conversations;

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
        var found = sort == Sort.Title
            ? await PageAsync<CommitmentRow>(CommitmentRow.Select, "commitment", CatalogSearch.Commitments, filter, "r.title_folded, r.id", skip, take, cancellationToken)
            : await CommitmentsAsync(filter, sort, Math.Max(skip, 0), Math.Clamp(take, 0, Most), cancellationToken);
        var removed = found.Total < filter.Ids.Count && skip == 0 && filter with { Ids = [] } == Filter.None ? await RemovedAsync(filter.Ids, take, cancellationToken) : [];
        return new([.. found.Items.Concat(removed).Select(row => row.Record)], found.Total + removed.Count);
    }

    // One look at the filter tells the page and the total.
    private async Task<Found<CommitmentRow>> CommitmentsAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken)
    {
        var edition = await file.CurrentAsync(cancellationToken);
        var ledger = await edition.LedgerAsync(cancellationToken);
        var picked = await edition.Cache.GetAsync($"commitment by {sort} {skip}+{take}", filter, each: 1, async () =>
        {
            var numbers = await NumbersAsync(edition, ledger, filter, cancellationToken);
            return (IReadOnlyList<int>)[numbers.Count, .. ledger.Page(numbers, sort, skip, take)];
        });
        if (picked.Count == 1)
        {
            return new([], picked[0]);
        }

        await using var connection = await edition.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<CommitmentRow>(new CommandDefinition(
            $"{CommitmentRow.Select} join json_each(@numbers) k on k.value = r.number order by k.key limit {Most}",
            new { numbers = $"[{string.Join(',', picked.Skip(1))}]" }, cancellationToken: cancellationToken));
        return new(rows.AsList(), picked[0]);
    }

    private static async Task<IReadOnlyList<int>> NumbersAsync(ServedEdition edition, Ledger ledger, Filter filter, CancellationToken cancellationToken)
    {
        var conditions = CatalogSearch.Commitments(filter);
        if (conditions.Where.Length == 0)
        {
            return ledger.All;
        }

        await using var connection = await edition.OpenAsync(cancellationToken);
        // As one text: a row for each would take three times as long.
        return Ledger.Numbers(await connection.ExecuteScalarAsync<string>(new CommandDefinition(
            $"select json_group_array(r.number) from commitment r {conditions.Where}", conditions.Parameters, cancellationToken: cancellationToken)) ?? "[]");
    }

    // Asked for by its ID, what no source has any longer still answers.
    private async Task<IReadOnlyList<CommitmentRow>> RemovedAsync(Values<IdRange> ids, int take, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<CommitmentRow>(new CommandDefinition(
            $"{CommitmentRow.SelectRemoved} where r.id in @ids order by r.id limit @take",
            new { ids = ids.Where(range => range.First == range.Last).Select(range => range.First), take = Math.Clamp(take, 0, Most) },
            cancellationToken: cancellationToken))).AsList();
    }

    public async Task<int> CountCommitmentsAsync(Filter filter, CancellationToken cancellationToken) =>
        await CountAsync(await file.CurrentAsync(cancellationToken), "commitment", CatalogSearch.Commitments, filter, cancellationToken);

    /// <summary>Most first, then by label. One commitment counts under each of its areas.</summary>
    public Task<IReadOnlyList<Tally>> TallyCommitmentsAsync(Filter filter, Field by, CancellationToken cancellationToken) =>
        FiguresAsync($"tally of {by}", filter, (ledger, numbers) => ledger.Tally(numbers, by), cancellationToken);

    /// <summary>Only cells that hold something, by row and column.</summary>
    public Task<IReadOnlyList<Cell>> PivotCommitmentsAsync(Filter filter, Field rows, Field columns, CancellationToken cancellationToken) =>
        FiguresAsync($"pivot of {rows} by {columns}", filter, (ledger, numbers) => ledger.Pivot(numbers, rows, columns), cancellationToken);

    public async Task<Found<Resource>> FindResourcesAsync(Filter filter, Sort sort, int skip, int take, CancellationToken cancellationToken)
    {
        var order = sort switch
        {
            Sort.Oldest => "r.year, r.title_folded, r.key",
            Sort.Title or Sort.Id => "r.title_folded, r.key",
            _ => "r.year desc, r.title_folded, r.key",
        };
        var found = await PageAsync<ResourceRow>(ResourceRow.Select, "resource", CatalogSearch.Resources, filter, order, skip, take, cancellationToken);
        return new([.. found.Items.Select(row => row.Record)], found.Total);
    }

    /// <summary>Most first, then by label. One resource counts under each plan that its title names.</summary>
    public async Task<IReadOnlyList<Tally>> TallyResourcesAsync(Filter filter, Field by, CancellationToken cancellationToken)
    {
        var (label, join) = FieldSearch.ResourceLabel(by);
        var edition = await file.CurrentAsync(cancellationToken);
        return await edition.Cache.GetAsync($"resources by {by}", filter, each: 1, async () =>
        {
            var conditions = CatalogSearch.Resources(filter);
            await using var connection = await edition.OpenAsync(cancellationToken);
            var rows = await connection.QueryAsync<TallyRow>(new CommandDefinition(
                $"select {label} as Label, count(*) as Count from resource r {join} {conditions.Where} group by 1 order by 2 desc, 1 limit {Most}",
                conditions.Parameters, cancellationToken: cancellationToken));
            return (IReadOnlyList<Tally>)[.. rows.Select(tally => new Tally(tally.Label, (int)tally.Count))];
        });
    }

    public async Task<IReadOnlyList<Member>> MembersAsync(CancellationToken cancellationToken) =>
        await ListAsync<MemberRow, Member>(
            MemberRow.Select, _ => new Conditions(), Filter.None, "r.name", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<ActionPlan>> PlansAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PlanRow, ActionPlan>(
            PlanRow.Select, asked => CatalogSearch.OfPlans(asked, "r.number"), filter, "r.member, r.number", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<Performance>> PerformanceAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PerformanceRow, Performance>(
            PerformanceRow.Select, asked => CatalogSearch.OfPlans(asked, "r.plan"), filter, "r.member, r.plan", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<PerformanceRecord>> PerformanceRecordsAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<PerformanceRecordRow, PerformanceRecord>(
            PerformanceRecordRow.Select, CatalogSearch.OfMembers, filter, "r.member, r.scope", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<Participation>> ParticipationAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<ParticipationRow, Participation>(
            ParticipationRow.Select, asked => CatalogSearch.OfPlans(asked, "r.plan"), filter, "r.member, r.phase, r.plan", row => row.Record, cancellationToken);

    /// <summary>In the order of the source.</summary>
    public async Task<IReadOnlyList<GlobalReportEntry>> GlobalReportAsync(Filter filter, CancellationToken cancellationToken) =>
        await ListAsync<GlobalReportRow, GlobalReportEntry>(
            GlobalReportRow.Select, CatalogSearch.GlobalReport, filter, "r.member, r.first_line, r.number", row => row.Record, cancellationToken);

    public async Task<IReadOnlyList<KeyEntry>> KeysAsync(string section, Filter filter, CancellationToken cancellationToken)
    {
        return await ListAsync<KeyEntryRow, KeyEntry>(
            KeyEntryRow.Select, InSection, filter, "r.member, r.position", row => row.Record, cancellationToken, of: section);

        Conditions InSection(Filter asked)
        {
            var search = CatalogSearch.OfMembers(asked);
            search.Add("r.section = @value", section);
            return search;
        }
    }

    /// <summary>In the order of their sources.</summary>
    public async Task<IReadOnlyList<Term>> TermsAsync(CancellationToken cancellationToken) =>
        await ListAsync<TermRow, Term>(
            TermRow.Select, _ => new Conditions(), Filter.None, "r.source, r.first_line, r.key", row => row.Record, cancellationToken);

    public async Task<Found<Post>> FindPostsAsync(Filter filter, int skip, int take, CancellationToken cancellationToken)
    {
        var found = await PageAsync<PostRow>(PostRow.Select, "post", CatalogSearch.Posts, filter, "r.member, r.position", skip, take, cancellationToken);
        return new([.. found.Items.Select(row => row.Record)], found.Total);
    }

    private async Task<Found<T>> PageAsync<T>(
        string select, string table, Func<Filter, Conditions> search, Filter filter, string order, int skip, int take, CancellationToken cancellationToken)
    {
        var edition = await file.CurrentAsync(cancellationToken);
        (skip, take) = (Math.Max(skip, 0), Math.Clamp(take, 0, Most));
        // The page is picked by number first: sorting whole rows would cost ten times as much.
        var picked = take == 0 ? [] : await edition.Cache.GetAsync($"{table} by {order} {skip}+{take}", filter, each: 1, PickAsync);
        var isWhole = picked.Count > 0 && picked.Count < take;
        var total = isWhole ? skip + picked.Count : await CountAsync(edition, table, search, filter, cancellationToken);
        if (picked.Count == 0)
        {
            return new([], total);
        }

        await using var connection = await edition.OpenAsync(cancellationToken);
        var rows = await connection.QueryAsync<T>(new CommandDefinition(
            $"{select} where r.number in (select value from json_each(@numbers)) order by {order} limit {Most}",
            new { numbers = $"[{string.Join(',', picked)}]" }, cancellationToken: cancellationToken));
        return new(rows.AsList(), total);

        async Task<IReadOnlyList<long>> PickAsync()
        {
            var conditions = search(filter);
            conditions.Parameters.Add("take", take);
            conditions.Parameters.Add("skip", skip);
            await using var reader = await edition.OpenAsync(cancellationToken);
            return (await reader.QueryAsync<long>(new CommandDefinition(
                $"select r.number from {table} r {conditions.Where} order by {order} limit @take offset @skip",
                conditions.Parameters, cancellationToken: cancellationToken))).AsList();
        }
    }

    private static async Task<int> CountAsync(
        ServedEdition edition, string table, Func<Filter, Conditions> search, Filter filter, CancellationToken cancellationToken)
    {
        return (await edition.Cache.GetAsync(table, filter, each: 1, ReadAsync))[0];

        async Task<IReadOnlyList<int>> ReadAsync()
        {
            var conditions = search(filter);
            await using var connection = await edition.OpenAsync(cancellationToken);
            return [await connection.ExecuteScalarAsync<int>(new CommandDefinition(
                $"select count(*) from {table} r {conditions.Where}", conditions.Parameters, cancellationToken: cancellationToken))];
        }
    }

    private async Task<IReadOnlyList<T>> ListAsync<TRow, T>(
        string select, Func<Filter, Conditions> search, Filter filter, string order, Func<TRow, T> record, CancellationToken cancellationToken, string of = "")
    {
        var edition = await file.CurrentAsync(cancellationToken);
        return await edition.Cache.GetAsync($"{typeof(TRow).Name} {of}", filter, EditionCache.RecordWeight, async () =>
        {
            var conditions = search(filter);
            await using var connection = await edition.OpenAsync(cancellationToken);
            var rows = await connection.QueryAsync<TRow>(new CommandDefinition(
                $"{select} {conditions.Where} order by {order} limit {Most}", conditions.Parameters, cancellationToken: cancellationToken));
            return (IReadOnlyList<T>)[.. rows.Select(record)];
        });
    }

    private async Task<IReadOnlyList<T>> FiguresAsync<T>(
        string what, Filter filter, Func<Ledger, IReadOnlyList<int>, IReadOnlyList<T>> count, CancellationToken cancellationToken)
    {
        var edition = await file.CurrentAsync(cancellationToken);
        var ledger = await edition.LedgerAsync(cancellationToken);
        return await edition.Cache.GetAsync(what, filter, each: 1, async () => count(ledger, await NumbersAsync(edition, ledger, filter, cancellationToken)));
    }

    private sealed class TallyRow
    {
        public string Label { get; init; } = "";

        public long Count { get; init; }
    }
}
