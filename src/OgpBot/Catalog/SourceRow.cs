using System.Globalization;
using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>The columns by which every record names its source. SQLite's types: integers are 64 bits wide, flags are integers.</summary>
internal abstract class SourceRow
{
    /// <summary>For the select list of a query that joins source as s and aliases its record's table as r.</summary>
    public const string Columns = "s.document as Document, s.imported_at as ImportedAt, s.origin as Origin, r.first_line as FirstLine, r.last_line as LastLine";

    public string Document { get; init; } = "";

    public string ImportedAt { get; init; } = "";

    public long Origin { get; init; }

    public long FirstLine { get; init; }

    public long LastLine { get; init; }

    protected Source Source => new(Document, (int)FirstLine, (int)LastLine, Instant(ImportedAt)) { Origin = (Origin)Origin };

    protected static DateTimeOffset Instant(string text) => DateTimeOffset.ParseExact(text, "O", CultureInfo.InvariantCulture);

    protected static Known Known(string? value, long state) =>
        (KnownState)state == KnownState.Given ? Catalog.Known.Given(value ?? "") : Catalog.Known.Missing((KnownState)state);

    protected static Values<string> List(string text) => ListText.Read(text);
}
