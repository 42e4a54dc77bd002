using System.Reflection;
using CsvHelper;
using OgpBot.Catalog;
using OgpBot.Conversations;

namespace OgpBot.Ingest;

/// <summary>Words that sources are known to misspell in titles. Titles keep them; searching finds both spellings.</summary>
internal static class Typos
{
    private static readonly Lazy<IReadOnlyDictionary<string, string>> Known = new(Load);

    public static Values<Misspelling> In(string title) => title
        .Split([' ', ',', '.', '(', ')', '"', '-', '/'], StringSplitOptions.RemoveEmptyEntries)
        .Where(Known.Value.ContainsKey)
        .Distinct(StringComparer.Ordinal)
        .Select(word => new Misspelling(word, Known.Value[word]))
        .ToValues();

    private static Dictionary<string, string> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("Catalog/typos.csv")!;
        using var csv = CsvReader.Create(stream, new CsvReaderOptions { Separator = ',' });
        var typos = new Dictionary<string, string>(StringComparer.Ordinal);
        while (csv.Read())
        {
            typos[csv.GetString("written")] = csv.GetString("right");
        }

        return typos;
    }
}
