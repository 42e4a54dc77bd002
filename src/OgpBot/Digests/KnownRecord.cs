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

/// <summary>What is learnt about one member, and what of it is news. Stored together.</summary>
/// <param name="Member">Empty for what belongs to none.</param>
internal sealed record Lesson(string Member, IReadOnlyList<KnownRecord> Records, IReadOnlyList<Change> Changes);
