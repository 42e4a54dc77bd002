using OgpBot.Conversations;
using OgpBot.Texts;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace OgpBot.Cli.Terminal;

/// <summary>The next steps. Their numbers carry a colon so that they are never taken for those of a listing.</summary>
internal static class ChoicesView
{
    public static IRenderable Draw(IReadOnlyList<Choice> choices, CardTexts texts, bool choosable)
    {
        var grid = new Spectre.Console.Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2))
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));

        foreach (var (index, choice) in choices.Index())
        {
            grid.AddRow(
                Styled.Line(choosable ? $":{index + 1}" : "-", Styled.Key),
                Styled.Line(choosable || choice.Label == choice.Says ? choice.Label : $"{choice.Label}: {choice.Says}"));
        }

        return new Rows(Styled.Line($"{texts.NextSteps}:", Styled.Dim), grid);
    }
}
