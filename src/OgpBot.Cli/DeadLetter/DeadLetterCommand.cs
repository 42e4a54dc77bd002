using System.CommandLine;
using OgpBot.Cli.Terminal;
using OgpBot.Delivery;

namespace OgpBot.Cli.DeadLetter;

/// <summary>Looks at messages that need a person, and settles them.</summary>
internal static class DeadLetterCommand
{
    // More than a screen; --json shows the same.
    private const int Most = 200;

    private static readonly Argument<string> Reference = new("REFERENCE") { Description = "As list shows it and the log names it." };

    private static readonly Option<bool> Json = new("--json") { Description = "One JSON object per line, for programs." };

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("deadletter", "Messages that could not be answered, or whose answer may be lost.")
        {
            Usages = ["ogpbot deadletter list", "ogpbot deadletter show 4f1c09ab22", "ogpbot deadletter replay 4f1c09ab22", "ogpbot deadletter drop 4f1c09ab22"],
            Remarks =
            [
                "dead: the bot failed on it, nothing but an apology was said. failed: the platform refused the answer, or was out of order for too long. "
                + "unknown: the answer left, and nobody knows whether it arrived; replayed, it may be there twice.",
                "Works beside a running host, which takes up what is replayed within seconds.",
            ],
        };
        command.Add(List(surroundings));
        command.Add(Show(surroundings));
        command.Add(Settle("replay", "Ask or send it again.", "Will be tried again", surroundings, static (letters, reference, token) => letters.ReplayAsync(reference, token)));
        command.Add(Settle("drop", "Forget it.", "Dropped", surroundings, static (letters, reference, token) => letters.DropAsync(reference, token)));
        return command;
    }

    private static Command List(Surroundings surroundings)
    {
        var command = new Command("list", "The newest first, without what was said.") { Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var runtime = Runtime.Open(parsed, surroundings);
            var (letters, total) = await runtime.DeadLetters.ListAsync(Most, cancellationToken);
            if (parsed.GetValue(Json))
            {
                foreach (var letter in letters)
                {
                    await surroundings.Output.WriteLineAsync(LetterJson.Write(letter with { Text = "" }));
                }
            }
            else if (total == 0)
            {
                await surroundings.Output.WriteLineAsync("No dead letters.");
            }
            else
            {
                Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(LetterView.Draw(letters, total));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Show(Surroundings surroundings)
    {
        var command = new Command("show", "One of them, with what was asked or what was to be said.") { Reference, Json };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var runtime = Runtime.Open(parsed, surroundings);
            if (await runtime.DeadLetters.FindAsync(parsed.GetValue(Reference)!, cancellationToken) is not { } letter)
            {
                return await NoneAsync(parsed, surroundings);
            }

            if (parsed.GetValue(Json))
            {
                await surroundings.Output.WriteLineAsync(LetterJson.Write(letter));
            }
            else
            {
                Consoles.Output(surroundings, parsed.Colours(surroundings)).Write(LetterView.Draw(letter));
            }

            return ExitCode.Done;
        });
        return command;
    }

    private static Command Settle(
        string name, string description, string done, Surroundings surroundings, Func<DeadLetters, string, CancellationToken, Task<bool>> settle)
    {
        var command = new Command(name, description) { Reference };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await using var runtime = Runtime.Open(parsed, surroundings);
            if (!await settle(runtime.DeadLetters, parsed.GetValue(Reference)!, cancellationToken))
            {
                return await NoneAsync(parsed, surroundings);
            }

            await surroundings.Output.WriteLineAsync($"{done}: {parsed.GetValue(Reference)}");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<int> NoneAsync(ParseResult parsed, Surroundings surroundings)
    {
        await surroundings.Error.WriteLineAsync($"ogpbot: no dead letter has the reference {Conversations.PlainText.Line(parsed.GetValue(Reference)!)}.");
        return ExitCode.Nothing;
    }
}
