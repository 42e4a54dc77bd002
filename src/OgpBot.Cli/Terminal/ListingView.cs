using OgpBot.Conversations;
using OgpBot.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>Numbered records: the numbers are those that "number 2" means.</summary>
internal static class ListingView
{
    public static IRenderable Draw(Listing listing, CardTexts texts)
    {
        var grid = new Spectre.Console.Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1).RightAligned())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (index, item) in listing.Items.Index())
        {
            IRenderable[] lines = [TitleLine.Draw(item, Styled.Plain), .. UnderTitle.Draw(item, texts, [])];
            grid.AddRow(Styled.Line($"{listing.First + index}.", Styled.Dim), new Rows(lines));
        }

        return grid;
    }
}
