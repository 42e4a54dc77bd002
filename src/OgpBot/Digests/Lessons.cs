namespace OgpBot.Digests;

/// <summary>What a version of the catalog says that is not known yet. Pure.</summary>
internal static class Lessons
{
    /// <summary>The first records of a kind of a known member are news up to this number; more are a load.</summary>
    public const int MostNewAtFirst = 10;

    /// <param name="isFirst">Nothing is news: there was no catalog before.</param>
    /// <param name="isOtherScheme">Hashes cannot be compared: only what is there and what is not can be news.</param>
    public static IReadOnlyList<Lesson> Of(IReadOnlyCollection<KnownRecord> known, IEnumerable<Fingerprint> prints, bool isFirst, bool isOtherScheme)
    {
        var before = known.ToLookup(record => record.Member, StringComparer.Ordinal);
        var now = prints.ToLookup(print => print.Member, StringComparer.Ordinal);
        return
        [
            .. before.Select(group => group.Key).Union(now.Select(group => group.Key), StringComparer.Ordinal)
                .Select(member => Of(member, [.. before[member]], [.. now[member]], isFirst, isOtherScheme))
                .Where(lesson => lesson.Records.Count > 0),
        ];
    }

    private static Lesson Of(string member, List<KnownRecord> known, List<Fingerprint> prints, bool isFirst, bool isOtherScheme)
    {
        List<KnownRecord> learnt = [];
        List<Change> changes = [];
        if (prints.Count == 0)
        {
            learnt.AddRange(known.Where(record => !record.Gone).Select(record => record with { Gone = true }));
            return new(member, learnt, learnt.Count == 0 ? [] : [new Change(0, "", member, member, What.Unloaded)]);
        }

        var byKey = known.ToDictionary(record => (record.Kind, record.Key));
        // A member that was away altogether comes back without a word about each record.
        var wasAway = known.Count > 0 && known.TrueForAll(record => record.Gone);
        foreach (var print in prints)
        {
            if (byKey.Remove((print.Kind, print.Key), out var record))
            {
                if (record.Gone || record.Hash != print.Hash)
                {
                    learnt.Add(record.Saying(print));
                    changes.AddRange(Difference(record, print, wasAway, isOtherScheme));
                }
            }
            else
            {
                learnt.Add(KnownRecord.Of(print));
                changes.Add(new(0, print.Kind, print.Key, member, What.New) { After = print.Facts });
            }
        }

        foreach (var record in byKey.Values.Where(record => !record.Gone))
        {
            learnt.Add(record with { Gone = true });
            changes.Add(new(0, record.Kind, record.Key, member, What.Removed) { Before = record.Facts });
        }

        return new(member, learnt, isFirst ? [] : WithLoads(member, known, changes));
    }

    private static IEnumerable<Change> Difference(KnownRecord record, Fingerprint print, bool wasAway, bool isOtherScheme)
    {
        if (record.Hash == print.Hash)
        {
            return wasAway ? [] : [new(0, print.Kind, print.Key, print.Member, What.Returned)];
        }

        return isOtherScheme || record.Earlier == print.Hash
            ? []
            : [new(0, print.Kind, print.Key, print.Member, What.Changed) { Before = record.Facts, After = print.Facts }];
    }

    /// <summary>One change for everything that came in a heap, instead of one for each.</summary>
    private static List<Change> WithLoads(string member, List<KnownRecord> known, List<Change> changes)
    {
        var knownKinds = known.Select(record => record.Kind).ToHashSet(StringComparer.Ordinal);
        var loads = changes.Where(change => change.What == What.New).GroupBy(change => change.Kind, StringComparer.Ordinal)
            .Where(kind => known.Count == 0 || (!knownKinds.Contains(kind.Key) && kind.Count() > MostNewAtFirst))
            .ToDictionary(kind => kind.Key, kind => kind.Count(), StringComparer.Ordinal);
        var rest = changes.Where(change => !(change.What == What.New && loads.ContainsKey(change.Kind))).ToList();
        if (loads.Count > 0)
        {
            rest.Add(new(0, "", member, member, What.Loaded) { After = LoadedKinds.Write(loads) });
        }

        return rest;
    }
}
