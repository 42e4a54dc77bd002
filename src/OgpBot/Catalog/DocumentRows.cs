namespace OgpBot.Catalog;

internal sealed class ResourceRow : SourceRow
{
    private const string Facts = $"""
        select r.key as Key, r.member as Member, r.year as Year, r.title as Title, r.type as Type, r.type_state as TypeState,
               r.format as Format, r.format_state as FormatState, r.url as Url, r.url_state as UrlState, {Columns}
        """;

    public const string Select = $"{Facts}, null as Removed from resource r join source s on s.number = r.source";

    /// <summary>What no source has any longer.</summary>
    public const string SelectRemoved = $"{Facts}, r.removed as Removed from removed_resource r join source s on s.number = r.source";

    public string Key { get; init; } = "";
    public string Member { get; init; } = "";
    public long Year { get; init; }
    public string Title { get; init; } = "";
    public string? Type { get; init; }
    public long TypeState { get; init; }
    public string? Format { get; init; }
    public long FormatState { get; init; }
    public string? Url { get; init; }
    public long UrlState { get; init; }
    public string? Removed { get; init; }

    public Resource Record => new(Key, Member, (int)Year, Title, Source)
    {
        Type = Known(Type, TypeState),
        Format = Known(Format, FormatState),
        Url = Known(Url, UrlState),
        Removed = Removed is null ? null : Instant(Removed),
    };
}

internal sealed class PostRow : SourceRow
{
    public const string Select = $"""
        select r.key as Key, r.member as Member, r.position as Position, r.title as Title, r.caption as Caption, r.caption_state as CaptionState,
               r.teaser as Teaser, r.teaser_state as TeaserState, {Columns}
        from post r join source s on s.number = r.source
        """;

    public string Key { get; init; } = "";
    public string Member { get; init; } = "";
    public long Position { get; init; }
    public string Title { get; init; } = "";
    public string? Caption { get; init; }
    public long CaptionState { get; init; }
    public string? Teaser { get; init; }
    public long TeaserState { get; init; }

    public Post Record => new(Key, Member, (int)Position, Title, Source) { Caption = Known(Caption, CaptionState), Teaser = Known(Teaser, TeaserState) };
}

internal sealed class TermRow : SourceRow
{
    public const string Select = $"""
        select r.key as Key, r.name as Name, r.also as Also, r.meaning as Meaning, {Columns}
        from term r join source s on s.number = r.source
        """;

    public string Key { get; init; } = "";
    public string Name { get; init; } = "";
    public string Also { get; init; } = "";
    public string Meaning { get; init; } = "";

    public Term Record => new(Key, Name, List(Also), Meaning, Source);
}
