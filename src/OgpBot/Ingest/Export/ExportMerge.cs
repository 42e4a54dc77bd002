using OgpBot.Catalog;

namespace OgpBot.Ingest.Export;

/// <summary>Puts the export's records into a catalog. What the export does not say stays as it was.</summary>
internal static class ExportMerge
{
    public static CatalogContent Into(CatalogContent old, CatalogContent export)
    {
        var names = Names(old, export);
        return old with
        {
            Members = Merged(old.Members, export.Members.Select(member => member with { Name = names[member.Name] }), member => member.Name, Merge),
            Plans = Merged(old.Plans, export.Plans.Select(plan => plan with { Member = names[plan.Member] }), plan => (plan.Member, plan.Number), Merge),
            Commitments = Merged(
                old.Commitments, export.Commitments.Select(commitment => commitment with { Member = names[commitment.Member] }), commitment => commitment.Id, Merge),
        };
    }

    // The same letters are the same member, whatever the sources call it: the catalog's name stays.
    private static Dictionary<string, string> Names(CatalogContent old, CatalogContent export)
    {
        var known = old.Members.Where(member => member.Prefix.Length > 0).ToLookup(member => member.Prefix, member => member.Name, StringComparer.Ordinal);
        return export.Members.ToDictionary(member => member.Name, member => known[member.Prefix].FirstOrDefault() ?? member.Name, StringComparer.Ordinal);
    }

    private static List<T> Merged<T, TKey>(IReadOnlyList<T> old, IEnumerable<T> fresh, Func<T, TKey> key, Func<T, T, T> merge)
        where TKey : notnull
    {
        var merged = old.ToList();
        var places = old.Index().ToDictionary(entry => key(entry.Item), entry => entry.Index);
        foreach (var record in fresh)
        {
            if (places.TryGetValue(key(record), out var place))
            {
                merged[place] = merge(merged[place], record);
            }
            else
            {
                places.Add(key(record), merged.Count);
                merged.Add(record);
            }
        }

        return merged;
    }

    private static Member Merge(Member old, Member now) => old with
    {
        Prefix = now.Prefix,
        Slug = Over(old.Slug, now.Slug),
        Region = Over(old.Region, now.Region),
        Level = Over(old.Level, now.Level),
        // A page states which plan is current; the export only implies it.
        CurrentPlan = old.CurrentPlan ?? now.CurrentPlan,
    };

    private static ActionPlan Merge(ActionPlan old, ActionPlan now) => old with
    {
        Year = now.Year,
        Span = old.Span.IsGiven ? old.Span : now.Span,
        NumberInferred = old.NumberInferred && now.NumberInferred,
    };

    private static Commitment Merge(Commitment old, Commitment now) => now with
    {
        Starred = now.StarState == KnownState.Given ? now.Starred : old.Starred,
        StarState = now.StarState == KnownState.Given ? now.StarState : old.StarState,
        Areas = now.Areas.Count > 0 ? now.Areas : old.Areas,
        LeadInstitution = Over(old.LeadInstitution, now.LeadInstitution),
        SupportingInstitutions = Over(old.SupportingInstitutions, now.SupportingInstitutions),
        Status = Over(old.Status, now.Status),
        Completion = Over(old.Completion, now.Completion),
        PotentialImpact = Over(old.PotentialImpact, now.PotentialImpact),
        EarlyResults = Over(old.EarlyResults, now.EarlyResults),
        StartDate = Over(old.StartDate, now.StartDate),
        EndDate = Over(old.EndDate, now.EndDate),
        Description = Over(old.Description, now.Description),
        Url = Over(old.Url, now.Url),
    };

    private static Known Over(Known old, Known now) => now.IsGiven || !old.IsGiven ? now : old;
}
