using System.CommandLine;
using OgpBot.Cli.Export;
using OgpBot.Conversations;

namespace OgpBot.Cli.Manifest;

/// <summary>The app package for Microsoft Teams: manifest, languages, icons.</summary>
internal static class TeamsManifestCommand
{
    private static readonly Option<string> AppId = new("--app-id") { Description = "The bot's application (client) ID.", HelpName = "GUID", Required = true };

    private static readonly Option<string> Domain = new("--domain") { Description = "Where the bot can be reached from the internet, without https://.", HelpName = "HOST", Required = true };

    private static readonly Option<string> Out = new("--out") { Description = "Write the package here.", HelpName = "FILE", Required = true };

    private static readonly Option<string[]> Unfurl = new("--unfurl")
    {
        Description = "Domains whose links are previewed; may be repeated. Name the same in Teams:UnfurlDomains. Default: the partnership's own.",
        HelpName = "HOST",
        AllowMultipleArgumentsPerToken = true,
    };

    private static readonly Option<string> Version = new("--version-of-app") { Description = "Must grow with each upload.", HelpName = "N.N.N", DefaultValueFactory = _ => "1.0.0" };

    private static readonly Option<string> Developer = new("--developer") { Description = "The organisation that runs the bot.", HelpName = "NAME", DefaultValueFactory = _ => "OgpBot" };

    private static readonly Option<string?> Website = new("--website") { Description = "Its page about the bot. Default: the bot's own page.", HelpName = "URL" };

    private static readonly Option<string?> Privacy = new("--privacy") { Description = "Its privacy notice. Default: the bot's own page.", HelpName = "URL" };

    private static readonly Option<string?> Terms = new("--terms") { Description = "Its terms of use. Default: the bot's own page.", HelpName = "URL" };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace a file that exists." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new Command("teams", "The app package for Microsoft Teams.") { AppId, Domain, Out, Unfurl, Version, Developer, Website, Privacy, Terms, Force };
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var page = $"https://{parsed.GetValue(Domain)}/";
        var package = TeamsPackage.Of(new TeamsApp(
            parsed.GetValue(AppId)!,
            parsed.GetValue(Domain)!,
            parsed.GetValue(Version)!,
            parsed.GetValue(Developer)!,
            parsed.GetValue(Website) ?? page,
            parsed.GetValue(Privacy) ?? page,
            parsed.GetValue(Terms) ?? page,
            parsed.GetValue(Unfurl) ?? []));
        if (TeamsManifestRules.Broken(package).ToArray() is [var first, ..])
        {
            throw new UsageException(first);
        }

        var path = Path.GetFullPath(parsed.GetValue(Out)!, surroundings.WorkingFolder);
        await OutputFile.WriteAsync(path, parsed.GetValue(Force), stream => package.WriteAsync(stream, cancellationToken));
        await surroundings.Error.WriteLineAsync($"{PlainText.Line(path)}: manifest {package.SchemaVersion}, {package.Files.Count} files. Messaging endpoint: {page}api/messages");
        return ExitCode.Done;
    }
}
