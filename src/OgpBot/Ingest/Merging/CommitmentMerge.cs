using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest.Merging;

/// <summary>
/// Puts what a source says about a commitment into what is known. The export beats a page; no reason for a missing value beats
/// a value; and what a source does not speak of stays as it was. Each fact remembers where it was read.
/// </summary>
internal static class CommitmentMerge
{
    private static readonly IReadOnlyList<Fact> Facts =
    [
        Always(Field.Year, (to, from) => to with { Year = from.Year }),
        Always(Field.Plan, (to, from) => to with { Plan = from.Plan }),
        new(Field.Star, it => it.StarState, (to, from) => to with { Starred = from.Starred, StarState = from.StarState }),
        new(Field.Area, it => it.Areas.Count > 0 ? KnownState.Given : KnownState.NotInSource, (to, from) => to with { Areas = from.Areas }),
        Optional(Field.Lead, it => it.LeadInstitution, (to, known) => to with { LeadInstitution = known }),
        Optional(Field.Supporting, it => it.SupportingInstitutions, (to, known) => to with { SupportingInstitutions = known }),
        Optional(Field.Status, it => it.Status, (to, known) => to with { Status = known }),
        Optional(Field.Completion, it => it.Completion, (to, known) => to with { Completion = known }),
        Optional(Field.Impact, it => it.PotentialImpact, (to, known) => to with { PotentialImpact = known }),
        Optional(Field.EarlyResults, it => it.EarlyResults, (to, known) => to with { EarlyResults = known }),
        Optional(Field.Start, it => it.StartDate, (to, known) => to with { StartDate = known }),
        Optional(Field.End, it => it.EndDate, (to, known) => to with { EndDate = known }),
        Optional(Field.Description, it => it.Description, (to, known) => to with { Description = known }),
        Optional(Field.Url, it => it.Url, (to, known) => to with { Url = known }),
    ];

    public static Commitment Merge(Commitment old, Commitment now)
    {
        // Whoever gives the title is the record's source; the member's name is the catalog's.
        var title = Takes(KnownState.Given, KnownState.Given, old.Source.Origin, now.Source.Origin) ? now : old;
        var merged = old with { Title = title.Title, Misspellings = title.Misspellings, Source = title.Source, Member = now.Member };
        var owners = new List<(Field Field, Source Source)>();
        foreach (var fact in Facts)
        {
            var owner = old.SourceOf(fact.Field);
            if (Takes(fact.State(old), fact.State(now), owner.Origin, now.Source.Origin))
            {
                (merged, owner) = (fact.Take(merged, now), now.Source);
            }
            else if (fact.State(old) == KnownState.NotInSource)
            {
                continue;
            }

            if (owner.Origin != merged.Source.Origin)
            {
                owners.Add((fact.Field, owner));
            }
        }

        return Settled(old, merged with
        {
            Others = owners.GroupBy(owner => owner.Source, owner => owner.Field).Select(group => new FurtherSource(group.Key, group.ToValues())).ToValues(),
            HeldBy = old.HeldBy.Append(now.Source.Origin).Distinct().Order().ToValues(),
            Removed = null,
        });
    }

    /// <summary>What a source of this origin no longer has. It is removed when no other has it either.</summary>
    public static Commitment Dropped(Commitment old, Origin origin, DateTimeOffset at)
    {
        var holders = old.HeldBy.Where(holder => holder != origin).ToValues();
        return old.Removed is not null || holders.Count == old.HeldBy.Count ? old : old with { HeldBy = holders, Removed = holders.Count == 0 ? at : null };
    }

    private static bool Takes(KnownState old, KnownState now, Origin owner, Origin origin) => (old, now) switch
    {
        (_, KnownState.NotInSource) => false,
        (KnownState.NotInSource, _) => true,
        // A source corrects itself.
        _ when owner == origin => true,
        (KnownState.Given, KnownState.Given) => origin > owner,
        (_, KnownState.Given) => true,
        (KnownState.Given, _) => false,
        _ => origin > owner,
    };

    // A record that says the same at the same places keeps its import time.
    private static Commitment Settled(Commitment old, Commitment merged)
    {
        var aligned = merged with
        {
            Source = merged.Source with { ImportedAt = old.Source.ImportedAt },
            Others = merged.Others.Count != old.Others.Count ? merged.Others : merged.Others
                .Zip(old.Others, (further, before) => further with { Source = further.Source with { ImportedAt = before.Source.ImportedAt } }).ToValues(),
        };
        return aligned == old ? old : merged;
    }

    private static Fact Always(Field field, Func<Commitment, Commitment, Commitment> take) => new(field, _ => KnownState.Given, take);

    private static Fact Optional(Field field, Func<Commitment, Known> known, Func<Commitment, Known, Commitment> with) =>
        new(field, it => known(it).State, (to, from) => with(to, known(from)));

    private sealed record Fact(Field Field, Func<Commitment, KnownState> State, Func<Commitment, Commitment, Commitment> Take);
}
