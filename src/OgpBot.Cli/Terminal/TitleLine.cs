using OgpBot.Conversations;
using Spectre.Console;

namespace OgpBot.Cli.Terminal;

/// <summary>A record's ID, star and title.</summary>
internal static class TitleLine
{
    public static Paragraph Draw(Item item, Style title)
    {
        var line = new Paragraph();
        if (PlainText.IdFor(item) is { } id)
        {
            line.Append(id + "  ", Styled.Key);
        }

        if (item.Starred)
        {
            line.Append("★ ", Styled.Star);
        }

        return line.Append(PlainText.Line(item.Title), title);
    }
}
