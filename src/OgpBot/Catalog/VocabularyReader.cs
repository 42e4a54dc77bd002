using System.Runtime.InteropServices;
using Dapper;
using Microsoft.Data.Sqlite;
using OgpBot.Ingest.MemberPage;
using OgpBot.Reading;

namespace OgpBot.Catalog;

/// <summary>Reads the words of an edition.</summary>
internal static class VocabularyReader
{
    public static async Task<Vocabulary> ReadAsync(SqliteConnection connection, CancellationToken cancellationToken)
    {
        var commitments = await TitlesAsync("select title_folded as Title, title_right as RightTitle from commitment limit 1000000");
        var resources = await TitlesAsync("select title_folded as Title, title_folded as RightTitle from resource limit 1000000");
        var posts = await TitlesAsync("select title_folded as Title, title_folded as RightTitle from post limit 1000000");
        var members = await ListAsync<MemberEntryRow>(
            """
            select m.name as Name, m.prefix as Prefix, (select max(id) from commitment c where c.member = m.name) as LastId
            from member m order by m.name limit 1000
            """);
        var plans = await ListAsync<PlanRow>($"{PlanRow.Select} order by r.member, r.number limit 10000");
        var terms = await ListAsync<TermRow>($"{TermRow.Select} order by r.source, r.first_line, r.key limit 1000");
        return new Vocabulary
        {
            Members = [.. members.Select(row => new MemberEntry(row.Name, row.Prefix, row.LastId))],
            HasLocals = (await ListAsync<long>("select 1 from member where level_state = 1 and level like '%local%' limit 1")).Count > 0,
            Regions = await ListAsync<string>("select distinct region from member where region_state = 1 order by region limit 100"),
            Facts = [.. (await ListAsync<FactRow>(FactRow.Select)).Select(row => new FactValue(Enum.Parse<Field>(row.Field), row.Value))],
            Institutions = [.. (await ListAsync<string>("select distinct lead from commitment where lead_state = 1 limit 100000")).Select(Lexicon.Key).Distinct(StringComparer.Ordinal)],
            Areas = await ListAsync<string>("select name from area order by name limit 1000"),
            Years = await ListAsync<int>("select distinct year from commitment order by year limit 200"),
            ResourceYears = await ListAsync<int>("select distinct year from resource order by year limit 200"),
            Plans = [.. plans.Select(row => Entry(row.Record))],
            ResourceTypes = await ListAsync<string>("select distinct type from resource where type_state = 1 order by type limit 1000"),
            ResourceFormats = await ListAsync<string>("select distinct format from resource where format_state = 1 order by format limit 1000"),
            Dimensions = await ListAsync<string>("select dimension from global_report_entry group by dimension order by min(first_line), dimension limit 1000"),
            Terms = [.. terms.Select(row => row.Record).Select(term => new TermEntry(term.Key, term.Name, term.Also))],
            TitleWords = Words(commitments),
            ResourceWords = Words(resources),
            Titles = commitments.SelectMany(row => new[] { row.Title, row.RightTitle }).ToHashSet(StringComparer.Ordinal),
            ResourceTitles = resources.Select(row => row.Title).ToHashSet(StringComparer.Ordinal),
            PostTitles = posts.Select(row => row.Title).ToHashSet(StringComparer.Ordinal),
        };

        Task<IReadOnlyList<TitleRow>> TitlesAsync(string sql) => ListAsync<TitleRow>(sql);

        async Task<IReadOnlyList<T>> ListAsync<T>(string sql) =>
            (await connection.QueryAsync<T>(new CommandDefinition(sql, cancellationToken: cancellationToken))).AsList();
    }

    // Sources may give several spans for one plan: the longest counts, so that no year of it is missed.
    private static PlanEntry Entry(ActionPlan plan)
    {
        var ends = plan.SpansInTitles.Append(plan.Span.Value ?? "").Select(span => PlanName.Years(span)?.To).ToList();
        return new PlanEntry(plan.Member, plan.Number, plan.Year, ends.Max(), plan.Current);
    }

    private static Dictionary<string, int> Words(IReadOnlyList<TitleRow> titles)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        var inTitle = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in titles)
        {
            inTitle.Clear();
            inTitle.UnionWith(Folding.Split(row.Title == row.RightTitle ? row.Title : $"{row.Title} {row.RightTitle}"));
            foreach (var word in inTitle)
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, word, out _)++;
            }
        }

        return counts;
    }

    private sealed class TitleRow
    {
        public string Title { get; init; } = "";

        public string RightTitle { get; init; } = "";
    }

    private sealed class FactRow
    {
        public const string Select = $"""
            select '{nameof(Catalog.Field.Status)}' as Field, status as Value from commitment where status_state = 1 group by 2
            union all select '{nameof(Catalog.Field.Completion)}', completion from commitment where completion_state = 1 group by 2
            union all select '{nameof(Catalog.Field.Impact)}', impact from commitment where impact_state = 1 group by 2
            union all select '{nameof(Catalog.Field.EarlyResults)}', early_results from commitment where early_results_state = 1 group by 2
            limit 1000
            """;

        public string Field { get; init; } = "";

        public string Value { get; init; } = "";
    }

    private sealed class MemberEntryRow
    {
        public string Name { get; init; } = "";

        public string Prefix { get; init; } = "";

        public string? LastId { get; init; }
    }
}
