using OgpBot.Cli.Terminal;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Doctor;

/// <summary>A line per finding.</summary>
internal static class FindingsView
{
    private static readonly Style Green = new(foreground: Color.Green);

    private static readonly Style Red = new(foreground: Color.Red, decoration: Decoration.Bold);

    public static IRenderable Draw(IReadOnlyList<Finding> findings)
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(1))
            .AddColumn(new GridColumn().NoWrap().PadLeft(0).PadRight(2))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var finding in findings)
        {
            grid.AddRow(Sign(finding.Mark), Styled.Line(finding.Subject, Styled.Key), Styled.Line(finding.Says));
        }

        return new WithoutTrailingSpace(grid);
    }

    private static Text Sign(Mark mark) => mark switch
    {
        Mark.Good => Styled.Line("✓", Green),
        Mark.Bad => Styled.Line("✗", Red),
        _ => Styled.Line("–", Styled.Dim),
    };
}
