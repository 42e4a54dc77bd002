using System.Globalization;
using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>A second source of a record.</summary>
/// <param name="Gave">The facts that were taken from it.</param>
public sealed record FurtherSource(Source Source, Values<Field> Gave);

/// <summary>Further sources in one cell: a list of lists.</summary>
internal static class FurtherSourceText
{
    private const int PartsBeforeFields = 5;

    public static string Write(Values<FurtherSource> sources) => sources.Count == 0 ? "" : ListText.Write(sources.Select(further => ListText.Write(
    [
        further.Source.Origin.ToString(), further.Source.Document, Text(further.Source.FirstLine), Text(further.Source.LastLine),
        further.Source.ImportedAt.ToString("O", CultureInfo.InvariantCulture), .. further.Gave.Select(field => field.ToString()),
    ])));

    /// <exception cref="FormatException">It was not written by this program.</exception>
    public static Values<FurtherSource> Read(string text) => text.Length == 0 ? [] : ListText.Read(text).Select(One).ToValues();

    private static FurtherSource One(string text)
    {
        var parts = ListText.Read(text);
        return parts.Count >= PartsBeforeFields
            && Enum.TryParse<Origin>(parts[0], out var origin) && Enum.IsDefined(origin)
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && int.TryParse(parts[3], NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && DateTimeOffset.TryParseExact(parts[4], "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var importedAt)
                ? new FurtherSource(new Source(parts[1], first, last, importedAt) { Origin = origin }, parts.Skip(PartsBeforeFields).Select(Named).ToValues())
                : throw new FormatException("holds a source that cannot be read");
    }

    private static Field Named(string name) =>
        Enum.TryParse<Field>(name, out var field) && Enum.IsDefined(field) ? field : throw new FormatException($"“{name}” is no fact of a commitment");

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
