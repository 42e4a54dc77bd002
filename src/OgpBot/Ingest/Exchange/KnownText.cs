using OgpBot.Catalog;

namespace OgpBot.Ingest.Exchange;

/// <summary>
/// A <see cref="Known"/> in one cell: empty for "not in the source", "(pending review)", or the value,
/// with a backslash before a value that would read as one of these or begins with one.
/// </summary>
internal static class KnownText
{
    private const string Pending = "(pending review)";

    public static string Write(Known known) => known.State switch
    {
        KnownState.NotInSource => "",
        KnownState.PendingReview => Pending,
        _ => known.Value is "" or Pending || known.Value!.StartsWith('\\') ? $"\\{known.Value}" : known.Value,
    };

    public static Known Read(string text) => text switch
    {
        "" => Known.NotInSource,
        Pending => Known.PendingReview,
        ['\\', .. var value] => Known.Given(value),
        _ => Known.Given(text),
    };
}
