using System.Globalization;
using OgpBot.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;
using Letter = OgpBot.Delivery.DeadLetter;

namespace OgpBot.Cli.DeadLetter;

/// <summary>Dead letters for a terminal.</summary>
internal static class LetterView
{
    public static IRenderable Draw(IReadOnlyList<Letter> letters, int total)
    {
        var grid = new Grid();
        foreach (var _ in Enumerable.Range(0, 5))
        {
            grid.AddColumn(new GridColumn().PadLeft(0).PadRight(2));
        }

        foreach (var letter in letters)
        {
            grid.AddRow(Styled.Line(letter.Reference, Styled.Key), Styled.Line(letter.State), Styled.Line(letter.Channel), Styled.Line(At(letter), Styled.Dim), Styled.Line(letter.Reason));
        }

        return new Rows(new WithoutTrailingSpace(grid), Styled.Line(total == letters.Count ? $"{total} in all." : $"The newest {letters.Count} of {total}.", Styled.Dim));
    }

    public static IRenderable Draw(Letter letter)
    {
        var grid = new Grid().AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2)).AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (label, value) in new[]
        {
            ("Reference", letter.Reference), ("State", letter.State), ("Reason", letter.Reason), ("Tries", letter.Tries.ToString(CultureInfo.InvariantCulture)), ("Ended", At(letter)),
            ("Channel", letter.Channel), ("Tenant", letter.Tenant), ("Conversation", letter.Conversation), ("Text", letter.Text),
        })
        {
            grid.AddRow(Styled.Line(label, Styled.Key), Styled.Line(value));
        }

        return new WithoutTrailingSpace(grid);
    }

    private static string At(Letter letter) => letter.EndedAt.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
