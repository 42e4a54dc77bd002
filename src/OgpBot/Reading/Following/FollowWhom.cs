using System.Collections.Frozen;

namespace OgpBot.Reading;

/// <summary>Takes words that say for whom, and words that say nothing more.</summary>
internal static class FollowWhom
{
    /// <summary>Words that open a question: "who monitors PE0062" asks for no monitoring.</summary>
    private static readonly FrozenSet<string> Asking = FrozenSet.ToFrozenSet(["who", "what", "which", "how", "why", "when", "where", "quien", "quienes", "que", "cual", "cuales", "como", "cuando", "donde"]);

    /// <summary>True: for the person alone; false: for the place; null when not said. "This channel" wins over "me".</summary>
    public static bool? Take(Scan scan)
    {
        var me = TakeAll(scan, FollowKind.Me);
        return TakeAll(scan, FollowKind.Here) ? false : me ? true : null;
    }

    /// <summary>Takes every phrase of these kinds; false when there was none.</summary>
    public static bool TakeAll(Scan scan, params ReadOnlySpan<FollowKind> kinds)
    {
        var found = false;
        foreach (var kind in kinds)
        {
            for (var at = 0; at < scan.Count; at++)
            {
                found |= scan.TryTake(at, kind, out _);
            }
        }

        return found;
    }

    /// <summary>Only words that say nothing stand before: "please", "can you", "I want to".</summary>
    public static bool Leads(Scan scan, int at, Phrasebook book) => Enumerable.Range(0, at).All(before => scan[before].Used || IsFiller(scan[before].Text, book));

    private static bool IsFiller(string word, Phrasebook book) => !Asking.Contains(word) && book.Senses(word)?.Any(sense => sense.Kind == SenseKind.Noise || sense is { Kind: SenseKind.Verb, Value: "greet" or "find" or "thank" } || sense is { Kind: SenseKind.Follow, Value: "replace" }) == true;
}
