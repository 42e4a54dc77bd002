using System.CommandLine;
using OgpBot.Conversations;

namespace OgpBot.Cli;

/// <summary>The --language option.</summary>
internal static class Languages
{
    /// <summary>In the order that the system itself reads them.</summary>
    private static readonly string[] Variables = ["LC_ALL", "LC_MESSAGES", "LANG"];

    public static Option<string?> Option()
    {
        var option = new Option<string?>("--language")
        {
            Description = "Language of the answers where the words do not tell: en or es. Default: that of the system, if it is one of them.",
            HelpName = "en|es",
        };
        return option.AcceptOnlyFromAmong("en", "es");
    }

    /// <returns>Null when neither the option nor the system says: then the bot decides by the words.</returns>
    public static Language? Preferred(string? option, Surroundings surroundings) =>
        (option ?? System(surroundings)) switch
        {
            ['e', 's', ..] => Language.Spanish,
            ['e', 'n', ..] => Language.English,
            _ => null,
        };

    private static string? System(Surroundings surroundings) =>
        Variables.Select(surroundings.Variable).FirstOrDefault(value => !string.IsNullOrEmpty(value));
}
