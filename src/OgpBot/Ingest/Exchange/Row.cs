using System.Globalization;
using CsvHelper;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest.Exchange;

/// <summary>One row of an exchange file, read by column name.</summary>
internal sealed class Row(CsvReader csv)
{
    /// <summary>Longest cell that is taken. The longest title known has 601 characters.</summary>
    public const int LongestCell = 20_000;

    /// <summary>Empty when the file lacks the column.</summary>
    public string Text(string column)
    {
        var text = csv.TryGetFieldIndex(column, out var index) ? csv.GetString(index) : "";
        return text.Length <= LongestCell ? text : throw new RowException(column, $"more than {LongestCell:n0} characters");
    }

    public string Required(string column) => Text(column) is { Length: > 0 } text ? text : throw new RowException(column, "is empty");

    public int Number(string column) => int.TryParse(Text(column), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new RowException(column, "is not a whole number");

    public int? NumberOrNone(string column) => Text(column).Length == 0 ? null : Number(column);

    public int Year(string column) => Number(column) is >= 1990 and <= 2100 and var year ? year : throw new RowException(column, "is not a year");

    public bool Flag(string column) => Text(column) switch
    {
        "yes" => true,
        "no" => false,
        _ => throw new RowException(column, "is neither yes nor no"),
    };

    public Known Known(string column) => KnownText.Read(Text(column));

    public Values<string> List(string column) => ListText.Read(Text(column));

    public Values<Misspelling> Misspellings(string column) => Parsed(column, () => ListText.ReadMisspellings(Text(column)));

    public Source Source() => new(Required("document"), Number("first_line"), Number("last_line"), Instant("imported_at"))
    {
        Origin = Text("origin") is { Length: > 0 } origin ? Parsed("origin", () => OriginText.One(origin)) : Origin.Page,
    };

    public DateTimeOffset? InstantOrNone(string column) => Text(column).Length == 0 ? null : Instant(column);

    public static T Parsed<T>(string column, Func<T> parse)
    {
        try
        {
            return parse();
        }
        catch (FormatException error)
        {
            throw new RowException(column, error.Message);
        }
    }

    private DateTimeOffset Instant(string column) =>
        DateTimeOffset.TryParseExact(Text(column), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : throw new RowException(column, "is not an ISO 8601 instant");
}

/// <summary>Why a row is rejected.</summary>
internal sealed class RowException(string column, string reason) : Exception($"{column} {reason}")
{
    public string Column { get; } = column;

    public string Reason { get; } = reason;
}
