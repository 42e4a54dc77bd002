using System.CommandLine;

namespace OgpBot.Cli.Manifest;

/// <summary>Makes what a platform is given so that people there can install the bot.</summary>
internal static class ManifestCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("manifest", "Make the app package that a platform installs the bot from.")
        {
            Usages = ["ogpbot manifest teams --app-id 11111111-2222-3333-4444-555555555555 --domain bot.example.org --out ogpbot.zip"],
            Remarks = ["The package is checked against the platform's rules before it is written. What to do with it, step by step: manifests/teams/README.md."],
        };
        command.Add(TeamsManifestCommand.Create(surroundings));
        return command;
    }
}
