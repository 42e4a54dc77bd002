using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace OgpBot.Cli;

/// <summary>The library's help, then examples, remarks and exit codes.</summary>
internal sealed class Help(HelpAction builtIn, Surroundings surroundings) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        builtIn.MaxWidth = surroundings.Width();
        builtIn.Invoke(parseResult);

        var output = parseResult.InvocationConfiguration.Output;
        var command = parseResult.CommandResult.Command;
        var usages = command is DocumentedCommand documented
            ? documented.Usages
            : command.Subcommands.OfType<DocumentedCommand>().SelectMany(sub => sub.Usages.Take(1));

        output.WriteLine("Examples:");
        foreach (var usage in usages)
        {
            output.WriteLine($"  {usage}");
        }

        foreach (var remark in (command as DocumentedCommand)?.Remarks ?? [])
        {
            output.WriteLine();
            output.WriteLine(remark);
        }

        output.WriteLine();
        output.WriteLine("Exit codes:");
        foreach (var (code, meaning) in ExitCode.All)
        {
            output.WriteLine($"  {code,3}  {meaning}");
        }

        return ExitCode.Done;
    }
}
