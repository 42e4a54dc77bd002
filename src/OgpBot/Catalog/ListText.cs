using System.Text;
using OgpBot.Conversations;

namespace OgpBot.Catalog;

/// <summary>A list in one cell: items separated by "|"; a backslash stands before a "|" or backslash of an item.</summary>
internal static class ListText
{
    public static string Write(IEnumerable<string> items)
    {
        var escaped = items.Select(item => item.Replace("\\", "\\\\").Replace("|", "\\|"));
        // One empty item would look like no item at all.
        return string.Join('|', escaped.Select(item => item.Length == 0 ? "\\e" : item));
    }

    public static Values<string> Read(string text)
    {
        if (text.Length == 0)
        {
            return [];
        }

        var items = new List<string>();
        var item = new StringBuilder();
        for (var i = 0; i < text.Length; i++)
        {
            switch (text[i])
            {
                case '|':
                    items.Add(item.ToString());
                    item.Clear();
                    break;
                case '\\' when i + 1 < text.Length:
                    i++;
                    item.Append(text[i] == 'e' ? "" : text[i]);
                    break;
                default:
                    item.Append(text[i]);
                    break;
            }
        }

        items.Add(item.ToString());
        return items.ToValues();
    }

    public static string Write(Values<Misspelling> misspellings) => Write(misspellings.SelectMany(word => new[] { word.Written, word.Right }));

    /// <exception cref="FormatException">A word without its right spelling.</exception>
    public static Values<Misspelling> ReadMisspellings(string text)
    {
        var words = Read(text);
        return words.Count % 2 == 0
            ? words.Chunk(2).Select(pair => new Misspelling(pair[0], pair[1])).ToValues()
            : throw new FormatException("a misspelled word lacks its right spelling");
    }
}
