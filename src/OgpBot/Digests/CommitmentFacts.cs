using OgpBot.Catalog;
using OgpBot.Ingest.Exchange;

namespace OgpBot.Digests;

/// <summary>Star, status and assessment of a commitment as one text: what is news when it changes.</summary>
internal static class CommitmentFacts
{
    /// <summary>In the order in which they are stored.</summary>
    public static IReadOnlyList<Field> Fields { get; } = [Field.Star, Field.Status, Field.Completion, Field.Impact, Field.EarlyResults];

    public static string Of(Commitment commitment) => ListText.Write(
    [
        commitment.Starred ? Kinds.Flag(true) : "",
        .. new[] { commitment.Status, commitment.Completion, commitment.PotentialImpact, commitment.EarlyResults }.Select(KnownText.Write),
    ]);

    /// <summary>The facts that differ.</summary>
    public static IReadOnlyList<FactChange> Compare(string before, string after)
    {
        var (was, now) = (ListText.Read(before), ListText.Read(after));
        return was.Count != Fields.Count || now.Count != Fields.Count
            ? []
            : [.. Fields.Select((field, index) => new FactChange(field, KnownText.Read(was[index]), KnownText.Read(now[index]))).Where(change => change.Was != change.Now)];
    }
}

/// <param name="Was">Of the star: given when it had one.</param>
internal sealed record FactChange(Field Field, Known Was, Known Now);
