using Dapper;
using Microsoft.Data.Sqlite;

namespace OgpBot.Catalog;

/// <summary>Reads a whole catalog file into memory: for merging an import into it, and for the exchange format.</summary>
internal static class CatalogReader
{
    // Far above what OGP publishes; only against a file gone wild.
    private const int MostRecords = 1_000_000;

    public static async Task<CatalogContent> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        return new CatalogContent
        {
            Members = [.. (await Rows<MemberRow>(MemberRow.Select)).Select(row => row.Record)],
            Plans = [.. (await Rows<PlanRow>(PlanRow.Select)).Select(row => row.Record)],
            Commitments = [.. (await Rows<CommitmentRow>(CommitmentRow.Select)).Concat(await Rows<CommitmentRow>(CommitmentRow.SelectRemoved)).Select(row => row.Record)],
            Resources = [.. (await Rows<ResourceRow>(ResourceRow.Select)).Concat(await Rows<ResourceRow>(ResourceRow.SelectRemoved)).Select(row => row.Record)],
            Performance = [.. (await Rows<PerformanceRow>(PerformanceRow.Select)).Select(row => row.Record)],
            PerformanceRecords = [.. (await Rows<PerformanceRecordRow>(PerformanceRecordRow.Select)).Select(row => row.Record)],
            Keys = [.. (await Rows<KeyEntryRow>(KeyEntryRow.Select)).Select(row => row.Record)],
            Participation = [.. (await Rows<ParticipationRow>(ParticipationRow.Select)).Select(row => row.Record)],
            GlobalReport = [.. (await Rows<GlobalReportRow>(GlobalReportRow.Select)).Select(row => row.Record)],
            Terms = [.. (await Rows<TermRow>(TermRow.Select)).Select(row => row.Record)],
            Posts = [.. (await Rows<PostRow>(PostRow.Select)).Select(row => row.Record)],
        };

        Task<IEnumerable<T>> Rows<T>(string select) =>
            connection.QueryAsync<T>(new CommandDefinition($"{select} limit @most", new { most = MostRecords }, cancellationToken: cancellationToken));
    }
}
