using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;

namespace OgpBot.Ingest.Merging;

/// <summary>Puts a page or an export into a catalog. What it does not speak of stays; what it no longer has is marked.</summary>
/// <param name="member">Whose page it is; null for an export, which speaks of all members.</param>
internal sealed class Merge(Origin origin, string? member, DateTimeOffset at)
{
    public CatalogContent Into(CatalogContent old, CatalogContent now)
    {
        now = member is null ? Named(now, old) : now;
        // What a source infers gives way to what is known; what a page states gives way to the export.
        now = PlanNumbers.Agreed(now, old.Plans, plan => plan.NumberInferred);
        now = PlanNumbers.Agreed(now, old.Plans.Where(IsOfExport), plan => !IsOfExport(plan));
        old = PlanNumbers.Agreed(old, now.Plans.Where(plan => !plan.NumberInferred), plan => plan.NumberInferred);
        old = PlanNumbers.Agreed(old, now.Plans.Where(IsOfExport), plan => !IsOfExport(plan));
        var commitments = Commitments(old, now);
        var merged = old with
        {
            Members = Merged(old.Members, now.Members, record => record.Name, PlanMerge.Merge),
            Plans = Plans(old, now, commitments),
            Commitments = commitments,
        };
        return Kinds.OfDocuments.Where(kind => member is not null && kind.Count(now) > 0)
            .Aggregate(merged, (content, kind) => kind.Replace(content, now, member!, at));
    }

    /// <summary>How many commitments a source of this kind has.</summary>
    public int Held(CatalogContent content) =>
        content.Commitments.Count(it => it.Removed is null && it.HeldBy.Contains(origin) && (member is null || it.Member == member));

    private static bool IsOfExport(ActionPlan plan) => plan is { NumberInferred: false, Source.Origin: Origin.Export };

    // The same letters are the same member, whatever the sources call it: the catalog's name stays.
    private static CatalogContent Named(CatalogContent now, CatalogContent old)
    {
        var known = old.Members.Where(record => record.Prefix.Length > 0).ToLookup(record => record.Prefix, record => record.Name, StringComparer.Ordinal);
        var names = now.Members.ToDictionary(record => record.Name, record => known[record.Prefix].FirstOrDefault() ?? record.Name, StringComparer.Ordinal);
        return names.All(name => name.Key == name.Value) ? now : now with
        {
            Members = [.. now.Members.Select(record => record with { Name = names[record.Name] })],
            Plans = [.. now.Plans.Select(plan => plan with { Member = names[plan.Member] })],
            Commitments = [.. now.Commitments.Select(it => it with { Member = names[it.Member] })],
        };
    }

    private List<Commitment> Commitments(CatalogContent old, CatalogContent now)
    {
        var merged = Merged(old.Commitments, now.Commitments, record => record.Id, CommitmentMerge.Merge);
        if (now.Commitments.Count == 0)
        {
            // Today's pages have no list: they say nothing about which commitments there are.
            return merged;
        }

        var ids = now.Commitments.Select(it => it.Id).ToHashSet(StringComparer.Ordinal);
        return [.. merged.Select(it => ids.Contains(it.Id) || (member is not null && it.Member != member) ? it : CommitmentMerge.Dropped(it, origin, at))];
    }

    // A plan that only followed from commitments goes with the last of them.
    private List<ActionPlan> Plans(CatalogContent old, CatalogContent now, List<Commitment> commitments)
    {
        var needed = commitments.Select(it => (it.Member, it.Plan)).Concat(now.Plans.Select(plan => (plan.Member, plan.Number))).ToHashSet();
        return [.. Merged(old.Plans, now.Plans, record => (record.Member, record.Number), PlanMerge.Merge)
            .Where(plan => plan.Source.Origin != origin || (member is not null && plan.Member != member) || needed.Contains((plan.Member, plan.Number)))];
    }

    private static List<T> Merged<T, TKey>(IReadOnlyList<T> old, IReadOnlyList<T> now, Func<T, TKey> key, Func<T, T, T> merge)
        where TKey : notnull
    {
        var merged = old.ToList();
        var places = old.Index().ToDictionary(entry => key(entry.Item), entry => entry.Index);
        foreach (var record in now)
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
}
