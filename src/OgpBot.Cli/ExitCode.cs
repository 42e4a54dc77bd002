namespace OgpBot.Cli;

/// <summary>What a script may rely on. Printed by --help.</summary>
public static class ExitCode
{
    public const int Done = 0;

    /// <summary>The last answer holds no record, an import brought nothing usable or was refused, or a check failed.</summary>
    public const int Nothing = 1;

    public const int BadUsage = 2;

    /// <summary>A file, folder or database cannot be read or written.</summary>
    public const int DataProblem = 3;

    /// <summary>A fault of the program.</summary>
    public const int Fault = 4;

    /// <summary>Ctrl+C, as shells count it.</summary>
    public const int Interrupted = 130;

    public static IReadOnlyList<(int Code, string Meaning)> All { get; } =
    [
        (Done, "done"),
        (Nothing, "nothing found, nothing usable to import, import refused, or a check failed"),
        (BadUsage, "bad usage: unknown option, empty question, existing file without --force"),
        (DataProblem, "data problem: a file, folder or database cannot be read or written"),
        (Fault, "a fault of the program (--trace shows where)"),
        (Interrupted, "interrupted (Ctrl+C)"),
    ];
}
