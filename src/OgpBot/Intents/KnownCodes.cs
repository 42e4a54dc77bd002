using OgpBot.Catalog;

namespace OgpBot.Intents;

/// <summary>What OGP's commitments export writes where it has no value.</summary>
internal static class KnownCodes
{
    public static IReadOnlyList<(string Code, KnownState State)> All { get; } =
    [
        ("ND", KnownState.NotApplicable),
        ("NR", KnownState.NotReported),
        ("NA", KnownState.NotAvailable),
        ("Pending IRM Review", KnownState.PendingReview),
    ];

    /// <summary>Those among terms that are separated by bars, in any case. The last one says what it means, and member pages speak of it too.</summary>
    public static IReadOnlyList<(string Code, KnownState State)> Of(string terms)
    {
        var asked = terms.Split('|').Select(TermLookup.Key).ToList();
        return [.. All.SkipLast(1).Where(code => asked.Contains(TermLookup.Key(code.Code)))];
    }
}
