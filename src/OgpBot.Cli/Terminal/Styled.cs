using OgpBot.Conversations;
using Spectre.Console;

namespace OgpBot.Cli.Terminal;

/// <summary>The few looks that text has.</summary>
internal static class Styled
{
    public static Style Plain { get; } = Style.Plain;

    public static Style Bold { get; } = new(decoration: Decoration.Bold);

    public static Style Dim { get; } = new(decoration: Decoration.Dim);

    public static Style Key { get; } = new(foreground: Color.Teal);

    public static Style Star { get; } = new(foreground: Color.Olive);

    public static Text Blank { get; } = new(" ");

    /// <summary>A blank stands for empty text: an empty one would take no line.</summary>
    public static Text Line(string text, Style? style = null) => new(OrBlank(PlainText.Line(text)), style ?? Plain);

    public static Text Paragraph(string text, Style? style = null) => new(OrBlank(PlainText.Clean(text)), style ?? Plain);

    /// <summary>Cells that a text takes: two for a wide character.</summary>
    public static int Cells(string text) => new Spectre.Console.Rendering.Segment(PlainText.Clean(text)).CellCount();

    private static string OrBlank(string text) => text.Length == 0 ? " " : text;
}
