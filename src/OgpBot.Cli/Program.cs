using System.CommandLine;
using OgpBot.Cli.Ask;
using OgpBot.Cli.Chat;
using OgpBot.Cli.DeadLetter;
using OgpBot.Cli.Digest;
using OgpBot.Cli.Doctor;
using OgpBot.Cli.Export;
using OgpBot.Cli.Import;
using OgpBot.Cli.Manifest;
using OgpBot.Cli.Privacy;

namespace OgpBot.Cli;

/// <summary>ogpbot: the bot for a terminal and for scripts.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) => RunAsync(args, Surroundings.OfProcess(), CancellationToken.None);

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Command[] commands =
        [
            AskCommand.Create(surroundings),
            ChatCommand.Create(surroundings),
            ImportCommand.Create(surroundings),
            ExportCommand.Create(surroundings),
            DeadLetterCommand.Create(surroundings),
            DigestCommand.Create(surroundings),
            ForgetCommand.Create(surroundings),
            UnansweredCommand.Create(surroundings),
            ManifestCommand.Create(surroundings),
            DoctorCommand.Create(surroundings),
        ];
        return CommandLine.RunAsync(commands, args, surroundings, cancellationToken);
    }
}
