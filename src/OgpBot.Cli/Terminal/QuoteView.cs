using OgpBot.Conversations;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Words of the source, set apart, with their credit.</summary>
internal static class QuoteView
{
    public static IRenderable Draw(Quote quote) => new Padder(
        new Rows(Styled.Paragraph($"“{quote.Text}”"), Styled.Line($"— {quote.Credit}", Styled.Dim)),
        new Padding(2, 0, 0, 0));
}
