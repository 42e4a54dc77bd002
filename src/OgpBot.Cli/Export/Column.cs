using OgpBot.Catalog;

namespace OgpBot.Cli.Export;

/// <summary>One column of an exported table: its heading, and the text of a record's cell.</summary>
internal sealed record Column<T>(string Name, Func<T, string> Text);

/// <summary>How facts are written in cells.</summary>
internal static class Cell
{
    /// <summary>Empty: the source does not say.</summary>
    public static string Of(Known known) => known.Value ?? FactWords.Of(known.State);

    public static string Of(bool flag) => flag ? "yes" : "no";

    public static string Of(int? number) => number is { } given ? $"{given}" : "";

    public static string Of(IEnumerable<string> list) => string.Join("; ", list);
}
