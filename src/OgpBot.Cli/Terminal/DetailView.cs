using OgpBot.Conversations;
using OgpBot.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>One record in full.</summary>
internal static class DetailView
{
    public static IRenderable Draw(Detail detail, CardTexts texts)
    {
        IEnumerable<IRenderable> rows = detail.Rows.Count == 0 ? [] : [Styled.Blank, FactsView.Draw(detail.Rows)];
        return new Rows([TitleLine.Draw(detail.Item, Styled.Bold), .. UnderTitle.Draw(detail.Item, texts, detail.Rows), .. rows]);
    }
}
