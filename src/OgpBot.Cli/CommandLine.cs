using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace OgpBot.Cli;

/// <summary>Reads a command line and runs it. Every error is one line on the error output.</summary>
internal static class CommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // "@OgpBot Peru justice" is a mention, not a file of options.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    public static string Version { get; } =
        typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion.Split('+')[0];

    public static async Task<int> RunAsync(
        IReadOnlyList<Command> commands, IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var parsed = Root(commands, surroundings).Parse(args, Parsing);
        try
        {
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageException(Sentence(parsed.Errors[0].Message));
            }

            return await parsed.InvokeAsync(
                new InvocationConfiguration
                {
                    Output = surroundings.Output,
                    Error = surroundings.Error,
                    EnableDefaultExceptionHandler = false,
                },
                cancellationToken);
        }
        catch (Exception exception)
        {
            var failure = Failure.Of(exception);
            await failure.WriteAsync(parsed, surroundings);
            return failure.ExitCode;
        }
    }

    /// <summary>The library's messages may go over several lines, and do not end in a full stop.</summary>
    private static string Sentence(string message) => $"{string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.')}.";

    private static RootCommand Root(IReadOnlyList<Command> commands, Surroundings surroundings)
    {
        var root = new RootCommand("Answers questions about Open Government Partnership commitments, in English and Spanish.")
        {
            Globals.Data,
            Globals.NoColour,
            Globals.Trace,
        };
        foreach (var command in commands)
        {
            root.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        var withExamples = new Help((HelpAction)help.Action!, surroundings);
        help.Action = withExamples;
        root.Options.OfType<VersionOption>().Single().Action = new PrintVersion();
        root.SetAction(withExamples.Invoke);
        return root;
    }

    private sealed class PrintVersion : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine($"ogpbot {Version}");
            return ExitCode.Done;
        }
    }
}
