using System.Text;

namespace OgpBot.Cli;

/// <summary>The process around a command: the edge that a test replaces.</summary>
public sealed record Surroundings
{
    /// <summary>Cells per line where nobody says how wide the output is.</summary>
    private const int UsualWidth = 80;

    public required Stream Input { get; init; }

    public required TextWriter Output { get; init; }

    /// <summary>The same output, for bytes.</summary>
    public required Stream OutputBytes { get; init; }

    public required TextWriter Error { get; init; }

    public bool InputIsTerminal { get; init; }

    public bool OutputIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    /// <summary>Cells per line, asked anew each time: a person may resize the window.</summary>
    public Func<int> Width { get; init; } = () => UsualWidth;

    /// <summary>Waits for a key and does not show it.</summary>
    public Func<ConsoleKeyInfo> ReadKey { get; init; } = () => throw new InvalidOperationException("There is no keyboard.");

    public Func<string, string?> Variable { get; init; } = _ => null;

    public required string WorkingFolder { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    public static Surroundings OfProcess()
    {
        var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        Console.OutputEncoding = utf8;
        Console.InputEncoding = utf8;
        return new Surroundings
        {
            Input = Console.OpenStandardInput(),
            Output = Console.Out,
            OutputBytes = Console.OpenStandardOutput(),
            Error = Console.Error,
            InputIsTerminal = !Console.IsInputRedirected,
            OutputIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Width = WidthOfProcess,
            ReadKey = () => Console.ReadKey(intercept: true),
            Variable = Environment.GetEnvironmentVariable,
            WorkingFolder = Environment.CurrentDirectory,
        };
    }

    private static int WidthOfProcess()
    {
        if (!Console.IsOutputRedirected && Console.WindowWidth > 0)
        {
            return Console.WindowWidth;
        }

        return int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), out var columns) && columns > 0 ? columns : UsualWidth;
    }
}
