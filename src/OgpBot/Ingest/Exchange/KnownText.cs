using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>
/// A <see cref="Known"/> in one cell: empty for "not in the source", a reason such as "(pending review)", or the value,
/// with a backslash before a value that would read as one of these or begins with one.
/// </summary>
internal static class KnownText
{
    private const string Pending = "(pending review)";
    private const string NotApplicable = "(not applicable)";
    private const string NotReported = "(not reported)";
    private const string NotAvailable = "(not available)";

    public static string Write(Known known) => known.State switch
    {
        KnownState.NotInSource => "",
        KnownState.PendingReview => Pending,
        KnownState.NotApplicable => NotApplicable,
        KnownState.NotReported => NotReported,
        KnownState.NotAvailable => NotAvailable,
        _ => known.Value is "" or Pending or NotApplicable or NotReported or NotAvailable || known.Value!.StartsWith('\\') ? $"\\{known.Value}" : known.Value,
    };

    public static Known Read(string text) => text switch
    {
        "" => Known.NotInSource,
        Pending => Known.PendingReview,
        NotApplicable => Known.NotApplicable,
        NotReported => Known.NotReported,
        NotAvailable => Known.NotAvailable,
        ['\\', .. var value] => Known.Given(value),
        _ => Known.Given(text),
    };
}
