using System.CommandLine;
using System.CommandLine.Parsing;
using System.Data.Common;
using OgpBot.Conversations;
using OgpBot.Storage;

namespace OgpBot.Cli;

/// <summary>What went wrong, in one line, with the exit code for it.</summary>
internal sealed record Failure(int ExitCode, string Message, Exception Exception)
{
    public static Failure Of(Exception exception) => exception switch
    {
        OperationCanceledException => new(Cli.ExitCode.Interrupted, "interrupted", exception),
        UsageException => new(Cli.ExitCode.BadUsage, exception.Message, exception),
        IOException or UnauthorizedAccessException or DbException or DatabaseRefusedException or StateBusyException or TimeoutException =>
            new(Cli.ExitCode.DataProblem, exception.Message, exception),
        _ => new(Cli.ExitCode.Fault, $"unexpected error: {exception.GetType().Name}: {exception.Message}", exception),
    };

    public async Task WriteAsync(ParseResult parsed, Surroundings surroundings)
    {
        await surroundings.Output.FlushAsync();
        await surroundings.Error.WriteLineAsync($"ogpbot: {PlainText.Line(Message)}{Hint(parsed)}");
        if (ExitCode == Cli.ExitCode.Fault && parsed.GetValue(Globals.Trace))
        {
            await surroundings.Error.WriteLineAsync(Exception.ToString());
        }
    }

    private string Hint(ParseResult parsed) => ExitCode == Cli.ExitCode.BadUsage
        ? $" See: {string.Join(' ', ["ogpbot", .. Names(parsed), "--help"])}"
        : "";

    private static Stack<string> Names(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (SymbolResult? at = parsed.CommandResult; at is CommandResult { Command: not RootCommand and var command }; at = at.Parent)
        {
            names.Push(command.Name);
        }

        return names;
    }
}
