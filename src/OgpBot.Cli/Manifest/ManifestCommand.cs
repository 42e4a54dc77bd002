using System.CommandLine;

namespace OgpBot.Cli.Manifest;

/// <summary>Makes what a platform is given so that people there can install the bot.</summary>
internal static class ManifestCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("manifest", "Make what a platform installs the bot from.")
        {
            Usages =
            [
                "ogpbot manifest slack --domain bot.example.org",
                "ogpbot manifest slack --socket",
                "ogpbot manifest teams --app-id 11111111-2222-3333-4444-555555555555 --domain bot.example.org --out ogpbot.zip",
            ],
            Remarks = ["It is checked against the platform's rules first. What to do with it, step by step: manifests/slack/README.md and manifests/teams/README.md."],
        };
        command.Add(SlackManifestCommand.Create(surroundings));
        command.Add(TeamsManifestCommand.Create(surroundings));
        return command;
    }
}
