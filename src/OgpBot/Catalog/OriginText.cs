using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>Origins in one cell: Page|Export.</summary>
internal static class OriginText
{
    public static string Write(IEnumerable<Origin> origins) => string.Join('|', origins);

    /// <exception cref="FormatException">It was not written by this program.</exception>
    public static Values<Origin> Read(string text) => text.Length == 0 ? [] : text.Split('|').Select(One).ToValues();

    /// <exception cref="FormatException">It was not written by this program.</exception>
    public static Origin One(string name) =>
        Enum.TryParse<Origin>(name, out var origin) && Enum.IsDefined(origin) ? origin : throw new FormatException($"“{name}” is no origin of a document");
}
