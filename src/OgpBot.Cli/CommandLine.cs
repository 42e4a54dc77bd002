using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.Reflection;

namespace OgpBot.Cli;

/// <summary>Reads a command line and runs it. Every error is one line on the error output.</summary>
public static class CommandLine
{
    private static readonly ParserConfiguration Parsing = new()
    {
        // "@OgpBot Peru justice" is a mention, not a file of options.
        ResponseFileTokenReplacer = null,
        EnablePosixBundling = false,
    };

    /// <returns>One of <see cref="ExitCode"/>.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Surroundings surroundings, CancellationToken cancellationToken)
    {
        var parsed = Root(surroundings).Parse(args, Parsing);
        try
        {
            if (parsed.Action is ParseErrorAction)
            {
                throw new UsageException(parsed.Errors[0].Message);
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
        catch (Exception exception) when (Failure.Of(exception) is { } failure)
        {
            await failure.WriteAsync(parsed, surroundings);
            return failure.ExitCode;
        }
    }

    private static RootCommand Root(Surroundings surroundings)
    {
        var root = new RootCommand("Answers questions about Open Government Partnership commitments, in English and Spanish.")
        {
            Globals.Data,
            Globals.NoColour,
            Globals.Trace,
        };

        foreach (var option in root.Options)
        {
            option.Action = option switch
            {
                HelpOption { Action: HelpAction builtIn } => new Help(builtIn, surroundings),
                VersionOption => new Version(),
                _ => option.Action,
            };
        }

        return root;
    }

    private sealed class Version : SynchronousCommandLineAction
    {
        public override int Invoke(ParseResult parseResult)
        {
            var version = typeof(CommandLine).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;
            parseResult.InvocationConfiguration.Output.WriteLine($"ogpbot {version.Split('+')[0]}");
            return ExitCode.Done;
        }
    }
}
