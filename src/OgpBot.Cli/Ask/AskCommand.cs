using System.CommandLine;
using System.Runtime.CompilerServices;
using OgpBot.Cli.Chat;
using OgpBot.Cli.Terminal;
using OgpBot.Conversations;
using Spectre.Console;

namespace OgpBot.Cli.Ask;

/// <summary>Answers the turns of one conversation and ends.</summary>
internal static class AskCommand
{
    private static readonly Argument<string[]> Turns = new("TEXT")
    {
        Description = "A question. More of them are the next turns of the same conversation. - reads turns from the input, one a line.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<bool> Json = new("--json") { Description = "Print one JSON reply per turn, each on its own line." };

    private static readonly Option<string?> InLanguage = Languages.Option();

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("ask", "Answer questions, as the turns of one conversation.")
        {
            Usages =
            [
                "ogpbot ask \"Peru justice commitments 2017\"",
                "ogpbot ask \"compromisos de justicia\" \"solo los estelares\"",
                "ogpbot ask --json PE0062 | jq .items",
                "ogpbot ask - < questions.txt",
            ],
            Remarks = ["The exit code is 1 when the last answer counts no record. A question that begins with two dashes goes after --."],
        };
        command.Add(Turns);
        command.Add(Json);
        command.Add(InLanguage);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        Mistyped.Reject(parsed);
        var turns = parsed.GetRequiredValue(Turns);
        await using var runtime = Runtime.Open(parsed, surroundings);
        var conversation = new Conversation(runtime.Bot.AnswerAsync, Languages.Preferred(parsed.GetValue(InLanguage), surroundings));
        var console = Consoles.Output(surroundings, parsed.Colours(surroundings));
        Reply? last = null;
        await foreach (var text in TextsAsync(turns, surroundings, cancellationToken))
        {
            last = await conversation.AskAsync(text, cancellationToken);
            if (parsed.GetValue(Json))
            {
                await surroundings.Output.WriteAsync(ReplyJson.Write(last) + "\n");
                await surroundings.Output.FlushAsync(cancellationToken);
            }
            else
            {
                Print(console, last, turns is [not "-"] ? null : text);
            }
        }

        return last switch
        {
            null => throw new UsageException("There is no question to answer."),
            { Total: 0 } => ExitCode.Nothing,
            _ => ExitCode.Done,
        };
    }

    /// <param name="turn">The question, where several answers follow each other.</param>
    private static void Print(IAnsiConsole console, Reply reply, string? turn)
    {
        if (turn is not null)
        {
            console.Write(Styled.Line($"> {turn}", Styled.Dim));
            console.WriteLine();
            console.WriteLine();
        }

        console.Write(TerminalRenderer.Render(reply));
        if (turn is not null)
        {
            console.WriteLine();
        }
    }

    private static async IAsyncEnumerable<string> TextsAsync(
        string[] turns, Surroundings surroundings, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var turn in turns)
        {
            if (turn != "-")
            {
                yield return turn;
                continue;
            }

            await foreach (var line in new InputLines(surroundings.Input).ReadAsync(cancellationToken))
            {
                if (!string.IsNullOrWhiteSpace(line))
                {
                    yield return line;
                }
            }
        }
    }
}
