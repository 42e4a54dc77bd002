using System.CommandLine;
using OgpBot.Cli.Terminal;
using OgpBot.Ingest;
using OgpBot.Storage;

namespace OgpBot.Cli.Import;

/// <summary>Puts a source into the catalog and tells what that changed.</summary>
internal static class ImportCommand
{
    private static readonly Argument<string> Source = new("PATH")
    {
        Description = "The text of a member's page, an exchange file, or a folder of exchange files: told apart by content.",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Import even if a fifth of the known records would be lost." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the report as JSON." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("import", "Put a source into the catalog and report what changed.")
        {
            Usages = ["ogpbot import peru.txt", "ogpbot import exchange-folder --data /srv/ogpbot", "ogpbot import peru.txt --json | jq .problems"],
            Remarks =
            [
                "A new catalog is built aside, checked, and swapped in at once: until then, and when the import fails or is refused, the old one serves. "
                + "A running host notices the new one by itself.",
                "The exit code is 1 when nothing in the source could be used, or when the import was refused.",
            ],
        };
        command.Add(Source);
        command.Add(Force);
        command.Add(Json);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Mistyped.Reject(parsed);
        var path = Path.GetFullPath(parsed.GetRequiredValue(Source), surroundings.WorkingFolder);
        if (!Path.Exists(path))
        {
            throw new UsageException($"There is no file or folder {path}.");
        }

        var folder = new DataFolder(parsed.DataFolder(surroundings));
        var report = await ImportProgress.ShowAsync(
            Consoles.Error(surroundings, parsed.Colours(surroundings)),
            progress => Importer.ImportAsync(path, folder, surroundings.Clock, parsed.GetValue(Force), progress, cancellationToken));

        if (parsed.GetValue(Json))
        {
            await surroundings.Output.WriteLineAsync(ReportJson.Write(report));
        }
        else
        {
            Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(ReportView.Draw(report));
        }

        return report is { Usable: true, Refused: null } ? ExitCode.Done : ExitCode.Nothing;
    }
}
