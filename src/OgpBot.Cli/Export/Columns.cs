using OgpBot.Catalog;

namespace OgpBot.Cli.Export;

/// <summary>The columns of each kind of record, the readable ones first. Every row ends with its source and whom to credit.</summary>
internal static class Columns
{
    public static IReadOnlyList<Column<Commitment>> Commitments { get; } =
    [
        new("id", record => record.Id),
        new("title", record => record.Title),
        new("member", record => record.Member),
        new("year", record => Cell.Of(record.Year)),
        new("plan", record => Cell.Of(record.Plan)),
        new("areas", record => Cell.Of(record.Areas)),
        new("starred", record => Cell.Of(record.Starred)),
        new("lead_institution", record => Cell.Of(record.LeadInstitution)),
        new("supporting_institutions", record => Cell.Of(record.SupportingInstitutions)),
        new("status", record => Cell.Of(record.Status)),
        new("completion", record => Cell.Of(record.Completion)),
        new("potential_impact", record => Cell.Of(record.PotentialImpact)),
        new("early_results", record => Cell.Of(record.EarlyResults)),
        new("start_date", record => Cell.Of(record.StartDate)),
        new("end_date", record => Cell.Of(record.EndDate)),
        new("description", record => Cell.Of(record.Description)),
        new("url", record => Cell.Of(record.Url)),
        .. Sourced<Commitment>(record => record.Source),
    ];

    public static IReadOnlyList<Column<Resource>> Resources { get; } =
    [
        new("title", record => record.Title),
        new("member", record => record.Member),
        new("year", record => Cell.Of(record.Year)),
        new("type", record => Cell.Of(record.Type)),
        new("format", record => Cell.Of(record.Format)),
        new("url", record => Cell.Of(record.Url)),
        .. Sourced<Resource>(record => record.Source),
    ];

    public static IReadOnlyList<Column<ActionPlan>> Plans { get; } =
    [
        new("member", record => record.Member),
        new("name", record => record.Name),
        new("number", record => Cell.Of(record.Number)),
        new("number_inferred", record => Cell.Of(record.NumberInferred)),
        new("year", record => Cell.Of(record.Year)),
        new("current", record => Cell.Of(record.Current)),
        new("span", record => Cell.Of(record.Span)),
        new("spans_in_titles", record => Cell.Of(record.SpansInTitles)),
        new("commitments", record => Cell.Of(record.Commitments)),
        new("stated_commitments", record => Cell.Of(record.StatedCommitments)),
        new("area_focus", record => Cell.Of(record.AreaFocus)),
        .. Sourced<ActionPlan>(record => record.Source),
    ];

    public static IReadOnlyList<Column<Member>> Members { get; } =
    [
        new("name", record => record.Name),
        new("prefix", record => record.Prefix),
        new("region", record => Cell.Of(record.Region)),
        new("since", record => Cell.Of(record.Since)),
        new("current_plan", record => Cell.Of(record.CurrentPlan)),
        .. Sourced<Member>(record => record.Source),
    ];

    public static IReadOnlyList<Column<Post>> Posts { get; } =
    [
        new("title", record => record.Title),
        new("member", record => record.Member),
        new("caption", record => Cell.Of(record.Caption)),
        new("teaser", record => Cell.Of(record.Teaser)),
        .. Sourced<Post>(record => record.Source),
    ];

    public static IReadOnlyList<Column<Term>> Terms { get; } =
    [
        new("name", record => record.Name),
        new("also", record => Cell.Of(record.Also)),
        new("meaning", record => record.Meaning),
        .. Sourced<Term>(record => record.Source),
    ];

    private static IEnumerable<Column<T>> Sourced<T>(Func<T, Source> source) =>
    [
        new("source_document", record => source(record).Document),
        new("source_first_line", record => Cell.Of(source(record).FirstLine)),
        new("source_last_line", record => Cell.Of(source(record).LastLine)),
        new("credit", _ => Source.Credit),
    ];
}
