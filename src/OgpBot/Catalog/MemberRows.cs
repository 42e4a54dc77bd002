namespace OgpBot.Catalog;

internal sealed class MemberRow : SourceRow
{
    public const string Select = $"""
        select r.name as Name, r.prefix as Prefix, r.slug as Slug, r.slug_state as SlugState, r.region as Region, r.region_state as RegionState,
               r.level as Level, r.level_state as LevelState,
               r.since as Since, r.since_state as SinceState, r.current_plan as CurrentPlan, {Columns}
        from member r join source s on s.number = r.source
        """;

    public string Name { get; init; } = "";
    public string Prefix { get; init; } = "";
    public string? Slug { get; init; }
    public long SlugState { get; init; }
    public string? Region { get; init; }
    public long RegionState { get; init; }
    public string? Level { get; init; }
    public long LevelState { get; init; }
    public string? Since { get; init; }
    public long SinceState { get; init; }
    public long? CurrentPlan { get; init; }

    public Member Record => new(Name, Prefix, Source)
    {
        Slug = Known(Slug, SlugState),
        Region = Known(Region, RegionState),
        Level = Known(Level, LevelState),
        Since = Known(Since, SinceState),
        CurrentPlan = (int?)CurrentPlan,
    };
}

internal sealed class PlanRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.number as Number, r.year as Year, r.span as Span, r.span_state as SpanState, r.spans_in_titles as SpansInTitles,
               r.stated as Stated, r.stated_state as StatedState, r.area_focus as AreaFocus, r.area_focus_state as AreaFocusState,
               r.number_inferred as NumberInferred, m.current_plan is r.number as Current,
               (select count(*) from commitment c where c.member = r.member and c.plan = r.number) as Commitments, {Columns}
        from plan r join member m on m.name = r.member join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public long Number { get; init; }
    public long Year { get; init; }
    public string? Span { get; init; }
    public long SpanState { get; init; }
    public string SpansInTitles { get; init; } = "";
    public string? Stated { get; init; }
    public long StatedState { get; init; }
    public string? AreaFocus { get; init; }
    public long AreaFocusState { get; init; }
    public long NumberInferred { get; init; }
    public long Current { get; init; }
    public long Commitments { get; init; }

    public ActionPlan Record => new(Member, (int)Number, (int)Year, Current != 0, (int)Commitments, Source)
    {
        Span = Known(Span, SpanState),
        SpansInTitles = List(SpansInTitles),
        StatedCommitments = Known(Stated, StatedState),
        AreaFocus = Known(AreaFocus, AreaFocusState),
        NumberInferred = NumberInferred != 0,
    };
}
