using System.Text.Json;
using Dapper;
using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>Which of some records a filter lets through, newest first. For records that are known by key already, so nothing is kept.</summary>
internal sealed class RecordPicks(CatalogFile file)
{
    // As many changes as are told at once.
    private const int Most = 50_000;

    private const string NewestCommitments = "r.year desc, r.id";

    private const string NewestResources = "r.year desc, r.title_folded, r.key";

    private const string AsOnThePage = "r.member, r.position";

    public Task<IReadOnlyList<string>> CommitmentsAsync(Filter filter, IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        PickAsync("commitment", "r.id", CatalogSearch.Commitments(filter), ids, NewestCommitments, cancellationToken);

    public Task<IReadOnlyList<string>> ResourcesAsync(Filter filter, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        PickAsync("resource", "r.key", CatalogSearch.Resources(filter), keys, NewestResources, cancellationToken);

    public Task<IReadOnlyList<string>> PostsAsync(Filter filter, IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        PickAsync("post", "r.key", CatalogSearch.Posts(filter), keys, AsOnThePage, cancellationToken);

    /// <summary>In the order asked for, those that there are.</summary>
    public async Task<IReadOnlyList<Commitment>> CommitmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        [.. (await RowsAsync<CommitmentRow>(CommitmentRow.Select, "r.id", ids, cancellationToken)).Select(row => row.Record)];

    public async Task<IReadOnlyList<Resource>> ResourcesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        [.. (await RowsAsync<ResourceRow>(ResourceRow.Select, "r.key", keys, cancellationToken)).Select(row => row.Record)];

    /// <summary>Those that no source has any longer.</summary>
    public async Task<IReadOnlyList<Commitment>> RemovedCommitmentsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
        [.. (await RowsAsync<CommitmentRow>(CommitmentRow.SelectRemoved, "r.id", ids, cancellationToken)).Select(row => row.Record)];

    public async Task<IReadOnlyList<Resource>> RemovedResourcesAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        [.. (await RowsAsync<ResourceRow>(ResourceRow.SelectRemoved, "r.key", keys, cancellationToken)).Select(row => row.Record)];

    public async Task<IReadOnlyList<Post>> PostsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken) =>
        [.. (await RowsAsync<PostRow>(PostRow.Select, "r.key", keys, cancellationToken)).Select(row => row.Record)];

    private async Task<IReadOnlyList<string>> PickAsync(
        string table, string key, Conditions conditions, IReadOnlyCollection<string> among, string order, CancellationToken cancellationToken)
    {
        conditions.Add($"{key} in (select value from json_each(@value))", Json(among));
        await using var connection = await file.OpenAsync(cancellationToken);
        return (await connection.QueryAsync<string>(new CommandDefinition(
            $"select {key} from {table} r {conditions.Where} order by {order} limit {Most}", conditions.Parameters, cancellationToken: cancellationToken))).AsList();
    }

    private async Task<IEnumerable<T>> RowsAsync<T>(string select, string key, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var connection = await file.OpenAsync(cancellationToken);
        return await connection.QueryAsync<T>(new CommandDefinition(
            $"{select} join json_each(@keys) k on k.value = {key} order by k.key limit {Most}", new { keys = Json(keys) }, cancellationToken: cancellationToken));
    }

    private static string Json(IEnumerable<string> keys) => JsonSerializer.Serialize([.. keys], MemoryJson.Default.StringArray);
}
