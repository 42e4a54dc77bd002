namespace OgpBot.Catalog;

/// <summary>How the ledger is read.</summary>
internal sealed class LedgerRow
{
    public const string SelectAreas = """
        select a.name as Name, (select json_group_array(c.commitment) from commitment_area c where c.area = a.number) as Commitments from area a order by a.number limit 1000
        """;

    /// <summary>Facts that commitments are counted by, with the SQL of their labels.</summary>
    public static IReadOnlyList<(Field Field, string Sql)> Labels { get; } =
    [
        (Field.Year, "cast(r.year as text)"),
        (Field.Plan, "cast(r.plan as text)"),
        (Field.Member, "r.member"),
        (Field.Region, "coalesce(m.region, '')"),
        (Field.Star, "case r.starred when 1 then 'yes' else 'no' end"),
        (Field.Lead, FactWords.Label("lead")),
        (Field.Supporting, FactWords.Label("supporting")),
        (Field.Status, FactWords.Label("status")),
        (Field.Completion, FactWords.Label("completion")),
        (Field.Impact, FactWords.Label("impact")),
        (Field.EarlyResults, FactWords.Label("early_results")),
        (Field.Start, FactWords.Label("start_date")),
        (Field.End, FactWords.Label("end_date")),
    ];

    /// <summary>In the order of their numbers; the year comes first.</summary>
    public static string Select { get; } =
        $"select r.year, {string.Join(", ", Labels.Select(label => label.Sql))} from commitment r join member m on m.name = r.member order by r.number limit 1000000";

    public string Name { get; init; } = "";

    public string Commitments { get; init; } = "";
}
