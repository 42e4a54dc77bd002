using OgpBot.Catalog;

namespace OgpBot.Ingest.Merging;

/// <summary>Puts what a source says about a member or a plan into what is known.</summary>
internal static class PlanMerge
{
    public static Member Merge(Member old, Member now)
    {
        // A page states which plan is current; the export only implies it.
        var (page, export) = now.Source.Origin == Origin.Page ? (now, old) : (old, now);
        var merged = now with
        {
            Prefix = now.Prefix.Length > 0 ? now.Prefix : old.Prefix,
            Slug = Over(old.Slug, now.Slug),
            Region = Over(old.Region, now.Region),
            Level = Over(old.Level, now.Level),
            Since = Over(old.Since, now.Since),
            CurrentPlan = old.Source.Origin == now.Source.Origin ? now.CurrentPlan ?? old.CurrentPlan : page.CurrentPlan ?? export.CurrentPlan,
            Source = old.Source.Origin == now.Source.Origin ? now.Source : page.Source,
        };
        return merged with { Source = merged.Source with { ImportedAt = old.Source.ImportedAt } } == old ? old : merged;
    }

    public static ActionPlan Merge(ActionPlan old, ActionPlan now)
    {
        var merged = old.Source.Origin == now.Source.Origin
            ? now with { Span = Over(old.Span, now.Span) }
            : now.Source.Origin == Origin.Page ? Mixed(now, old) : Mixed(old, now);
        merged = merged with
        {
            SpansInTitles = now.SpansInTitles.Count > 0 ? now.SpansInTitles : old.SpansInTitles,
            StatedCommitments = Over(old.StatedCommitments, now.StatedCommitments),
            AreaFocus = Over(old.AreaFocus, now.AreaFocus),
            NumberInferred = old.NumberInferred && now.NumberInferred,

            // Both follow from members and commitments.
            Current = old.Current,
            Commitments = old.Commitments,
        };
        return merged with { Source = merged.Source with { ImportedAt = old.Source.ImportedAt } } == old ? old : merged;
    }

    // What a page states about the current plan counts; about the others it says nothing but their years.
    private static ActionPlan Mixed(ActionPlan page, ActionPlan export) => page with
    {
        Year = page.NumberInferred ? export.Year : page.Year,
        Span = Over(export.Span, page.Span),
        Source = page.NumberInferred && !export.NumberInferred ? export.Source : page.Source,
    };

    private static Known Over(Known old, Known now) => now.IsGiven || !old.IsGiven ? now : old;
}
