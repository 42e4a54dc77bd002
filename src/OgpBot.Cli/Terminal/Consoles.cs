using Spectre.Console;

namespace OgpBot.Cli.Terminal;

/// <summary>Consoles that write escape codes to terminals only, and colours only where they are wanted.</summary>
public static class Consoles
{
    /// <summary>Cells that drawing needs at least; a narrower terminal breaks the lines itself.</summary>
    private const int LeastWidth = 20;

    public static IAnsiConsole Output(Surroundings surroundings, bool colours) =>
        Create(surroundings, surroundings.Output, surroundings.OutputIsTerminal, colours);

    public static IAnsiConsole Error(Surroundings surroundings, bool colours) =>
        Create(surroundings, surroundings.Error, surroundings.ErrorIsTerminal, colours);

    private static IAnsiConsole Create(Surroundings surroundings, TextWriter writer, bool isTerminal, bool colours)
    {
        var ansi = isTerminal && surroundings.Variable("TERM") is not "dumb";
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = ansi ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = ansi && colours ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = ansi ? InteractionSupport.Yes : InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Width = Math.Max(surroundings.Width(), LeastWidth);
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
