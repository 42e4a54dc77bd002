using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using OgpBot.Cli.Terminal;
using Spectre.Console;

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
            // Never wrapped: they are there to be copied.
            output.WriteLine($"  {usage}");
        }

        output.WriteLine();
        var console = Consoles.Output(surroundings, colours: false);
        foreach (var remark in (command as DocumentedCommand)?.Remarks ?? [])
        {
            console.Write(Styled.Line(remark));
            console.WriteLine();
            console.WriteLine();
        }

        output.WriteLine("Exit codes:");
        console.Write(ExitCodes());
        return ExitCode.Done;
    }

    private static WithoutTrailingSpace ExitCodes()
    {
        var grid = new Grid()
            .AddColumn(new GridColumn().NoWrap().PadLeft(2).PadRight(2).RightAligned())
            .AddColumn(new GridColumn().PadLeft(0).PadRight(0));
        foreach (var (code, meaning) in ExitCode.All)
        {
            grid.AddRow(Styled.Line($"{code}"), Styled.Line(meaning));
        }

        return new WithoutTrailingSpace(grid);
    }
}
