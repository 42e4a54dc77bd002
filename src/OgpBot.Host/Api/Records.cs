using System.Text.Json;
using System.Text.Json.Serialization;
using OgpBot.Catalog;

namespace OgpBot.Host.Api;

/// <summary>One page of records.</summary>
/// <param name="Total">Records on all pages together.</param>
/// <param name="Page">From 1.</param>
/// <param name="Pages">At least 1.</param>
internal sealed record RecordPage<T>(int Total, int Page, int Pages, IReadOnlyList<T> Items);

/// <summary>A fact that the source gives, or why it does not.</summary>
/// <param name="Value">As the source writes it; null unless the state is "given".</param>
internal sealed record KnownFact(string? Value, [property: JsonConverter(typeof(KnownStateName))] KnownState State)
{
    public static KnownFact Of(Known known) => new(known.Value, known.State);
}

internal sealed class KnownStateName() : JsonStringEnumConverter<KnownState>(JsonNamingPolicy.CamelCase, allowIntegerValues: false);

/// <summary>Where a record was read, and whom to credit.</summary>
/// <param name="FirstLine">From 1, inclusive.</param>
/// <param name="LastLine">Inclusive.</param>
internal sealed record RecordSource(string Document, int FirstLine, int LastLine, DateTimeOffset ImportedAt, string Credit)
{
    public static RecordSource Of(Source source) => new(source.Document, source.FirstLine, source.LastLine, source.ImportedAt, Source.Credit);
}

/// <summary>What a member promised in an action plan.</summary>
/// <param name="Removed">Since when no source has it any longer; null while one does.</param>
/// <param name="Year">The year of submission.</param>
/// <param name="Plan">The number of the action plan.</param>
/// <param name="Title">As the source writes it, typos included.</param>
/// <param name="Areas">Policy areas; empty when the source leaves them out.</param>
/// <param name="Misspellings">Words of the title that the source misspells, with the right spelling.</param>
internal sealed record CommitmentRecord(
    string Id, string Member, int Year, int Plan, string Title, bool Starred, IReadOnlyList<string> Areas,
    KnownFact LeadInstitution, KnownFact SupportingInstitutions, KnownFact Status, KnownFact Completion, KnownFact PotentialImpact,
    KnownFact EarlyResults, KnownFact StartDate, KnownFact EndDate, KnownFact Description, KnownFact Url,
    IReadOnlyList<Misspelling> Misspellings, RecordSource Source, IReadOnlyList<FurtherRecordSource> FurtherSources, DateTimeOffset? Removed)
{
    public static CommitmentRecord Of(Commitment from) => new(
        from.Id, from.Member, from.Year, from.Plan, from.Title, from.Starred, from.Areas,
        KnownFact.Of(from.LeadInstitution), KnownFact.Of(from.SupportingInstitutions), KnownFact.Of(from.Status), KnownFact.Of(from.Completion),
        KnownFact.Of(from.PotentialImpact), KnownFact.Of(from.EarlyResults), KnownFact.Of(from.StartDate), KnownFact.Of(from.EndDate),
        KnownFact.Of(from.Description), KnownFact.Of(from.Url), from.Misspellings, RecordSource.Of(from.Source),
        [.. from.Others.Select(further => new FurtherRecordSource(RecordSource.Of(further.Source), [.. further.Gave.Select(field => JsonNamingPolicy.CamelCase.ConvertName($"{field}"))]))],
        from.Removed);
}

/// <summary>A second document about a commitment.</summary>
/// <param name="Facts">Which facts were taken from it rather than from the first: completion, area …</param>
internal sealed record FurtherRecordSource(RecordSource Source, IReadOnlyList<string> Facts);

/// <summary>A document about a member.</summary>
/// <param name="Key">Stable across imports.</param>
/// <param name="Year">Of publication.</param>
internal sealed record ResourceRecord(
    string Key, string Member, int Year, string Title, KnownFact Type, KnownFact Format, KnownFact Url, RecordSource Source)
{
    public static ResourceRecord Of(Resource from) => new(
        from.Key, from.Member, from.Year, from.Title, KnownFact.Of(from.Type), KnownFact.Of(from.Format), KnownFact.Of(from.Url), RecordSource.Of(from.Source));
}

/// <summary>One action plan of a member.</summary>
/// <param name="Year">The year label of its commitments.</param>
/// <param name="Commitments">How many the list holds.</param>
/// <param name="Span">The years it covers; stated only for the current plan.</param>
/// <param name="SpansInTitles">Spans that titles of resources give for it; they may differ.</param>
/// <param name="NumberInferred">True when number and year were matched by their order rather than stated together.</param>
internal sealed record PlanRecord(
    string Member, int Number, string Name, int Year, bool Current, int Commitments, KnownFact StatedCommitments, KnownFact Span,
    IReadOnlyList<string> SpansInTitles, KnownFact AreaFocus, bool NumberInferred, RecordSource Source)
{
    public static PlanRecord Of(ActionPlan from) => new(
        from.Member, from.Number, from.Name, from.Year, from.Current, from.Commitments, KnownFact.Of(from.StatedCommitments), KnownFact.Of(from.Span),
        from.SpansInTitles, KnownFact.Of(from.AreaFocus), from.NumberInferred, RecordSource.Of(from.Source));
}

/// <summary>A country or locality of the Open Government Partnership.</summary>
/// <param name="Prefix">The letters of its commitment IDs; not always an ISO code.</param>
/// <param name="Since">The year it joined.</param>
/// <param name="CurrentPlan">The number of its current action plan; null when the source names none.</param>
internal sealed record MemberRecord(string Name, string Prefix, KnownFact Slug, KnownFact Region, KnownFact Since, int? CurrentPlan, RecordSource Source)
{
    public static MemberRecord Of(Member from) => new(
        from.Name, from.Prefix, KnownFact.Of(from.Slug), KnownFact.Of(from.Region), KnownFact.Of(from.Since), from.CurrentPlan, RecordSource.Of(from.Source));
}
