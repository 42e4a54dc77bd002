using System.CommandLine;
using OgpBot.Cli.Terminal;
using OgpBot.Ingest.Sources;
using OgpBot.Storage;

namespace OgpBot.Cli.Import;

/// <summary>Puts a source into the catalog and tells what that changed.</summary>
internal static class ImportCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly Argument<string> Source = new("SOURCE")
    {
        Description = "A member's page (HTML or text), OGP's commitments export (CSV or XLSX), an exchange file or a folder of them: told apart by content. A file, a folder, or an https address.",
    };

    private static readonly Option<bool> Force = new("--force") { Description = "Import even if a fifth of the known records would be lost." };

    private static readonly Option<bool> Json = new("--json") { Description = "Print the report as JSON." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("import", "Put a source into the catalog and report what changed.")
        {
            Usages = ["ogpbot import peru.txt", "ogpbot import exchange-folder --data /srv/ogpbot", "ogpbot import https://www.opengovpartnership.org/members/peru/", "ogpbot import peru.txt --json | jq .problems"],
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
        var location = LocationOf(parsed.GetRequiredValue(Source), surroundings);
        using var download = new Download(Download.Handler());
        var import = new SourceImport(download, new DataFolder(parsed.DataFolder(surroundings)), surroundings.Clock);
        var outcome = await ImportProgress.ShowAsync(
            Consoles.Error(surroundings, parsed.Colours(surroundings)),
            progress => import.ImportAsync(location, known: null, Patience, parsed.GetValue(Force), progress, cancellationToken));
        if (outcome.Report is not { } report)
        {
            throw new IOException($"Nothing was imported: {outcome.Failure}.");
        }

        if (parsed.GetValue(Json))
        {
            await surroundings.Output.WriteLineAsync(ReportJson.Write(report));
        }
        else
        {
            Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(ReportView.Draw(report));
        }

        return outcome.IsGood ? ExitCode.Done : ExitCode.Nothing;
    }

    private static string LocationOf(string typed, Surroundings surroundings)
    {
        if (typed.Contains("://", StringComparison.Ordinal))
        {
            return Download.TryAddress(typed, out _) ? typed : throw new UsageException("Only https addresses are fetched.");
        }

        var path = Path.GetFullPath(typed, surroundings.WorkingFolder);
        return Path.Exists(path) ? path : throw new UsageException($"There is no file or folder {path}.");
    }
}
