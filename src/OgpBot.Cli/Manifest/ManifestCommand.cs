using System.CommandLine;

namespace OgpBot.Cli.Manifest;

/// <summary>Prints what a platform wants to know about the bot before it can be installed.</summary>
internal static class ManifestCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("manifest", "Print what a platform needs to install the bot.")
        {
            Usages =
            [
                "ogpbot manifest slack --domain bot.example.org",
                "ogpbot manifest slack --socket",
            ],
        };
        command.Add(SlackManifest.Create(surroundings));
        return command;
    }
}
