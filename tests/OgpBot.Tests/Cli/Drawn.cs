using OgpBot.Cli;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;

namespace OgpBot.Tests.Cli;

/// <summary>What a person sees: replies drawn by the real console into text.</summary>
internal static class Drawn
{
    public static string Piped(Reply reply, int width = 80, bool choosable = false) => On(Screen(width, isTerminal: false), reply, choosable);

    public static string OnTerminal(Reply reply, int width = 80, bool choosable = false) => On(Screen(width, isTerminal: true), reply, choosable);

    public static Surroundings Screen(int width, bool isTerminal) => new()
    {
        Input = Stream.Null,
        Output = new StringWriter(),
        OutputBytes = new MemoryStream(),
        Error = new StringWriter(),
        InputIsTerminal = isTerminal,
        OutputIsTerminal = isTerminal,
        Width = () => width,
        Variable = name => name == "TERM" ? "xterm-256color" : null,
        WorkingFolder = Path.GetTempPath(),
    };

    private static string On(Surroundings screen, Reply reply, bool choosable)
    {
        Consoles.Output(screen, colours: true).Write(TerminalRenderer.Render(reply, choosable));
        return screen.Output.ToString()!;
    }
}
