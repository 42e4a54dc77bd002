using System.Globalization;
using OgpBot.Catalog;
using static OgpBot.Ingest.Exchange.KnownText;

namespace OgpBot.Ingest.Exchange;

/// <summary>Every kind of record and its columns. Members come first: the others hang on them.</summary>
internal static class Kinds
{
    public static IReadOnlyList<Kind> All { get; } =
    [
        new KindOf<Member>(
            "members", member => member.Name, member => member.Name, content => content.Members, (content, records) => content with { Members = records },
            (row, source) => new Member(row.Required("name"), row.Text("prefix"), source)
            {
                Slug = row.Known("slug"), Region = row.Known("region"), Level = row.Known("level"), Since = row.Known("since"), CurrentPlan = row.NumberOrNone("current_plan"),
            },
            member => member.Source, (member, source) => member with { Source = source },
            new("name", member => member.Name), new("prefix", member => member.Prefix), new("slug", member => Write(member.Slug)),
            new("region", member => Write(member.Region)), new("level", member => Write(member.Level), Optional: true), new("since", member => Write(member.Since)),
            new("current_plan", member => member.CurrentPlan is { } plan ? Text(plan) : "")),
        new KindOf<ActionPlan>(
            "plans", plan => Key(plan.Member, Padded(plan.Number)), plan => plan.Member,
            content => content.Plans, (content, records) => content with { Plans = records },
            (row, source) => new ActionPlan(row.Required("member"), row.Number("number"), row.Year("year"), Current: false, Commitments: 0, source)
            {
                Span = row.Known("span"), SpansInTitles = row.List("spans_in_titles"), StatedCommitments = row.Known("stated_commitments"),
                AreaFocus = row.Known("area_focus"), NumberInferred = row.Flag("number_inferred"),
            },
            // Whether it is current, and its count, follow from the members and commitments.
            plan => plan.Source, (plan, source) => plan with { Source = source, Current = false, Commitments = 0 },
            new("member", plan => plan.Member), new("number", plan => Text(plan.Number)), new("year", plan => Text(plan.Year)),
            new("span", plan => Write(plan.Span)),
            new("spans_in_titles", plan => ListText.Write(plan.SpansInTitles)), new("stated_commitments", plan => Write(plan.StatedCommitments)),
            new("area_focus", plan => Write(plan.AreaFocus)), new("number_inferred", plan => Flag(plan.NumberInferred))),
        Commitments.Kind,
        new KindOf<Resource>(
            "resources", resource => resource.Key, resource => resource.Member,
            content => content.Resources, (content, records) => content with { Resources = records },
            (row, source) => new Resource(row.Required("key"), row.Required("member"), row.Year("year"), row.Required("title"), source)
            {
                Type = row.Known("type"), Format = row.Known("format"), Url = row.Known("url"), Removed = row.InstantOrNone("removed"),
            },
            resource => resource.Source, (resource, source) => resource with { Source = source },
            new("key", resource => resource.Key), new("member", resource => resource.Member), new("year", resource => Text(resource.Year)),
            new("title", resource => resource.Title), new("type", resource => Write(resource.Type)), new("format", resource => Write(resource.Format)),
            new("url", resource => Write(resource.Url)), new("removed", resource => Instant(resource.Removed), Optional: true))
        {
            IsLive = resource => resource.Removed is null,
            Remove = (resource, since) => resource with { Removed = since },
        },
        .. Tables.All,
        new KindOf<Term>(
            "terms", term => term.Key, _ => null, content => content.Terms, (content, records) => content with { Terms = records },
            (row, source) => new Term(row.Required("key"), row.Required("name"), row.List("also"), row.Required("meaning"), source),
            term => term.Source, (term, source) => term with { Source = source },
            new("key", term => term.Key), new("name", term => term.Name), new("also", term => ListText.Write(term.Also)), new("meaning", term => term.Meaning)),
        new KindOf<Post>(
            "posts", post => post.Key, post => post.Member, content => content.Posts, (content, records) => content with { Posts = records },
            (row, source) => new Post(row.Required("key"), row.Required("member"), row.Number("order"), row.Required("title"), source)
            {
                Caption = row.Known("caption"), Teaser = row.Known("teaser"),
            },
            post => post.Source, (post, source) => post with { Source = source },
            new("key", post => post.Key), new("member", post => post.Member), new("order", post => Text(post.Order)), new("title", post => post.Title),
            new("caption", post => Write(post.Caption)), new("teaser", post => Write(post.Teaser))),
    ];

    /// <summary>Those that a page replaces as a whole, if it has any of them. The others are merged record by record.</summary>
    public static IReadOnlyList<Kind> OfDocuments { get; } = [.. All.Where(kind => kind.Name is not ("members" or "plans" or Commitments.Name))];

    public static string Key(params string[] parts) => string.Join(" / ", parts);

    public static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>So that numbers sort as text.</summary>
    public static string Padded(int number) => number.ToString("D4", CultureInfo.InvariantCulture);

    public static string Instant(DateTimeOffset? instant) => instant?.ToString("O", CultureInfo.InvariantCulture) ?? "";

    public static string Flag(bool flag) => flag ? "yes" : "no";
}
