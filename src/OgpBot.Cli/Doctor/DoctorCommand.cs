using System.CommandLine;
using System.Runtime.InteropServices;
using OgpBot.Cli.Terminal;
using OgpBot.Storage;

namespace OgpBot.Cli.Doctor;

/// <summary>Says what is set up, and whether it works.</summary>
internal static class DoctorCommand
{
    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("doctor", "Check the data folder, the catalog and the settings.")
        {
            Usages = ["ogpbot doctor", "ogpbot doctor --data /srv/ogpbot"],
            Remarks = ["Settings are shown by name only, never by value; they are looked for in the environment and in appsettings.json of the working folder."],
        };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var findings = await LookAsync(parsed, surroundings, cancellationToken);
        Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(FindingsView.Draw(findings));
        return findings.Any(finding => finding.Mark == Mark.Bad) ? ExitCode.Nothing : ExitCode.Done;
    }

    private static async Task<IReadOnlyList<Finding>> LookAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        List<Finding> findings =
        [
            Finding.Good("Program", $"ogpbot {CommandLine.Version}, {RuntimeInformation.FrameworkDescription}"),
            DataFolderCheck.Look(new DataFolder(parsed.DataFolder(surroundings))),
        ];
        // Without a folder the databases could only repeat the same complaint.
        if (findings.TrueForAll(finding => finding.Mark != Mark.Bad))
        {
            await using var runtime = Runtime.Open(parsed, surroundings);
            findings.AddRange(await CatalogCheck.LookAsync(runtime.CatalogFile, runtime.Catalog, cancellationToken));
            findings.AddRange(await StateCheck.LookAsync(runtime.State, cancellationToken));
        }

        findings.AddRange(await ChannelCheck.LookAsync(surroundings, cancellationToken));
        return findings;
    }
}
