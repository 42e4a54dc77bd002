using System.CommandLine;
using OgpBot.Cli.Terminal;

namespace OgpBot.Cli.Chat;

/// <summary>A conversation until the input ends: with a person, or line by line with a program.</summary>
internal static class ChatCommand
{
    private static readonly Option<bool> Json = new("--json") { Description = "Read lines and print one JSON reply per line, each at once." };

    private static readonly Option<string?> InLanguage = Languages.Option();

    public static Command Create(Surroundings surroundings)
    {
        var command = new DocumentedCommand("chat", "Talk with the bot.")
        {
            Usages = ["ogpbot chat", "ogpbot chat --language es", "ogpbot chat --json < questions.txt > replies.jsonl"],
            Remarks =
            [
                ":1, :2 … pick one of the choices under an answer; \"number 2\" opens the second record of its list. "
                + ":help shows the keys, :quit or Ctrl+D ends. Earlier lines come back with the up arrow; they are forgotten at the end.",
                "With --json every line of input gets exactly one line of output, blank lines too: a reply, or an object with \"error\". "
                + $"A line is read up to {InputLines.Limit / 1024} KiB.",
            ],
        };
        command.Add(Json);
        command.Add(InLanguage);
        command.SetAction((parsed, cancellationToken) => RunAsync(parsed, surroundings, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, Surroundings surroundings, CancellationToken cancellationToken)
    {
        await using var runtime = Runtime.Open(parsed, surroundings);
        var conversation = new Conversation(runtime.Bot.AnswerAsync, Languages.Preferred(parsed.GetValue(InLanguage), surroundings));
        if (parsed.GetValue(Json))
        {
            await new JsonChat(conversation, surroundings).RunAsync(cancellationToken);
            return ExitCode.Done;
        }

        var console = Consoles.Output(surroundings, parsed.Colours(surroundings));
        var session = new ChatSession(conversation, console);
        if (surroundings.InputIsTerminal && console.Profile.Capabilities.Ansi)
        {
            await session.RunAsync(new LineEditor(console, surroundings.ReadKey).ReadAsync, cancellationToken);
            return ExitCode.Done;
        }

        await using var lines = new InputLines(surroundings.Input).ReadAsync(cancellationToken).GetAsyncEnumerator(cancellationToken);
        await session.RunAsync(async _ => await lines.MoveNextAsync() ? lines.Current : null, cancellationToken);
        return ExitCode.Done;
    }
}
