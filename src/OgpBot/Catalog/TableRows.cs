namespace OgpBot.Catalog;

internal sealed class PerformanceRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.plan as Plan, r.major as Major, r.major_state as MajorState,
               r.outstanding as Outstanding, r.outstanding_state as OutstandingState,
               r.starred as Starred, r.starred_state as StarredState, r.unassigned as Unassigned, {Columns}
        from performance r join member m on m.name = r.member join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public long Plan { get; init; }
    public string? Major { get; init; }
    public long MajorState { get; init; }
    public string? Outstanding { get; init; }
    public long OutstandingState { get; init; }
    public string? Starred { get; init; }
    public long StarredState { get; init; }
    public string Unassigned { get; init; } = "";

    public Performance Record => new(Member, (int)Plan, Source)
    {
        Major = Known(Major, MajorState),
        Outstanding = Known(Outstanding, OutstandingState),
        Starred = Known(Starred, StarredState),
        Unassigned = List(Unassigned),
    };
}

internal sealed class PerformanceRecordRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.scope as Scope, r.figures as Figures, {Columns}
        from performance_record r join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public string Scope { get; init; } = "";
    public string Figures { get; init; } = "";

    public PerformanceRecord Record => new(Member, Scope, List(Figures), Source);
}

internal sealed class KeyEntryRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.section as Section, r.position as Position, r.kind as Kind,
               r.name as Name, r.meaning as Meaning, r.meaning_state as MeaningState, {Columns}
        from key_entry r join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public string Section { get; init; } = "";
    public long Position { get; init; }
    public string Kind { get; init; } = "";
    public string Name { get; init; } = "";
    public string? Meaning { get; init; }
    public long MeaningState { get; init; }

    public KeyEntry Record => new(Member, Section, Kind, (int)Position, Name, Known(Meaning, MeaningState), Source);
}

internal sealed class ParticipationRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.plan as Plan, r.phase as Phase, r.level as Level, r.level_state as LevelState, {Columns}
        from participation r join member m on m.name = r.member join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public long Plan { get; init; }
    public string Phase { get; init; } = "";
    public string? Level { get; init; }
    public long LevelState { get; init; }

    public Participation Record => new(Member, (int)Plan, Phase, Known(Level, LevelState), Source);
}

internal sealed class GlobalReportRow : SourceRow
{
    public const string Select = $"""
        select r.member as Member, r.dimension as Dimension, r.number as Number, r.implication as Implication, r.implication_state as ImplicationState,
               r.score as Score, r.score_state as ScoreState, {Columns}
        from global_report_entry r join source s on s.number = r.source
        """;

    public string Member { get; init; } = "";
    public string Dimension { get; init; } = "";
    public long Number { get; init; }
    public string? Implication { get; init; }
    public long ImplicationState { get; init; }
    public string? Score { get; init; }
    public long ScoreState { get; init; }

    public GlobalReportEntry Record => new(Member, Dimension, (int)Number, Source)
    {
        Implication = Known(Implication, ImplicationState),
        Score = Known(Score, ScoreState),
    };
}
