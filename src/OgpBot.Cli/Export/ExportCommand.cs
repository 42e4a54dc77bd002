using System.CommandLine;
using OgpBot.Catalog;
using OgpBot.Conversations;
using OgpBot.Ingest.Exchange;

namespace OgpBot.Cli.Export;

/// <summary>Writes the records of a query, or the whole catalog, to files for other programs.</summary>
internal static class ExportCommand
{
    private static readonly Argument<string[]> Query = new("QUERY")
    {
        Description = "Any question or canonical query; what the answer would list is exported, all pages of it.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private static readonly Option<string> Format = new Option<string>("--format")
    {
        Description = "csv for spreadsheets, json for programs.",
        HelpName = "csv|json",
        DefaultValueFactory = _ => "csv",
    }.AcceptOnlyFromAmong("csv", "json");

    private static readonly Option<string?> Out = new("--out") { Description = "Write here instead of to the output.", HelpName = "FILE" };

    private static readonly Option<bool> All = new("--all") { Description = "Everything, as a folder of CSV files that import reads back. Needs --out FOLDER." };

    private static readonly Option<bool> Force = new("--force") { Description = "Replace files that exist." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("export", "Write the records of a query to a file.")
        {
            Usages =
            [
                "ogpbot export Peru justice commitments 2017 > justice.csv",
                "ogpbot export \"starred commitments\" --format json --out starred.json",
                "ogpbot export \"plans of Peru\" --out plans.csv --force",
                "ogpbot export --all --out catalog",
            ],
            Remarks =
            [
                "In CSV an empty cell means that the source does not say, and a text that a spreadsheet would run as a formula "
                + "(it begins with = + - @) has an apostrophe in front. In JSON a fact has a state: given, notInSource or pendingReview. "
                + "The files of --all are for import, not for spreadsheets: their texts are exactly those of the source.",
                "Every export names its sources: the data is of the Open Government Partnership, CC BY 4.0.",
            ],
        };
        command.Add(Query);
        command.Add(Format);
        command.Add(Out);
        command.Add(All);
        command.Add(Force);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Mistyped.Reject(parsed);
        var query = string.Join(' ', parsed.GetValue(Query) ?? []);
        var target = parsed.GetValue(Out) is { Length: > 0 } path ? Path.GetFullPath(path, surroundings.WorkingFolder) : null;
        return (parsed.GetValue(All), string.IsNullOrWhiteSpace(query), target) switch
        {
            (true, false, _) => throw new UsageException("--all exports everything: leave the query out."),
            (true, true, null) => throw new UsageException("--all needs --out FOLDER."),
            (true, true, { } folder) => EverythingAsync(folder, parsed, surroundings, cancellationToken),
            (false, true, _) => throw new UsageException("Say what to export, or --all."),
            (false, false, _) => RecordsAsync(query, target, parsed, surroundings, cancellationToken),
        };
    }

    private static async Task<int> RecordsAsync(string query, string? target, ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        await using var runtime = Runtime.Open(parsed, surroundings);
        var (read, table) = await new Selection(runtime.Catalog).ReadAsync(query, Languages.Preferred(null, surroundings) ?? Language.English, cancellationToken);
        await surroundings.Error.WriteLineAsync($"{table.Total} {table.Kind}, read as: {PlainText.Line(read)}");

        Task WriteAsync(Stream stream) => parsed.GetValue(Format) == "json"
            ? table.WriteJsonAsync(stream, read, cancellationToken)
            : table.WriteCsvAsync(stream, mark: target is not null, cancellationToken);
        await (target is null ? WriteAsync(surroundings.OutputBytes) : OutputFile.WriteAsync(target, parsed.GetValue(Force), WriteAsync));
        return table.Total == 0 ? ExitCode.Nothing : ExitCode.Done;
    }

    private static async Task<int> EverythingAsync(string folder, ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        if (File.Exists(folder))
        {
            throw new UsageException($"{folder} is a file; --all writes a folder.");
        }

        if (!parsed.GetValue(Force) && Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new UsageException($"{folder} is not empty; --force replaces the files of the same names.");
        }

        await using var runtime = Runtime.Open(parsed, surroundings);
        await ExchangeFolder.WriteAsync(runtime.Catalog, folder, cancellationToken);
        await surroundings.Error.WriteLineAsync($"Everything is in {PlainText.Line(folder)}. Credit: {Source.Credit}");
        return ExitCode.Done;
    }
}
