using System.CommandLine;

namespace OgpBot.Cli;

/// <summary>The options that every command has.</summary>
public static class Globals
{
    public static Option<string?> Data { get; } = new("--data")
    {
        Description = "Folder of the catalog and the conversations. Default: OGPBOT_DATA, else data under the working folder.",
        HelpName = "FOLDER",
        Recursive = true,
    };

    public static Option<bool> NoColour { get; } = new("--no-color")
    {
        Description = "No colours, even on a terminal; so does NO_COLOR.",
        Recursive = true,
    };

    public static Option<bool> Trace { get; } = new("--trace")
    {
        Description = "Show where in the program an unexpected error came from.",
        Recursive = true,
    };

    public static string DataFolder(this ParseResult parsed, Surroundings surroundings) => Path.GetFullPath(
        Filled(parsed.GetValue(Data)) ?? Filled(surroundings.Variable("OGPBOT_DATA")) ?? "data",
        surroundings.WorkingFolder);

    public static bool Colours(this ParseResult parsed, Surroundings surroundings) =>
        !parsed.GetValue(NoColour) && string.IsNullOrEmpty(surroundings.Variable("NO_COLOR"));

    private static string? Filled(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
