namespace OgpBot.Digests;

/// <summary>A record as bot.db remembers it.</summary>
/// <param name="Earlier">The hash before the last change: a record that goes back to what it said is no news.</param>
/// <param name="Gone">True while it is not in the catalog.</param>
internal sealed record KnownRecord(string Kind, string Key, string Member, long Hash, long? Earlier, string Facts, bool Gone)
{
    public static KnownRecord Of(Fingerprint print) => new(print.Kind, print.Key, print.Member, print.Hash, null, print.Facts, Gone: false);

    /// <summary>As it is now.</summary>
    public KnownRecord Saying(Fingerprint print) =>
        this with { Member = print.Member, Hash = print.Hash, Earlier = print.Hash == Hash ? Earlier : Hash, Facts = print.Facts, Gone = false };
}

/// <summary>What is learnt about one member, and what of it is news. Stored together, or in pieces that are.</summary>
/// <param name="Member">Empty for what belongs to none.</param>
internal sealed record Lesson(string Member, IReadOnlyList<KnownRecord> Records, IReadOnlyList<Change> Changes)
{
    /// <summary>
    /// Pieces that can be learnt one by one: each record with its own change. A lesson that says something about all of its records at once,
    /// or nothing about them, stays whole: learnt by half, its other half would be told as news.
    /// </summary>
    /// <param name="most">Records of a piece.</param>
    public IEnumerable<Lesson> InPieces(int most)
    {
        if (Records.Count <= most || Changes.Count != Records.Count)
        {
            return [this];
        }

        var changes = Changes.ToDictionary(change => (change.Kind, change.Key));
        return Records.All(record => changes.ContainsKey((record.Kind, record.Key)))
            ? Records.Chunk(most).Select(piece => new Lesson(Member, piece, [.. piece.Select(record => changes[(record.Kind, record.Key)])]))
            : [this];
    }
}
