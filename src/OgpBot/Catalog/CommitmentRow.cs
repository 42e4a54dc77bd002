namespace OgpBot.Catalog;

internal sealed class CommitmentRow : SourceRow
{
    private const string Facts = $"""
        select r.id as Id, r.member as Member, r.year as Year, r.plan as Plan, r.title as Title, r.starred as Starred, r.star_state as StarState,
               r.areas as Areas, r.misspellings as Misspellings,
               r.lead as Lead, r.lead_state as LeadState, r.supporting as Supporting, r.supporting_state as SupportingState,
               r.status as Status, r.status_state as StatusState, r.completion as Completion, r.completion_state as CompletionState,
               r.impact as Impact, r.impact_state as ImpactState, r.early_results as EarlyResults, r.early_results_state as EarlyResultsState,
               r.start_date as StartDate, r.start_date_state as StartDateState, r.end_date as EndDate, r.end_date_state as EndDateState,
               r.description as Description, r.description_state as DescriptionState, r.url as Url, r.url_state as UrlState, r.others as Others, r.held_by as HeldBy, {Columns}
        """;

    public const string Select = $"{Facts}, null as Removed from commitment r join source s on s.number = r.source";

    /// <summary>What no source has any longer.</summary>
    public const string SelectRemoved = $"{Facts}, r.removed as Removed from removed_commitment r join source s on s.number = r.source";

    public string Id { get; init; } = "";
    public string Member { get; init; } = "";
    public long Year { get; init; }
    public long Plan { get; init; }
    public string Title { get; init; } = "";
    public long Starred { get; init; }
    public long StarState { get; init; }
    public string Areas { get; init; } = "";
    public string Misspellings { get; init; } = "";
    public string? Lead { get; init; }
    public long LeadState { get; init; }
    public string? Supporting { get; init; }
    public long SupportingState { get; init; }
    public string? Status { get; init; }
    public long StatusState { get; init; }
    public string? Completion { get; init; }
    public long CompletionState { get; init; }
    public string? Impact { get; init; }
    public long ImpactState { get; init; }
    public string? EarlyResults { get; init; }
    public long EarlyResultsState { get; init; }
    public string? StartDate { get; init; }
    public long StartDateState { get; init; }
    public string? EndDate { get; init; }
    public long EndDateState { get; init; }
    public string? Description { get; init; }
    public long DescriptionState { get; init; }
    public string? Url { get; init; }
    public long UrlState { get; init; }
    public string Others { get; init; } = "";
    public string HeldBy { get; init; } = "";
    public string? Removed { get; init; }

    public Commitment Record => new(Id, Member, (int)Year, (int)Plan, Title, Starred != 0, Source)
    {
        StarState = (KnownState)StarState,
        Areas = List(Areas),
        Misspellings = ListText.ReadMisspellings(Misspellings),
        LeadInstitution = Known(Lead, LeadState),
        SupportingInstitutions = Known(Supporting, SupportingState),
        Status = Known(Status, StatusState),
        Completion = Known(Completion, CompletionState),
        PotentialImpact = Known(Impact, ImpactState),
        EarlyResults = Known(EarlyResults, EarlyResultsState),
        StartDate = Known(StartDate, StartDateState),
        EndDate = Known(EndDate, EndDateState),
        Description = Known(Description, DescriptionState),
        Url = Known(Url, UrlState),
        Others = FurtherSourceText.Read(Others),
        HeldBy = Removed is null && HeldBy.Length == 0 ? [Source.Origin] : OriginText.Read(HeldBy),
        Removed = Removed is null ? null : Instant(Removed),
    };
}
