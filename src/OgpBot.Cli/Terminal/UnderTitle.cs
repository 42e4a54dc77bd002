using OgpBot.Conversations;
using OgpBot.Texts;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>What stands under a record's title: the star as a word, its short facts, its address.</summary>
internal static class UnderTitle
{
    /// <param name="beside">Rows shown with the record: what they say is not said twice.</param>
    public static IEnumerable<IRenderable> Draw(Item item, CardTexts texts, IReadOnlyList<Fact> beside)
    {
        var sayStarred = item.Starred && !beside.Any(row => row.Value.Contains(texts.Starred, StringComparison.Ordinal));
        string[] details = [.. sayStarred ? [texts.Starred] : Array.Empty<string>(), .. PlainText.DetailsOf(item, beside)];
        if (details.Length > 0)
        {
            yield return Styled.Line(string.Join(" · ", details), Styled.Dim);
        }

        if (item.Url is { Length: > 0 } url && !beside.Any(row => row.Value.Contains(url, StringComparison.Ordinal)))
        {
            yield return Styled.Line(url, Styled.Dim);
        }
    }
}
