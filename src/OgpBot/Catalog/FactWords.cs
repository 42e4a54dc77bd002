namespace OgpBot.Catalog;

/// <summary>How a fact that has no value is filtered and counted by: "pending review" and the like. Not in the source is empty.</summary>
public static class FactWords
{
    private static readonly IReadOnlyList<(string Word, KnownState State)> All =
    [
        ("", KnownState.NotInSource),
        ("pending review", KnownState.PendingReview),
        ("not applicable", KnownState.NotApplicable),
        ("not reported", KnownState.NotReported),
        ("not available", KnownState.NotAvailable),
    ];

    /// <exception cref="ArgumentOutOfRangeException">A given fact has its own words.</exception>
    public static string Of(KnownState state) => All.FirstOrDefault(entry => entry.State == state).Word
        ?? throw new ArgumentOutOfRangeException(nameof(state), state, "A given fact has its own words.");

    /// <summary>Null when the word is a value.</summary>
    public static KnownState? StateOf(string word) => All.Any(entry => entry.Word == word) ? All.First(entry => entry.Word == word).State : null;

    /// <summary>The SQL that labels a fact: its value, or the word for why it has none.</summary>
    internal static string Label(string column) =>
        $"case r.{column}_state when 1 then r.{column} {string.Concat(All.Select(entry => $"when {(int)entry.State} then '{entry.Word}' "))}else '' end";
}
